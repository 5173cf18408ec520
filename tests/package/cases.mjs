// The worked cases of tests/vignettes, compared as tests/support/cases.rs does.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../vignettes/', import.meta.url);

/** All cases: `place`, `why`, `text` and, where an object can stand for it, `request`; and what to `expect`. */
export const CASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) =>
    readFileSync(new URL(name, FOLDER), 'utf8')
      .trimEnd()
      .split('\n')
      .map((text, at) => read(text, `${name}:${at + 1}`)),
  );

function read(line, place) {
  const { why, request, line: text, expect } = JSON.parse(line);
  return { place, why, expect, request, text: text ?? JSON.stringify(request) };
}

/** Ends the test where a result is not the one that is expected. */
export function check({ place, why, expect }, result) {
  for (const [field, expected] of Object.entries(expect)) {
    const got = result[field];
    const about = `${place}, ${field}: ${why}`;
    if (field === 'missing') assert.deepEqual(set(got), set(expected), about);
    else if (field === 'errors') assert.deepEqual(set(got.map(withoutMessage)), set(expected), about);
    else if (field === 'warnings') assert.deepEqual(got.map(withoutMessage), expected, about);
    else if (field === 'parts') checkParts(got, expected, about);
    else assert.deepEqual(got, expected, about);
  }
}

function checkParts(parts, expected, about) {
  for (const [id, fields] of Object.entries(expected)) {
    const has = (part) => Object.entries(fields).every(([field, value]) => part[field] === value);
    assert.ok(parts.some((part) => part.id === id && has(part)), `${about}: ${id}`);
  }
}

function withoutMessage({ message, ...rest }) {
  assert.match(message, /\.$/, 'a message is a sentence');
  return rest;
}

/** A list as a set, its members as text with sorted keys. */
function set(list) {
  const text = (value) => JSON.stringify(value, typeof value === 'object' ? Object.keys(value).sort() : undefined);
  return [...new Set(list.map(text))].sort();
}
