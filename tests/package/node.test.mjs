// The installed package in Node.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CASES, check } from './cases.mjs';

const CONSUMER = new URL('../../target/package/consumer/', import.meta.url);
const INSTALLED = new URL('node_modules/rheumscore/', CONSUMER);
const scorer = await import(new URL('entry.js', CONSUMER));
const { assess, assessMany, assessText, describe, instruments, load, version } = scorer;

test('a call before loading says what to do', () => {
  for (const call of [instruments, version, () => assess({}), () => assessText('{}'), () => assessMany([])]) {
    assert.throws(call, /wait for load\(\)/);
  }
});

test('a load that failed can be tried again, and many loads are one', async () => {
  await assert.rejects(load(new Uint8Array([1, 2, 3])));
  await Promise.all([load(), load(), load()]);
  assert.equal(version().contract, 1);
});

test('every worked case is scored as it should be, as text', () => {
  for (const one of CASES) check(one, JSON.parse(assessText(one.text)));
});

test('every worked case is scored as it should be, as an object', () => {
  const objects = CASES.filter(({ request }) => request !== undefined);
  assert.ok(objects.length > 1000, 'most cases have an object form');
  for (const one of objects) check(one, assess(one.request));
  assert.deepEqual(assessMany(objects.map(({ request }) => request)), objects.map(({ request }) => assess(request)));
});

test('whatever is asked is answered, and what is called wrongly throws', () => {
  for (const nothing of [undefined, null, 3, 'text', [], () => {}]) {
    assert.equal(assess(nothing).errors[0].code, 'not_object');
  }
  assert.deepEqual(
    assess({ id: 'x', instrument: 'eustar-2017', current: { mrss: NaN } }).errors.map(({ path, code }) => [path, code]),
    [['/current/mrss', 'number_format']],
  );
  assert.throws(() => assessText({}), TypeError);
  assert.throws(() => assessMany({}), TypeError);
});

test('instruments, results and descriptions name the same definitions', async () => {
  const listed = instruments();
  assert.ok(listed.length >= 21);
  for (const { id, name, definitions, options } of listed) {
    const result = assess({ instrument: id });
    assert.match(definitions, /^[0-9a-f]{16}$/);
    assert.equal(result.definitions, definitions);
    assert.equal(result.engine, version().engine);
    const defaults = Object.fromEntries(options.map((option) => [option.id, option.values[0]]));
    assert.deepEqual(result.options, defaults);
    const described = await describe(id);
    assert.deepEqual([described.id, described.name, described.definitions], [id, name, definitions]);
    assert.deepEqual(
      described.options.map((option) => [option.id, option.values.map(({ value }) => value)]),
      options.map((option) => [option.id, option.values]),
    );
    const counts = ({ when }) => when === null || when.values.includes(defaults[when.option]);
    assert.deepEqual(described.rows.filter(counts).map((row) => row.id), result.parts.map((part) => part.id));
    const file = new URL(`data/en/${id}.json`, INSTALLED);
    assert.deepEqual(described, JSON.parse(readFileSync(file, 'utf8')));
  }
});

test('a description holds what can be held against the paper', async () => {
  const { rows, cutoff, items } = await describe('eustar-2017');
  const { label, locator, ...crp } = rows.find(({ id }) => id === 'crp');
  assert.deepEqual(crp, {
    id: 'crp', when: null, rule: 'beyond', points: 2.25, operator: '>', limit: 1, gives: null, evidence: 'primary', derivation: null,
  });
  assert.deepEqual([cutoff.operator, cutoff.limit], ['≥', 2.5]);
  assert.deepEqual(items.find(({ id }) => id === 'crp').units, ['mg/dL', 'mg/L']);
  assert.ok(items.find(({ id }) => id === 'mrss_face'), 'what is behind an item is told as well');
});

test('an instrument or a locale that is not known is an error, and no exception', async () => {
  for (const id of ['sledai-3k', 'constructor', '__proto__', '']) {
    const { errors } = await describe(id);
    assert.deepEqual(errors.map(({ code }) => code), ['unknown_instrument'], id);
  }
  assert.equal((await describe('sledai-2k', 'toString')).errors[0].code, 'unknown_locale');
  await assert.rejects(describe(), TypeError);
  const one = await describe('sledai-2k');
  one.rows.length = 0;
  assert.notEqual((await describe('sledai-2k')).rows.length, 0, 'nobody changes it for the others');
});

test('the manifest is ready to be published', () => {
  const manifest = JSON.parse(readFileSync(new URL('package.json', INSTALLED), 'utf8'));
  assert.equal(manifest.version, version().engine);
  assert.deepEqual(
    [manifest.name, manifest.type, manifest.sideEffects, manifest.private, manifest.dependencies],
    ['rheumscore', 'module', false, undefined, undefined],
  );
  for (const file of ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE', 'index.d.ts', 'rheumscore.wasm']) {
    assert.ok(readFileSync(new URL(file, INSTALLED)).length > 500, file);
  }
});

test('the lines of the README run', () => {
  const readme = readFileSync(new URL('README.md', INSTALLED), 'utf8');
  const snippets = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code);
  assert.ok(snippets.length >= 2);
  for (const code of snippets) {
    const words = ['--input-type=module', '--eval', code];
    const said = execFileSync(process.execPath, words, { cwd: CONSUMER, encoding: 'utf8' });
    const told = [...code.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map(([, text]) => text);
    assert.deepEqual(said.trim().split('\n'), told);
  }
});
