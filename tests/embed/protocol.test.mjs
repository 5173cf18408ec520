// What the frame understands, and what it refuses: each rule without a browser.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readAddress } from '../../embed/address.js';
import { Door } from '../../embed/door.js';
import { allows, readOrigins } from '../../embed/origins.js';
import { DEEPEST, LARGEST, read, write } from '../../embed/protocol.js';
import { HOSTILE } from './hostile.mjs';

const init = (members) => ({ rheumscore: 1, type: 'init', ...members });
const plain = (value) => JSON.parse(JSON.stringify(value));
const codes = (found) => found.errors.map(({ path, code }) => `${path} ${code}`);

test('a message comes in with all that it says', () => {
  const data = init({
    instrument: 'sledai-2k',
    options: { bands: 'bsr', window_days: 30 },
    lockOptions: true,
    locale: 'en',
    theme: 'dark',
    readonly: false,
    changeLog: true,
    allowDownloads: false,
    answers: { upcr: { value: '0.82', unit: 'g/g' }, rash: true },
    previous: null,
    baseline: undefined,
  });
  const { message } = read(data);
  assert.deepEqual(plain(message), plain(data));
  assert.equal('baseline' in message, false);
  assert.deepEqual(plain(read({ rheumscore: 1, type: 'reset' }).message), { rheumscore: 1, type: 'reset' });
  assert.ok(read({ rheumscore: 1, type: 'answers', answers: null }).message);
});

test('messages of others are passed over', () => {
  for (const data of [undefined, null, 1, 'init', [], { type: 'init' }, { source: 'devtools' }, new Map([['rheumscore', 1]])]) {
    assert.equal(read(data), undefined);
  }
});

test('each hostile message is refused, and says why', () => {
  for (const { name, make, code } of HOSTILE) {
    const { errors, message } = read(structuredClone(make()));
    assert.equal(message, undefined, name);
    assert.ok(errors.some((error) => error.code === code), `${name}: ${JSON.stringify(errors).slice(0, 300)}`);
    assert.ok(errors.length <= 20, name);
    for (const error of errors) {
      assert.match(error.path, /^(\/.{0,199})?$/s, name);
      assert.match(error.message, /^[A-Z“].*[.]$/s, name);
      assert.ok(error.message.length < 300, name);
    }
  }
  assert.equal({}.hacked, undefined, 'no prototype has changed');
});

test('what hostile files hold is understood as answers of somebody, or refused, and changes nothing else', () => {
  const folder = new URL('../hostile/', import.meta.url);
  let tried = 0;
  for (const name of readdirSync(folder)) {
    let content;
    try {
      content = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    } catch {
      continue;
    }
    tried += 1;
    for (const data of [content, { rheumscore: 1, type: 'init', ...content }, { rheumscore: 1, type: 'answers', answers: content }]) {
      const { message, errors } = read(data) ?? {};
      assert.ok(message === undefined || Object.getPrototypeOf(message) === null, name);
      assert.ok(errors === undefined || errors.length > 0, name);
    }
  }
  assert.ok(tried > 20);
  assert.deepEqual(Object.keys(Object.prototype), []);
});

test('keys that every object has are keys like others', () => {
  const answers = JSON.parse('{"__proto__": {"hacked": 1}, "constructor": "present", "toString": 3}');
  const { message } = read(structuredClone({ rheumscore: 1, type: 'answers', answers }));
  assert.deepEqual(Object.keys(message.answers), ['__proto__', 'constructor', 'toString']);
  assert.equal(Object.getPrototypeOf(message.answers), null);
  assert.equal(JSON.stringify(message.answers), JSON.stringify(answers));
  assert.equal({}.hacked, undefined);
});

test('what was read no longer hangs on what was sent', () => {
  const data = init({ answers: { crp: { value: 5, unit: 'mg/L' } } });
  const { message } = read(data);
  data.answers.crp.value = 500;
  assert.equal(message.answers.crp.value, 5);
});

test('the limits are reached, and not passed', () => {
  const nested = (depth) => (depth ? { a: nested(depth - 1) } : 1);
  // The message is one object, the visit another.
  assert.ok(read({ rheumscore: 1, type: 'answers', answers: nested(DEEPEST - 1) }).message);
  assert.deepEqual(codes(read({ rheumscore: 1, type: 'answers', answers: nested(DEEPEST) })), [
    `/answers${'/a'.repeat(DEEPEST - 1)} too_deep`,
  ]);
  const held = JSON.stringify({ rheumscore: 1, type: 'answers', answers: { a: '' } });
  const text = (length) => ({ ...JSON.parse(held), answers: { a: 'x'.repeat(length) } });
  assert.ok(read(text(LARGEST - 100)).message);
  assert.deepEqual(codes(read(text(LARGEST))), [' too_large']);
});

test('a message goes out with its version and type', () => {
  assert.deepEqual(write('resize', { height: 3 }), { height: 3, rheumscore: 1, type: 'resize' });
  assert.equal(write('ready', { type: 'other', rheumscore: 2 }).type, 'ready');
});

test('the address holds what is shown, each once, and nothing else', () => {
  assert.deepEqual(readAddress('#instrument=sledai-2k&locale=en&theme=light'), {
    settings: { instrument: 'sledai-2k', locale: 'en', theme: 'light' },
  });
  assert.deepEqual(readAddress(''), { settings: {} });
  const wrong = {
    '#instrument=sledai-2k&rash=present': /“rash” has no meaning here.*instrument, locale, theme/,
    '#instrument=a&instrument=b': /instrument: .*twice/,
    '#theme=pink': /theme: .*auto, light, dark/,
    '#locale=xx': /locale: .*en/,
    '#instrument=': /instrument: .*sledai-2k/,
    '#instrument=<script>': /instrument: /,
    '#__proto__=1': /__proto__/,
    '#constructor=1': /constructor/,
    '#%ff%fe': /has no meaning/,
  };
  for (const [fragment, pattern] of Object.entries(wrong)) assert.match(readAddress(fragment).errors[0], pattern);
  assert.match(readAddress(`#${'x'.repeat(301)}`).errors[0], /too long/);
});

test('the file of origins says anybody, or a list, and otherwise nobody', () => {
  assert.equal(readOrigins('{"origins": "any"}\n'), 'any');
  assert.deepEqual(readOrigins('{"origins": ["https://trial.example", "http://127.0.0.1:8080"]}'), [
    'https://trial.example',
    'http://127.0.0.1:8080',
  ]);
  assert.deepEqual(readOrigins('{"origins": []}'), []);
  const malformed = [
    '', 'any', 'null', '[]', '{}', '{"origins": "*"}', '{"origins": "ANY"}', '{"origins": null}', '{"origins": {"0": "any"}}',
    '{"origins": ["https://trial.example/"]}', '{"origins": ["https://trial.example/page"]}', '{"origins": ["*"]}',
    '{"origins": ["https://*.example"]}', '{"origins": ["HTTPS://trial.example"]}', '{"origins": ["null"]}',
    '{"origins": ["https://trial.example:443"]}', '{"origins": ["file://"]}', '{"origins": ["trial.example"]}', '{"origins": [1]}',
    '{"origins": "any", "other": 1}', '{"origins": ["https://a.example"], "origins": "any"}', '{"origins": "any"',
    '{"__proto__": {"origins": "any"}}', '<!doctype html><title>Log in</title>',
  ];
  for (const text of malformed) assert.equal(readOrigins(text), undefined, text);
});

test('only an origin is ever let in', () => {
  for (const origin of ['null', '', '*', 'file://', 'https://', 'data:', undefined]) assert.equal(allows('any', origin), false, origin);
  assert.equal(allows('any', 'https://trial.example'), true);
  assert.equal(allows(['https://trial.example'], 'https://trial.example'), true);
  assert.equal(allows(['https://trial.example'], 'https://trial.example.evil.example'), false);
  assert.equal(allows(['https://trial.example'], 'http://trial.example'), false);
  assert.equal(allows(undefined, 'https://trial.example'), false);
});

const HOST = 'https://trial.example';
const from = (origin, data, fromParent = true) => ({ origin, data, fromParent });

test('the origin of the first valid init is the only one from then on', () => {
  const door = new Door('any');
  assert.match(door.judge(from(HOST, { rheumscore: 1, type: 'reset' })).refused, /not understood/);
  assert.match(door.judge(from(HOST, init({ theme: 'pink' }))).refused, /not understood/);
  assert.equal(door.pinned, undefined, 'nothing valid so far');
  assert.equal(door.judge(from(HOST, init())).message.type, 'init');
  assert.equal(door.pinned, HOST);
  assert.match(door.judge(from('https://evil.example', init())).refused, /evil\.example/);
  assert.equal(door.judge(from('https://evil.example', { rheumscore: 1, type: 'reset' })), undefined);
  assert.equal(door.pinned, HOST);
  assert.equal(door.judge(from(HOST, init({ theme: 'light' }))).message.theme, 'light', 'the host may begin anew');
  assert.deepEqual(codes(door.judge(from(HOST, init({ theme: 'pink' })))), ['/theme unknown_value']);
});

test('another window is never heard, and an init of it is told', () => {
  const door = new Door('any');
  assert.match(door.judge(from('https://evil.example', init(), false)).refused, /Another page \(https:\/\/evil\.example\)/);
  assert.match(door.judge(from(HOST, init(), false)).refused, /Another page/, 'whatever its origin');
  assert.equal(door.judge(from(HOST, { rheumscore: 1, type: 'reset' }, false)), undefined);
  assert.equal(door.judge(from(HOST, init({ theme: 'pink' }), false)), undefined);
  assert.equal(door.pinned, undefined);
});

test('what has no origin is refused, before and after', () => {
  const door = new Door('any');
  assert.match(door.judge(from('null', init())).refused, /no origin/);
  assert.equal(door.pinned, undefined);
  door.judge(from(HOST, init()));
  assert.match(door.judge(from('null', init())).refused, /no origin/);
});

test('who is not listed is refused by name', () => {
  const door = new Door([HOST]);
  assert.match(door.judge(from('https://other.example', init())).refused, /other\.example.*may not/);
  assert.match(door.judge(from('https://other.example', { rheumscore: 2 })).refused, /may not/);
  assert.equal(door.pinned, undefined);
  assert.ok(door.judge(from(HOST, init())).message);
});
