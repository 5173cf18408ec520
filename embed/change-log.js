// Which answers were changed, from what to what, when and why: the log that a
// trial keeps. Shared by the package, the element and the frame. Nothing here
// asks the clock: times come in as arguments.
//
// An entry is `{visit, item, old, new, reason, time}`; `old` and `new` are
// answers as in the scoring contract, `null` where there was none.

/**
 * The changes from the answers of a visit to other answers of it, an entry an
 * item: those that stand now in their order, then those that are gone.
 *
 * What is absent, `undefined` and `null` are the same; so are objects that
 * differ in the order of their members only.
 */
export function changes(before, after, { visit = 'current', reason = null, time = null } = {}) {
  const items = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
  const entries = [];
  for (const item of items) {
    const [old, now] = [answer(before, item), answer(after, item)];
    if (!same(old, now)) entries.push({ visit, item, old: copy(old), new: copy(now), reason, time });
  }
  return entries;
}

/**
 * The changes so far. Until it is told to settle, it folds edits of one item
 * into one entry, from the first old answer to the last new one: who types 120
 * has not answered 1, then 12. An item that is back at its old answer has no
 * entry then. What is settled stays as it is.
 */
export class ChangeLog {
  #entries = [];
  #settled = 0;

  /** Notes what has changed between two sets of answers. */
  record(before, after, context) {
    for (const entry of changes(before, after, context)) this.#fold(entry);
  }

  /** Ends the folding: the answers so far were meant. */
  settle() {
    this.#settled = this.#entries.length;
  }

  /** Gives the last change of an item its reason; says whether it has changed. */
  explain(item, reason, visit = 'current') {
    const entry = this.#last(item, visit);
    if (entry) entry.reason = reason;
    return entry !== undefined;
  }

  /** The reason of the last change of an item; `null` where it has none. */
  reasonOf(item, visit = 'current') {
    return this.#last(item, visit)?.reason ?? null;
  }

  /** Forgets everything. */
  clear() {
    this.#entries = [];
    this.#settled = 0;
  }

  /** The entries, oldest first: copies, which nobody can change the log by. */
  get entries() {
    return this.#entries.map((entry) => ({ ...entry, old: copy(entry.old), new: copy(entry.new) }));
  }

  /** As `JSON.stringify` writes it. */
  toJSON() {
    return this.entries;
  }

  #last(item, visit) {
    return this.#entries.findLast((entry) => entry.visit === visit && entry.item === item);
  }

  #fold(entry) {
    const at = this.#entries.findIndex(
      ({ visit, item }, at) => at >= this.#settled && visit === entry.visit && item === entry.item,
    );
    if (at < 0) {
      this.#entries.push(entry);
      return;
    }
    const [before] = this.#entries.splice(at, 1);
    if (same(before.old, entry.new)) return;
    this.#entries.push({ ...entry, old: before.old, reason: entry.reason ?? before.reason });
  }
}

/** The answer to an item: only what the object itself holds. */
function answer(answers, item) {
  return (Object.hasOwn(answers ?? {}, item) ? answers[item] : null) ?? null;
}

/** Whether two answers say the same. */
function same(one, other) {
  if (!isObject(one) || !isObject(other)) return (one ?? null) === (other ?? null);
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => same(answer(one, key), answer(other, key)));
}

/** An answer that its giver cannot change any more. */
function copy(value) {
  return isObject(value) ? { ...value } : value;
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}
