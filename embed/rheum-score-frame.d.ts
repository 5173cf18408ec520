// The frame of Rheumscore and the page around it: what they say to each other,
// version 1, and the function that speaks it. Shapes of answers and results:
// docs/contract.md.

/** Item -> answer, as `current` of a request. */
export type Answers = Record<string, Answer>;
export type Answer = null | boolean | number | string | Record<string, number | string | null>;

/** Option -> value: the rule set. */
export type Options = Record<string, string | number>;

/** The result of the scoring contract. */
export interface Result {
  id: string | null;
  contract: number;
  engine: string;
  definitions: string;
  instrument: string;
  rule_set: string;
  rule_set_text?: string;
  status: 'complete' | 'partial';
  score: number | null;
  min: number | null;
  max: number | null;
  verdict: 'met' | 'not_met' | 'undetermined' | null;
  category: string | null;
  clinical?: { score: number | null; min: number | null; max: number | null };
  parts?: ({ id: string } & Record<string, unknown>)[];
  missing?: string[];
  warnings: ({ code: string } & Record<string, unknown>)[];
  options: Options;
}

/** What is in the form cannot be scored. */
export interface Refused {
  id: string | null;
  errors: Problem[];
}

/** `path` is a JSON Pointer into the message, or into the request. */
export interface Problem {
  path: string;
  code: string;
  message: string;
}

/** An answer that was changed. */
export interface Change {
  visit: string;
  item: string;
  old: Answer;
  new: Answer;
  reason: string | null;
  /** ISO 8601, UTC. */
  time: string;
}

/** Visits; one that is left out stays as it is, one that is null is emptied. */
export interface Visits {
  answers?: Answers | null;
  previous?: Answers | null;
  baseline?: Answers | null;
}

/** What the frame is to show. */
export interface Init extends Visits {
  /** The id of an instrument; the one of the address of the frame unless given. */
  instrument?: string;
  options?: Options;
  /** Whoever fills the form in cannot change the options. */
  lockOptions?: boolean;
  locale?: 'en';
  theme?: 'auto' | 'light' | 'dark';
  readonly?: boolean;
  /** Keeps a log of changed answers, and asks for reasons. */
  changeLog?: boolean;
  /** Offers the result as a file in the frame. */
  allowDownloads?: boolean;
}

export interface Ready {
  instrument: string;
  version: { engine: string; contract: number; definitions: string };
}

export interface Changed {
  /** `draft` while a field is being typed in, `final` when an answer was given or a field was left. */
  state: 'draft' | 'final';
  answers: Answers;
  result: Result | Refused;
  options: Options;
  locked: boolean;
  /** With `changeLog`. */
  changes?: Change[];
}

export interface Scored {
  result: Result | Refused;
}

export interface Problems {
  errors: Problem[];
}

type Message<Type extends string, Content = unknown> = { rheumscore: 1; type: Type } & Content;

/** What the page says to the frame. */
export type HostMessage =
  | Message<'init', Init>
  | Message<'answers', Visits & { answers: Answers | null }>
  | Message<'reset'>;

/** What the frame says to the page. */
export type FrameMessage =
  | Message<'ready', Ready>
  | Message<'change', Changed>
  | Message<'result', Scored>
  | Message<'resize', { height: number }>
  | Message<'error', Problems>;

export interface FrameOptions extends Init {
  /** The origin of the frame: that of its `src` unless given. */
  origin?: string;
  /** The form is there. */
  onready?(detail: Ready): void;
  /** Something was entered. */
  onchange?(detail: Changed): void;
  /** What the form comes to: once it is there, after what the page gives, and after each final change. */
  onresult?(detail: Scored): void;
  /** What the page gave cannot be read; the form keeps what was entered. */
  onerror?(detail: Problems): void;
}

export interface Frame {
  /** Gives the visits to be shown; one that is left out stays as it is. */
  answers(current: Answers | null, visits?: Pick<Visits, 'previous' | 'baseline'>): void;
  /** Goes back to what was given last. The change log goes with it. */
  reset(): void;
  /** Hears and tells nothing any more. */
  close(): void;
}

/**
 * Speaks with the frame in this iframe, and fits its height. What comes back
 * are also events of the iframe: `rheumscore:ready`, `rheumscore:change`,
 * `rheumscore:result` and `rheumscore:error`.
 */
export function rheumScoreFrame(iframe: HTMLIFrameElement, options?: FrameOptions): Frame;
