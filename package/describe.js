// What there is to know of an instrument, from files that are fetched only when
// they are asked for. They are modules, not JSON: browsers, bundlers and Node
// all import those the same way.

import { DESCRIPTIONS } from './descriptions.js';

export async function describe(id, locale = 'en') {
  if (typeof id !== 'string' || typeof locale !== 'string') {
    throw new TypeError('describe() takes the id of an instrument and, if need be, a locale');
  }
  const known = own(DESCRIPTIONS, locale);
  if (!known) return refused('unknown_locale', `There is no such locale: choose ${names(DESCRIPTIONS)}.`);
  const read = own(known, id);
  if (!read) return refused('unknown_instrument', `There is no such instrument: choose ${names(known)}.`);
  return structuredClone((await read()).default);
}

/** A member of an object's own: nothing that all objects have. */
function own(object, key) {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function names(object) {
  return Object.keys(object).join(', ');
}

function refused(code, message) {
  return { id: null, errors: [{ path: '', code, message }] };
}
