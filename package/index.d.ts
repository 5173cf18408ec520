/**
 * Loads the engine; resolves when the functions can be called. Further calls
 * wait for the first and load nothing. `source` is needed only where the engine
 * does not lie beside this module.
 */
export function load(source?: URL | string | Response | BufferSource | WebAssembly.Module): Promise<void>;

/** The instruments, in the order in which they are offered. */
export function instruments(): Instrument[];

/** Scores a request: the result, or a refusal with everything that is wrong. */
export function assess<I extends InstrumentId>(request: Request<I>): Result<I> | Refusal;

/** Scores requests: their results, in the same order. */
export function assessMany<I extends InstrumentId>(requests: readonly Request<I>[]): (Result<I> | Refusal)[];

/**
 * Scores a request given as JSON text, and gives the result as JSON text. Only
 * text shows a key that stands twice, and a number exactly as it was written.
 */
export function assessText(request: string): string;

/** The version of the engine, and of the contract that results follow. */
export function version(): { engine: string; contract: Result['contract'] };

/** An instrument with its words, weights, cut-offs and sources; it is fetched. */
export function describe(
  id: string,
  locale?: string,
): Promise<Description | Refusal<'unknown_instrument' | 'unknown_locale'>>;

/** Locks an instrument and its options, and keeps a log of changes on request. */
export function trial<I extends InstrumentId>(setting: {
  instrument: I;
  options?: { [O in keyof Options<I>]?: Maybe<Options<I>[O]> };
  /** The answers that were there before: changes are told from them. */
  visits?: Visits;
  changeLog?: boolean;
}): Trial<I>;

/** The visits of a request. */
export type Visits = { [V in VisitRole]?: Maybe<Answers> };

/** An instrument with its options locked. */
export interface Trial<I extends InstrumentId = InstrumentId> {
  readonly instrument: I;
  readonly options: Readonly<Options<I>>;
  /** What was changed so far, oldest first; empty without `changeLog`. */
  readonly changes: Change[];
  assess(
    visits: Visits & { id?: Maybe<string> },
    change?: { reason?: string | null; time?: Date | string },
  ): Result<I> | Refusal<ProblemCode | 'instrument_locked' | 'option_locked'>;
}

/** A change of an answer; `null` where there was or is none. */
export interface Change {
  visit: VisitRole;
  item: ItemId;
  old: unknown;
  new: unknown;
  reason: string | null;
  /** ISO 8601, UTC. */
  time: string;
}

/** An instrument, as a list of them shows it. */
export interface Instrument {
  id: InstrumentId;
  name: string;
  disease: string;
  definitions: string;
  /** Each with its values, the default first. */
  options: { id: string; values: (string | number)[] }[];
}

/** How well something is confirmed. */
export type Evidence = 'primary' | 'secondary' | 'unconfirmed' | 'derived' | 'choice';

/** How a fact is confirmed, and where it stands. */
export interface Fact {
  evidence: Evidence;
  locator: string;
}

/** A cut-off. */
export interface Threshold {
  operator: '>' | '≥' | '<' | '≤';
  limit: number;
}

/** Words for something with an id. */
export interface Told {
  id: string;
  label: string;
  explains: string;
}

/** Everything about an instrument that is not its rule. */
export interface Description {
  id: InstrumentId;
  definitions: string;
  locale: string;
  name: string;
  disease: string;
  measures: string;
  not_for: string;
  range: { min: number; max: number } | null;
  cutoff: (Threshold & Fact) | null;
  options: (Told & { values: DescribedValue[] })[];
  reads: { visit: VisitRole; items: ItemId[]; when: { option: string; values: (string | number)[] } | null }[];
  rows: DescribedRow[];
  items: DescribedItem[];
  sources: { key: string; reference: string; doi: string | null; evidence: Evidence }[];
  evidence: Told[];
}

/** A value of an option. */
export interface DescribedValue extends Fact {
  value: string | number;
  label: string;
  explains: string;
  /** From the lowest up; the last has no upper end. */
  bands: { id: string; label: string; upper: number | null; upper_included: boolean }[] | null;
}

/** A row of the calculation. */
export type DescribedRow = Fact & { id: string; label: string; derivation: string | null } & (
    | { rule: 'finding'; points: number }
    | ({ rule: 'beyond'; points: number } & Threshold)
    | { rule: 'change'; levels: { above_percent: number | null; points: number }[] }
    | ({ rule: 'criterion' } & Threshold)
    | { rule: 'statement' }
  );

/** An item, as this instrument asks it. */
export type DescribedItem = {
  id: ItemId;
  label: string;
  counts: string;
  excludes: string;
  window: string;
  measured_by: ItemId[];
} & (
  | { kind: 'finding'; codes: Finding[] }
  | {
      kind: 'quantity';
      units: string[] | 'any';
      range: { min: number; max: number };
      limit: 'low' | 'high' | 'uln' | null;
      drugs: Drug[] | null;
    }
  | { kind: 'count'; range: { min: number; max: number } }
  | { kind: 'choice'; codes: string[] }
  | { kind: 'statement' }
);

