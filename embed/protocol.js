// What a page and the frame in it say to each other, version 1. Nothing here
// touches a window: messages come in as values, and go out as values.
//
// What comes in was cloned from another page. It is read member by member into
// objects of our own, which have no prototype: `__proto__` is a key like any
// other there. What is not understood is refused, with all that is wrong.

import { WORDS } from './words.js';

/** The version that each message carries as `rheumscore`. */
export const VERSION = 1;

/** The most that a message may hold, in characters of keys and texts, and one for each value. */
export const LARGEST = 250_000;

/** How deep objects may stand in each other: an answer is three deep. */
export const DEEPEST = 8;

/** The most errors that are told of one message. */
const MOST_ERRORS = 20;

/** The values that a setting can have, in a message as in the address of the frame. */
export const CHOICES = { locale: ['en'], theme: ['auto', 'light', 'dark'] };

const isInstrument = (value) => typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(value);
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const instrument = { is: isInstrument, code: 'unknown_instrument', due: WORDS.instrumentDue };
const truth = { is: (value) => typeof value === 'boolean', code: 'wrong_type', due: WORDS.truthDue };
const object = { is: isObject, code: 'wrong_type', due: WORDS.objectDue };
const choice = (values) => ({
  is: (value) => values.includes(value),
  code: 'unknown_value',
  due: WORDS.choiceDue(values),
});

/** The settings that stand in the address of the frame, too. */
export const SETTINGS = { instrument, locale: choice(CHOICES.locale), theme: choice(CHOICES.theme) };

const VISITS = { answers: object, previous: object, baseline: object };

/** What each message of the page may hold beside its version and its type. */
const MESSAGES = {
  init: {
    ...SETTINGS,
    options: object,
    lockOptions: truth,
    readonly: truth,
    changeLog: truth,
    allowDownloads: truth,
    ...VISITS,
  },
  answers: VISITS,
  reset: {},
};

/**
 * Reads a message of the page: `{message}` with what it says, `{errors}` with
 * all that is wrong with it, or nothing where it speaks another language than
 * this one, as messages of browser extensions and other libraries do.
 *
 * A member that is `undefined` counts as left out. A visit that is `null` is
 * one of which nothing is known; other members are not `null`.
 */
export function read(data) {
  if (!isPlain(data) || !Object.hasOwn(data, 'rheumscore')) return undefined;
  const reader = new Reader();
  const message = reader.copy(data, '', 0);
  if (!reader.errors.length) check(message, reader);
  return reader.errors.length ? { errors: reader.errors } : { message };
}

/** A message of the frame. */
export function write(type, content) {
  return { ...content, rheumscore: VERSION, type };
}

function check({ rheumscore, type, ...members }, reader) {
  if (rheumscore !== VERSION) {
    reader.refuse('/rheumscore', 'unknown_version', WORDS.version(VERSION));
  } else if (typeof type !== 'string' || !Object.hasOwn(MESSAGES, type)) {
    reader.refuse('/type', 'unknown_type', WORDS.type(Object.keys(MESSAGES)));
  } else {
    const known = MESSAGES[type];
    for (const [key, value] of Object.entries(members)) checkMember(known, key, value, reader);
    if (type === 'answers' && !Object.hasOwn(members, 'answers')) {
      reader.refuse('', 'missing_value', WORDS.answersMissing);
    }
  }
}

function checkMember(known, key, value, reader) {
  const path = pointer('', key);
  if (!Object.hasOwn(known, key)) {
    reader.refuse(path, 'unknown_field', WORDS.field(key, Object.keys(known)));
  } else if (!known[key].is(value) && !(value === null && Object.hasOwn(VISITS, key))) {
    reader.refuse(path, known[key].code, known[key].due);
  }
}

/** Copies what JSON can say, within a size, and keeps what is wrong. */
class Reader {
  errors = [];
  #left = LARGEST;

  refuse(path, code, message) {
    if (this.errors.length < MOST_ERRORS) this.errors.push({ path: path.slice(0, 200), code, message });
  }

  copy(value, path, depth) {
    if (!this.#take(1 + (typeof value === 'string' ? value.length : 0))) return undefined;
    if (value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)) return value;
    if (!isPlain(value) && !Array.isArray(value)) this.refuse(path, 'wrong_type', WORDS.notJson);
    else if (depth >= DEEPEST) this.refuse(path, 'too_deep', WORDS.tooDeep(DEEPEST));
    else return Array.isArray(value) ? this.#array(value, path, depth) : this.#object(value, path, depth);
    return undefined;
  }

  #array(values, path, depth) {
    // Before it is gone through: a list can be long and hold nothing.
    if (!this.#take(values.length)) return undefined;
    return Array.from(values, (value, at) => this.copy(value, pointer(path, at), depth + 1));
  }

  #object(values, path, depth) {
    const copy = Object.create(null);
    for (const [key, value] of Object.entries(values)) {
      if (this.#left < 0) break;
      if (value !== undefined && this.#take(key.length)) copy[key] = this.copy(value, pointer(path, key), depth + 1);
    }
    return copy;
  }

  /** Whether there is still room; where there is not, this is told once. */
  #take(size) {
    const before = this.#left;
    this.#left -= size;
    if (before >= 0 && this.#left < 0) this.refuse('', 'too_large', WORDS.tooLarge(LARGEST));
    return this.#left >= 0;
  }
}

/** An object as a literal makes it, in whatever window. */
function isPlain(value) {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** The path of a member, as a JSON Pointer. */
function pointer(path, key) {
  return `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
