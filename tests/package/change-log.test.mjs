// The change log that package, element and frame share.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChangeLog, changes } from '../../embed/change-log.js';

const at = (minute, rest) => ({ time: `2026-01-05T09:0${minute}:00.000Z`, ...rest });

test('a change has the old and the new answer, a reason and a time', () => {
  const before = { mrss: 3, rash: 'absent' };
  const after = { mrss: 5, rash: 'absent' };
  assert.deepEqual(changes(before, after, at(1, { reason: 'Counted again', visit: 'baseline' })), [
    { visit: 'baseline', item: 'mrss', old: 3, new: 5, reason: 'Counted again', time: '2026-01-05T09:01:00.000Z' },
  ]);
});

test('an answer that is new or gone is a change from or to nothing', () => {
  const entries = changes({ rash: 'present' }, { crp: { value: 5, unit: 'mg/L' } }, at(1));
  assert.deepEqual(
    entries.map(({ visit, item, old, new: now, reason }) => [visit, item, old, now, reason]),
    [
      ['current', 'crp', null, { value: 5, unit: 'mg/L' }, null],
      ['current', 'rash', 'present', null, null],
    ],
  );
});

test('what says the same is no change', () => {
  const before = { crp: { value: 5, unit: 'mg/L', low: null }, rash: null, mrss: undefined };
  const after = { crp: { unit: 'mg/L', value: 5 } };
  assert.deepEqual(changes(before, after, at(1)), []);
  assert.deepEqual(changes(null, undefined, at(1)), []);
  assert.equal(changes({ crp: { value: 5, unit: 'mg/L' } }, { crp: { value: 5, unit: 'mg/dL' } }).length, 1);
  assert.equal(changes({ mrss: 0 }, { mrss: null }).length, 1, 'nothing is not zero');
});

test('names that every object has are items like others', () => {
  const after = JSON.parse('{"__proto__": 1, "constructor": 2}');
  assert.deepEqual(changes({}, after).map(({ item, old, new: now }) => [item, old, now]), [
    ['__proto__', null, 1],
    ['constructor', null, 2],
  ]);
});

test('edits of one item fold into one entry until they are settled', () => {
  const log = new ChangeLog();
  log.record({}, { mrss: 1 }, at(1));
  log.record({ mrss: 1 }, { mrss: 12 }, at(2));
  assert.deepEqual(log.entries.map(({ old, new: now, time }) => [old, now, time]), [[null, 12, at(2).time]]);
  log.settle();
  log.record({ mrss: 12 }, { mrss: 14 }, at(3, { reason: 'Both hands' }));
  assert.deepEqual(log.entries.map(({ old, new: now, reason }) => [old, now, reason]), [
    [null, 12, null],
    [12, 14, 'Both hands'],
  ]);
});

test('an unsettled edit that is taken back leaves nothing, a settled one stays', () => {
  const log = new ChangeLog();
  log.record({ mrss: 3 }, { mrss: 30 }, at(1));
  log.record({ mrss: 30 }, { mrss: 3 }, at(2));
  assert.deepEqual(log.entries, []);
  log.record({ mrss: 3 }, { mrss: 30 }, at(3));
  log.settle();
  log.record({ mrss: 30 }, { mrss: 3 }, at(4));
  assert.equal(log.entries.length, 2);
});

test('the same item of another visit has an entry of its own', () => {
  const log = new ChangeLog();
  log.record({}, { mrss: 3 }, at(1));
  log.record({}, { mrss: 4 }, at(1, { visit: 'previous' }));
  assert.deepEqual(log.entries.map(({ visit, new: now }) => [visit, now]), [['current', 3], ['previous', 4]]);
});

test('a reason can follow the change, and stays when the answer is edited on', () => {
  const log = new ChangeLog();
  assert.equal(log.explain('mrss', 'Too early'), false);
  assert.equal(log.reasonOf('mrss'), null);
  log.record({ mrss: 3 }, { mrss: 1 }, at(1));
  assert.equal(log.explain('mrss', 'Counted again'), true);
  log.record({ mrss: 1 }, { mrss: 12 }, at(2));
  assert.equal(log.entries[0].reason, 'Counted again');
});

test('nobody can change the log by what they gave or got', () => {
  const log = new ChangeLog();
  const answers = { crp: { value: 5, unit: 'mg/L' } };
  log.record({}, answers, at(1));
  answers.crp.value = 500;
  log.entries[0].new.value = 600;
  log.entries.push('another');
  assert.deepEqual(JSON.parse(JSON.stringify(log)), [
    { visit: 'current', item: 'crp', old: null, new: { value: 5, unit: 'mg/L' }, reason: null, time: at(1).time },
  ]);
  log.clear();
  assert.deepEqual(log.entries, []);
});
