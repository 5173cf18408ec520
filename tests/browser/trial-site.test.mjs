// The sample trial site at an origin of its own: what the form of the study
// sends is what was scored.

import assert from 'node:assert/strict';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startTrial } from '../../examples/trial-site/server.mjs';
import { axe } from './harness.mjs';
import { hostTest } from './hosts.mjs';

const PACKAGE = fileURLToPath(new URL('../../target/package/rheumscore/', import.meta.url));

let trial;
after(() => trial?.close());

/** A test of the trial site. */
const trialTest = (name, body) =>
  hostTest(name, async (site) => {
    trial ??= await startTrial({ scores: site.forms, rheumscore: PACKAGE });
    trial.posted.length = 0;
    site.allow(trial.origin);
    await body({ ...site, open: (path = '/') => site.page.goto(trial.origin + path) });
  });

/** What the last form has sent, by name; what is JSON is read. */
const sent = () =>
  Object.fromEntries(trial.posted.at(-1).map(([name, value]) => [name, /^[[{]/.test(value) ? JSON.parse(value) : value]));

const send = async (page, name) => {
  await page.getByRole('button', { name }).click();
  await page.getByRole('heading', { name: 'Received' }).waitFor();
};

/** The findings of a lupus sheet but arthritis. */
const ABSENT = [
  ...['seizure', 'psychosis', 'organic_brain_syndrome', 'visual_disturbance', 'cranial_nerve_disorder', 'lupus_headache'],
  ...['cva', 'vasculitis', 'myositis', 'urinary_casts', 'hematuria', 'proteinuria', 'pyuria', 'rash', 'alopecia', 'mucosal_ulcers'],
  ...['pleurisy', 'pericarditis', 'low_complement', 'increased_dna_binding', 'fever', 'thrombocytopenia', 'leukopenia'],
];

const choose = (form, item, name) => form.locator(`#item-${item}`).getByRole('radio', { name: name, exact: true }).check();

for (const scheme of ['light', 'dark']) {
  trialTest(`the pages of the study are without barriers, ${scheme}`, async ({ page, open }) => {
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of ['/', '/lupus.html', '/sclerosis.html', '/file.html']) {
      await open(path);
      await page.waitForLoadState('networkidle');
      await axe(page, path);
    }
  });
}

trialTest('a visit of sclerosis: the frame fills the fields of the study', async ({ page, open }) => {
  await open('/sclerosis.html');
  const frame = page.frameLocator('#eustar');
  await page.getByText('Not everything is known yet.').waitFor();
  for (const item of ['skin_worsening', 'digital_ulcers']) await choose(frame, item, 'Absent');
  await choose(frame, 'tendon_friction_rubs', 'Present');
  await frame.locator('#item-mrss').fill('12');
  await frame.locator('#item-crp').fill('0.5');
  await frame.locator('#item-crp-unit').selectOption('mg/dL');
  await frame.locator('#item-dlco_percent').fill('80');
  await frame.locator('#item-dlco_percent').blur();
  await page.waitForFunction(() => document.querySelector('[name=status]').value === 'complete');
  await axe(page, 'filled in');
  await send(page, 'Send the visit');
  const { participant, visit, status, score, verdict, rule_set, engine, definitions, answers, changes, result } = sent();
  assert.deepEqual([participant, visit, status, score, verdict], ['M-027', 'month-3', 'complete', '3.258', 'met']);
  assert.deepEqual([rule_set, engine, definitions], [result.rule_set, result.engine, result.definitions]);
  assert.deepEqual([answers.mrss, answers.tendon_friction_rubs], [12, 'present']);
  const change = changes.find(({ item }) => item === 'mrss');
  assert.deepEqual([change.old, change.new], [14, 12]);
});

trialTest('a visit that nobody has changed is sent as it was given', async ({ page, open }) => {
  await open('/sclerosis.html');
  await page.getByText('Not everything is known yet.').waitFor();
  await send(page, 'Send the visit');
  const { status, answers, changes, result } = sent();
  assert.deepEqual([status, answers, changes], ['partial', { mrss: 14 }, []]);
  assert.deepEqual(result.parts.find(({ id }) => id === 'mrss').value, 14);
});

trialTest('a field that is still being typed in is sent as it stands', async ({ page, open }) => {
  await open('/sclerosis.html');
  await page.getByText('Not everything is known yet.').waitFor();
  await page.frameLocator('#eustar').locator('#item-mrss').fill('many');
  await page.waitForFunction(() => 'errors' in JSON.parse(document.querySelector('[name=result]').value));
  await send(page, 'Send the visit');
  const { status, rule_set, answers, changes, result } = sent();
  assert.deepEqual([status, rule_set, answers], ['', '', {}]);
  assert.deepEqual(changes.map(({ item, new: now }) => [item, now]), [['mrss', null]]);
  assert.deepEqual(result.errors.map(({ path }) => path), ['/current/mrss']);
});

trialTest('a visit of lupus: two elements in the form of the study, the second given what the first knows', async ({ page, open }) => {
  await open('/lupus.html');
  const [sledai, doris] = [page.locator('rheum-score[name=sledai]'), page.locator('rheum-score[name=doris]')];
  await choose(sledai, 'arthritis', 'Present');
  // One by one, as a person would, but in one go.
  await sledai.evaluate((element, absent) => {
    for (const item of absent) {
      const radios = [...element.shadowRoot.querySelectorAll(`#item-${item} label`)];
      radios.find((label) => label.innerText.trim() === 'Absent').click();
    }
  }, ABSENT);
  await doris.locator('#item-arthritis label:has(:checked)', { hasText: 'Present' }).waitFor();
  await choose(sledai, 'arthritis', 'Absent');
  await doris.locator('#item-arthritis label:has(:checked)', { hasText: 'Absent' }).waitFor();
  await doris.locator('#item-pga').fill('0.2');
  await doris.locator('#item-glucocorticoid').fill('5');
  await doris.locator('#item-therapy_stable').getByRole('radio', { name: 'Yes', exact: true }).check();
  await axe(page, 'filled in');
  await send(page, 'Send the visit');
  const { participant, sledai: activity, doris: remission, ...rest } = sent();
  assert.equal(participant, 'M-014');
  assert.deepEqual([activity.status, activity.score, activity.rule_set], ['complete', 0, 'sledai-2k/bsr/30']);
  assert.deepEqual([remission.verdict, remission.rule_set], ['met', 'doris-2021/at_most_5/sledai-2k']);
  assert.deepEqual([rest['sledai.answers'].arthritis, rest['doris.answers'].pga], ['absent', 0.2]);
  assert.ok(rest['sledai.changes'].some(({ item, new: now }) => item === 'arthritis' && now === 'absent'));
});

trialTest('earlier visits: the package scores a file in the page of the study', async ({ page, open }) => {
  await open('/file.html');
  await page.getByRole('button', { name: 'Score the file' }).click();
  await page.getByText('5 visits scored, 1 refused.').waitFor();
  await axe(page, 'scored');
  const rows = await page.locator('tbody tr').allInnerTexts();
  assert.match(rows[0], /sledai-2k\s+14\s+severe/);
  assert.match(rows[3], /eustar-2017\s+0.924 to 3.174\s+undetermined\s+tendon friction rubs/);
  await send(page, 'Send the results');
  const { results } = sent();
  assert.deepEqual(
    results.map(({ score, verdict, category, errors }) => errors?.map(({ code }) => code).sort() ?? [score, verdict, category]),
    [
      [14, null, 'severe'],
      [null, 'met', null],
      [6.25, 'met', null],
      [null, 'undetermined', null],
      [72.5, null, 'major'],
      ['missing_unit', 'out_of_range'],
    ],
  );
});
