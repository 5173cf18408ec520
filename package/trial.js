// Trial mode: options that nobody changes on the way, and a log of the answers
// that were changed.

import { ChangeLog } from '../embed/change-log.js';
import { assess, instruments } from './scorer.js';

const VISITS = ['current', 'previous', 'baseline'];

export function trial({ instrument, options = {}, visits = {}, changeLog = false }) {
  if (typeof instrument !== 'string') throw new TypeError('trial() takes the id of an instrument');
  for (const given of [options, visits]) {
    if (typeof given !== 'object' || given === null) throw new TypeError('options and visits are objects');
  }
  const locked = Object.freeze({ ...defaults(instrument), ...stated(options) });
  const log = new ChangeLog();
  // A copy: who goes on with the same objects changes them.
  let known = structuredClone(visits);
  return Object.freeze({
    instrument,
    options: locked,
    get changes() {
      return log.entries;
    },
    assess(request, { reason = null, time = new Date() } = {}) {
      if (typeof request !== 'object' || request === null) return assess(request);
      const at = new Date(time ?? NaN);
      if (Number.isNaN(at.getTime())) throw new TypeError('time is a date, or a text such as 2026-01-05T09:00:00Z');
      const errors = unlocked(request, instrument, locked);
      if (errors.length) return { id: identity(request), errors };
      const result = assess({ ...request, instrument, options: locked });
      if (changeLog && !('errors' in result)) {
        for (const visit of VISITS) {
          log.record(known[visit], request[visit], { visit, reason, time: at.toISOString() });
        }
        log.settle();
        known = structuredClone(request);
      }
      return result;
    },
  });
}

/** The options of an instrument that nobody chose; none where it is not known. */
function defaults(id) {
  const options = instruments().find((instrument) => instrument.id === id)?.options ?? [];
  return Object.fromEntries(options.map(({ id, values }) => [id, values[0]]));
}

/** What is said: `null` stands for the default. */
function stated(options) {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => (value ?? null) !== null));
}

/** Where a request names another instrument or another option than is locked. */
function unlocked(request, instrument, locked) {
  const errors = [];
  const named = request?.instrument ?? instrument;
  if (named !== instrument) {
    errors.push(problem('/instrument', 'instrument_locked', `The trial is locked to ${instrument}.`));
  }
  for (const [option, value] of Object.entries(stated(request?.options ?? {}))) {
    if (!Object.hasOwn(locked, option) || locked[option] !== value) {
      const path = `/options/${option.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      errors.push(problem(path, 'option_locked', 'The options of this trial are locked: leave them out.'));
    }
  }
  return errors;
}

function problem(path, code, message) {
  return { path, code, message };
}

/** The id under which a request comes back. */
function identity(request) {
  return typeof request?.id === 'string' ? request.id : null;
}
