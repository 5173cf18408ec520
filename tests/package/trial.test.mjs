// Trial mode of the installed package.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';

const { assess, load, trial } = await import(new URL('../../target/package/consumer/entry.js', import.meta.url));
before(() => load());

const EUSTAR = { instrument: 'eustar-2017', options: { mrss_rule: 'binary' } };
const at = (minute) => ({ time: `2026-01-05T09:0${minute}:00Z` });

test('what a trial scores is scored under its options, and says so', () => {
  const { assess: score, options } = trial(EUSTAR);
  const current = { mrss: 10, tendon_friction_rubs: 'present' };
  const result = score({ id: 'p1', current });
  assert.deepEqual(options, { mrss_rule: 'binary' });
  assert.deepEqual(result, assess({ id: 'p1', ...EUSTAR, current }));
  assert.deepEqual([result.options, result.rule_set], [options, 'eustar-2017/binary']);
  assert.ok(result.engine && result.definitions);
});

test('options that nobody chose are locked at their defaults', () => {
  const sledai = trial({ instrument: 'sledai-2k', options: { window_days: 30, bands: null } });
  assert.deepEqual(sledai.options, { bands: 'five_level', window_days: 30 });
  assert.equal(sledai.assess({ options: { bands: 'bsr' } }).errors[0].code, 'option_locked');
});

test('a request that names others is refused, one that names the same is not', () => {
  const { assess: score } = trial(EUSTAR);
  const refused = score({
    id: 'p1', instrument: 'sledai-2k', options: { mrss_rule: 'fractional', 'a/b': 1 }, current: {},
  });
  assert.equal(refused.id, 'p1');
  assert.deepEqual(refused.errors.map(({ path, code }) => [path, code]), [
    ['/instrument', 'instrument_locked'],
    ['/options/mrss_rule', 'option_locked'],
    ['/options/a~1b', 'option_locked'],
  ]);
  const agreed = score({ ...EUSTAR, current: {} });
  assert.equal(agreed.errors, undefined);
  assert.equal(score({ options: { mrss_rule: null } }).errors, undefined);
});

test('the options of a trial cannot be changed on the way', () => {
  const options = { mrss_rule: 'binary' };
  const locked = trial({ instrument: 'eustar-2017', options });
  options.mrss_rule = 'fractional';
  assert.throws(() => {
    locked.options.mrss_rule = 'fractional';
  }, TypeError);
  assert.equal(locked.assess({}).rule_set, 'eustar-2017/binary');
});

test('a setting that the engine does not know is refused by its codes', () => {
  const code = (setting) => trial(setting).assess({}).errors[0].code;
  assert.equal(code({ instrument: 'sledai-3k' }), 'unknown_instrument');
  assert.equal(code({ instrument: 'eustar-2017', options: { mrss_rule: 'other' } }), 'unknown_option_value');
  assert.equal(code({ instrument: 'eustar-2017', options: { bands: 'bsr' } }), 'unknown_option');
  assert.throws(() => trial({}), TypeError);
  assert.throws(() => trial(EUSTAR).assess({}, { time: 'yesterday' }), TypeError);
});

test('the log tells what was changed from what was there before', () => {
  const visits = { baseline: { ck: { value: 900, uln: 200 } }, current: { haq: 1 } };
  const logged = trial({ instrument: 'acr-eular-myositis-2016', visits, changeLog: true });
  const later = { baseline: { ck: { value: 950, uln: 200 } }, current: { haq: 1, strength: 120 } };
  logged.assess(later, { ...at(1), reason: 'Source data checked' });
  logged.assess({ ...later, current: { strength: 120 } }, at(2));
  assert.deepEqual(logged.changes, [
    {
      visit: 'current', item: 'strength', old: null, new: 120,
      reason: 'Source data checked', time: '2026-01-05T09:01:00.000Z',
    },
    {
      visit: 'baseline', item: 'ck', old: { value: 900, uln: 200 }, new: { value: 950, uln: 200 },
      reason: 'Source data checked', time: '2026-01-05T09:01:00.000Z',
    },
    { visit: 'current', item: 'haq', old: 1, new: null, reason: null, time: '2026-01-05T09:02:00.000Z' },
  ]);
});

test('what is refused is not logged, and going back is a change of its own', () => {
  const logged = trial({ ...EUSTAR, changeLog: true });
  const { errors } = logged.assess({ current: { mrss: 60 } }, at(1));
  assert.equal(errors[0].code, 'out_of_range');
  for (const [minute, mrss] of [[2, 6], [3, 16], [4, 6]]) logged.assess({ current: { mrss } }, at(minute));
  assert.deepEqual(logged.changes.map(({ old, new: now }) => [old, now]), [[null, 6], [6, 16], [16, 6]]);
});

test('without a log nothing is kept', () => {
  const plain = trial(EUSTAR);
  plain.assess({ current: { mrss: 6 } });
  assert.deepEqual(plain.changes, []);
});

test('who gives answers can go on changing them', () => {
  const current = { crp: { value: 5, unit: 'mg/L' } };
  const logged = trial({ ...EUSTAR, changeLog: true });
  logged.assess({ current }, at(1));
  current.crp.value = 7;
  logged.assess({ current }, at(2));
  assert.deepEqual(logged.changes.map(({ old, new: now }) => [old?.value, now.value]), [[undefined, 5], [5, 7]]);
});

test('the visits that a trial begins with are copied', () => {
  const visits = { current: { mrss: 16 } };
  const logged = trial({ ...EUSTAR, visits, changeLog: true });
  visits.current.mrss = 19;
  logged.assess(visits, at(1));
  assert.deepEqual(logged.changes.map(({ old, new: now }) => [old, now]), [[16, 19]]);
});

test('what is no request is refused as without a trial, and no time is no time', () => {
  const logged = trial({ ...EUSTAR, changeLog: true });
  for (const request of [undefined, null, 'x', 7]) assert.ok(logged.assess(request).errors.length, String(request));
  assert.throws(() => logged.assess({}, { time: null }), TypeError);
  assert.deepEqual(logged.changes, []);
});
