// The JSON Schemas of the package, against the worked cases.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { CASES } from './cases.mjs';

const CONSUMER = new URL('../../target/package/consumer/', import.meta.url);
const { assess, load } = await import(new URL('entry.js', CONSUMER));
before(() => load());

const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, strictTypes: false });
const [isRequest, isVisit, isResult] = ['request', 'visit', 'result'].map((name) => {
  const file = new URL(`node_modules/rheumscore/schema/${name}.schema.json`, CONSUMER);
  return ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
});
const OBJECTS = CASES.filter(({ request }) => request !== undefined);

/** What a schema can tell, wherever it stands. */
const TOLD = new Set([
  'not_object', 'unknown_field', 'missing_instrument', 'unknown_instrument', 'unknown_option',
  'unknown_option_value', 'unknown_item', 'unknown_value', 'wrong_type', 'missing_value', 'missing_unit',
  'missing_limit', 'unknown_unit', 'unknown_drug',
]);

test('every worked case that is scored is a request by the schema', () => {
  const scored = OBJECTS.filter(({ expect }) => !expect.errors);
  assert.ok(scored.length > 1000);
  for (const { place, request } of scored) {
    assert.ok(isRequest(request), `${place}: ${ajv.errorsText(isRequest.errors)}`);
    for (const visit of ['current', 'previous', 'baseline']) {
      assert.ok(isVisit(request[visit] ?? {}), `${place}: ${ajv.errorsText(isVisit.errors)}`);
    }
  }
});

test('what is refused for a reason that a schema can tell is refused by it', () => {
  const refused = OBJECTS.filter(({ expect }) => expect.errors?.some(({ code }) => TOLD.has(code)));
  assert.ok(refused.length > 50);
  for (const { place, why, request } of refused) assert.equal(isRequest(request), false, `${place}: ${why}`);
});

test('a number that comes in one unit is held to its range', () => {
  const of = (current) => isRequest({ instrument: 'eustar-2017', current });
  assert.deepEqual([of({ mrss: 51 }), of({ mrss: 52 }), of({ mrss: 2.5 }), of({ mrss: -1 })], [true, false, false, false]);
  assert.deepEqual([of({ pga: 3 }), of({ pga: 3.1 }), of({ pga: '3' }), of({ pga: '3,0' })], [true, false, true, false]);
  const c3 = (low) => of({ c3: { value: 0.8, low } });
  assert.deepEqual([c3(0.9), c3(0)], [true, false]);
});

test('every result is a result by the schema', () => {
  for (const { place, request } of OBJECTS) {
    const result = assess(request);
    assert.ok(isResult(result), `${place}: ${ajv.errorsText(isResult.errors)}`);
  }
});

test('what is no result is none by the schema', () => {
  const result = assess({ instrument: 'sledai-2k' });
  const { definitions, ...without } = result;
  for (const wrong of [
    without,
    { ...result, status: 'done' },
    { ...result, category: 'major' },
    { ...result, options: { bands: 'bsr' } },
    { ...result, parts: [{ id: 'crp', points: 1, value: null }] },
    { id: null, errors: [] },
    { id: null, errors: [{ path: '', code: 'wrong', message: 'Wrong.' }] },
  ]) {
    assert.equal(isResult(wrong), false, JSON.stringify(wrong).slice(0, 200));
  }
});
