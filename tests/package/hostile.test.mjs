// What is hostile, broken or strange goes in through the functions of the
// package: tests/hostile/index.json says what it is and what becomes of it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';

const CORPUS = new URL('../hostile/', import.meta.url);
const CONSUMER = new URL('../../target/package/consumer/', import.meta.url);
const { assess, assessMany, assessText, load } = await import(new URL('entry.js', CONSUMER));
const { documents, generated, texts } = JSON.parse(readFileSync(new URL('index.json', CORPUS), 'utf8'));

const LARGE = 50_000_000;

before(() => load());

/** The codes of a refusal, each once; none of a result. */
const codes = ({ errors = [] }) => [...new Set(errors.map(({ code }) => code))].sort();

/** The text of a file, as a program that reads it sees it; nothing where it is no UTF-8. */
function textOf(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parsed(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

test('each document is scored or refused with its reason, as text and as an object', () => {
  let objects = 0;
  for (const { file, request: expected } of documents) {
    const text = textOf(readFileSync(new URL(file, CORPUS)));
    if (text === undefined) continue;
    const answer = JSON.parse(assessText(text));
    if (expected) assert.deepEqual(codes(answer), expected, file);
    // What JavaScript reads is no longer what stood there: of two keys it keeps the last.
    const read = parsed(text);
    if (read) {
      objects += 1;
      const answer = assess(read.value);
      assert.ok('errors' in answer !== 'status' in answer, file);
      assert.equal({}.rash, undefined, 'no object inherits what a document says');
    }
  }
  assert.ok(objects > 20, 'most documents are JSON');
});

test('hostile texts come back as they are', () => {
  for (const [what, text] of Object.entries(texts)) {
    const request = { id: text, instrument: 'sledai-2k', current: { rash: 'present' } };
    assert.equal(assess(request).id, text, what);
    assert.equal(JSON.parse(assessText(JSON.stringify(request))).id, text, what);
    const unknown = assess({ instrument: text, current: Object.fromEntries([[text, 'present']]) });
    assert.deepEqual(codes(unknown), ['unknown_instrument', 'unknown_item'], what);
  }
});

test('objects that are not what they seem are answered', () => {
  const trap = new Proxy({}, { ownKeys: () => { throw new Error('a trap'); } });
  const circle = { instrument: 'sledai-2k' };
  circle.current = circle;
  const getter = { instrument: 'sledai-2k', get current() { throw new Error('a getter'); } };
  for (const [what, request] of Object.entries({ trap, circle, getter, half: { id: '\ud83e', instrument: 'sledai-2k' } })) {
    const answer = assess(request);
    assert.ok('errors' in answer !== 'status' in answer, what);
    assert.deepEqual(assessMany([request]), [answer], what);
  }
});

test('texts of fifty million letters are scored or refused, and the next request is scored', () => {
  for (const { name, start, unit, end, request: expected } of generated) {
    const answer = JSON.parse(assessText(start + unit.repeat(LARGE / unit.length) + end));
    if (expected) assert.deepEqual(codes(answer), expected, name);
    else assert.ok(codes(answer).length > 0, name);
    assert.equal(assess({ instrument: 'sledai-2k', current: {} }).status, 'partial');
  }
});
