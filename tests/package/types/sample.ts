// Right uses, which compile, and wrong ones, each of which the compiler refuses.

import {
  assess,
  assessMany,
  assessText,
  describe,
  instruments,
  load,
  trial,
  version,
  type Answers,
  type Change,
  type InstrumentId,
  type ProblemCode,
  type Refusal,
  type Request,
  type Result,
} from 'rheumscore';

await load();
await load(new URL('https://trial.example/rheumscore.wasm'));

const current: Answers = {
  seizure: 'absent',
  rash: true,
  arthritis: null,
  alopecia: undefined,
  mrss: 3,
  urine_rbc_hpf: { from: 5, to: 10 },
  urine_wbc_hpf: { value: 50, comparator: '>' },
  upcr: { value: '0.3', comparator: '<', unit: 'g/g' },
  c3: { value: 0.62, low: 0.9, unit: 'g/L' },
  pga: 0.5,
  glucocorticoid: { value: 4, drug: 'methylprednisolone' },
  hypoxia: 'low_flow',
  therapy_stable: true,
};

const result = assess({ instrument: 'sledai-2k', options: { window_days: 30 }, current });
if ('errors' in result) {
  const code: ProblemCode | undefined = result.errors[0]?.code;
  console.log(code);
} else {
  const score: number | null = result.score;
  const bands: 'five_level' | 'four_level' | 'bsr' = result.options.bands;
  const part: 'seizure' | undefined = result.parts[0]?.id === 'seizure' ? result.parts[0].id : undefined;
  if (result.category === 'very_high') console.log(score, bands, part, result.definitions.length);
  // @ts-expect-error SLEDAI has no such level
  if (result.category === 'major') console.log();
  // @ts-expect-error a list may be empty
  result.parts[0].value;
  // @ts-expect-error a result has no errors
  result.errors;
}

const doris = assess({ instrument: 'doris-2021' });
if (!('errors' in doris)) {
  const score: null = doris.score;
  console.log(score, doris.verdict === 'met');
}

const requests: Request[] = [{ instrument: 'doris-2021' }, { id: 'x', instrument: 'eustar-2017', current }];
const answers: (Result | Refusal)[] = assessMany(requests);
const text: string = assessText('{}');
const ids: InstrumentId[] = instruments().map(({ id }) => id);
const contract: 1 = version().contract;
console.log(answers, text, ids, contract);

const described = await describe('eustar-2017');
if (!('errors' in described)) {
  for (const row of described.rows) if (row.rule === 'beyond') console.log(row.points, row.operator, row.limit);
} else if (described.errors[0]?.code === 'unknown_locale') console.log();

const locked = trial({ instrument: 'eustar-2017', options: { mrss_rule: 'binary' }, changeLog: true });
const scored = locked.assess({ current }, { reason: null, time: new Date(0) });
if ('errors' in scored) console.log(scored.errors.some(({ code }) => code === 'option_locked'));
const changes: Change[] = locked.changes;
console.log(changes, locked.options.mrss_rule);

// @ts-expect-error no such instrument
assess({ instrument: 'sledai-3k' });
// @ts-expect-error no instrument
assess({ current });
// @ts-expect-error no such option
assess({ instrument: 'eustar-2017', options: { bands: 'bsr' } });
// @ts-expect-error no such value of the option
assess({ instrument: 'sledai-2k', options: { window_days: 20 } });
// @ts-expect-error a misspelt item
assess({ instrument: 'sledai-2k', current: { seizures: 'absent' } });
// @ts-expect-error no such answer
assess({ instrument: 'sledai-2k', current: { seizure: 'no' } });
// @ts-expect-error a ratio has several units: one has to be named
assess({ instrument: 'sledai-2k', current: { upcr: { value: 0.3 } } });
// @ts-expect-error not in this unit
assess({ instrument: 'sledai-2k', current: { upcr: { value: 0.3, unit: 'g/l' } } });
// @ts-expect-error a bare number has no unit
assess({ instrument: 'sledai-2k', current: { upcr: 0.3 } });
// @ts-expect-error the limit of the laboratory is needed
assess({ instrument: 'sledai-2k', current: { c3: { value: 0.62 } } });
// @ts-expect-error not that limit
assess({ instrument: 'sledai-2k', current: { c3: { value: 0.62, high: 0.9 } } });
// @ts-expect-error a value or a range, not both
assess({ instrument: 'sledai-2k', current: { urine_rbc_hpf: { value: 5, from: 5, to: 10 } } });
// @ts-expect-error a count alone is a bare number
assess({ instrument: 'eustar-2017', current: { mrss: { value: 3 } } });
// @ts-expect-error a decimal comma is no number
assess({ instrument: 'doris-2021', current: { pga: '0,5' } });
// @ts-expect-error a statement is true or false
assess({ instrument: 'doris-2021', current: { therapy_stable: 'present' } });
// @ts-expect-error no such drug
assess({ instrument: 'doris-2021', current: { glucocorticoid: { value: 5, drug: 'aspirin' } } });
// @ts-expect-error no such key
assess({ instrument: 'doris-2021', visit: current });
// @ts-expect-error one request goes to assess()
assessMany({ instrument: 'doris-2021' });
// @ts-expect-error text only
assessText({});
// @ts-expect-error a trial is of an instrument
trial({ options: {} });
// @ts-expect-error the options of a trial are locked
locked.options.mrss_rule = 'fractional';
// @ts-expect-error and not given again
locked.assess({ options: { mrss_rule: 'binary' } });
