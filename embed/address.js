// What stands behind # in the address of the frame: what it shows before the
// page around it has said anything. Nothing about a patient is ever there.

import { SETTINGS } from './protocol.js';
import { WORDS } from './words.js';

const LONGEST = 300;

/** The keys that may stand in the address. */
export const KEYS = Object.keys(SETTINGS);

/** Reads it: `{settings}`, or `{errors}` with what is wrong. */
export function readAddress(fragment) {
  const text = fragment.replace(/^#/, '');
  if (text.length > LONGEST) return { errors: [WORDS.longAddress] };
  const settings = {};
  const errors = [];
  for (const [key, value] of new URLSearchParams(text)) {
    if (!Object.hasOwn(SETTINGS, key)) errors.push(WORDS.field(key, KEYS));
    else if (Object.hasOwn(settings, key)) errors.push(`${key}: ${WORDS.twice}`);
    else if (!SETTINGS[key].is(value)) errors.push(`${key}: ${SETTINGS[key].due}`);
    else settings[key] = value;
  }
  return errors.length ? { errors } : { settings };
}
