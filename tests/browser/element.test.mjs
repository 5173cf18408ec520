// <rheum-score> as a page of others uses it: what it is given, what it tells,
// and what it submits.

import assert from 'node:assert/strict';
import { answer, get, heard, hostTest, put, result, set } from './hosts/harness.mjs';

hostTest('it is ready once, and says what it is', async (page) => {
  const element = await put(page, { instrument: 'eustar-2017' });
  const [ready, ...more] = await heard(page, 'ready');
  assert.equal(ready.instrument, 'eustar-2017');
  assert.equal(ready.version.contract, 1);
  assert.match(ready.version.engine, /^\d+\.\d+\.\d+$/);
  assert.match(ready.version.definitions, /^[0-9a-f]{16}$/);
  assert.equal(ready.version.definitions, (await result(element)).definitions);
  assert.deepEqual(more, []);
  assert.equal((await result(element)).instrument, 'eustar-2017');
  assert.deepEqual(await heard(page, 'change'), []);
});

hostTest('answers that the page gives are shown, scored and given back, without an event', async (page) => {
  const answers = { rash: 'present', fever: false, upcr: { value: 0.8, unit: 'g/g' }, urine_rbc_hpf: { comparator: '>', value: 5 } };
  const element = await put(page, {}, { answers });
  assert.deepEqual(await get(element, 'answers'), { ...answers, fever: 'absent' });
  assert.equal(await answer(element, 'rash', 'Present').locator('input').isChecked(), true);
  assert.equal(await element.locator('#item-upcr').inputValue(), '0.8');
  assert.equal(await element.locator('#item-urine_rbc_hpf').inputValue(), '>5');
  assert.equal((await result(element)).min, 10);
  await set(element, { answers: { rash: 'absent' } });
  assert.deepEqual(await get(element, 'answers'), { rash: 'absent' });
  assert.equal(await element.locator('#item-upcr').inputValue(), '');
  assert.deepEqual(await heard(page, 'change'), []);
});

hostTest('an earlier visit that comes while somebody types takes no key away', async (page) => {
  const element = await put(page);
  await element.locator('#item-upcr').pressSequentially('1');
  await set(element, { previous: { upcr: { value: 0.8, unit: 'g/g' } } });
  await page.keyboard.type('2');
  assert.equal(await element.locator('#item-upcr').inputValue(), '12');
  await set(element, { answers: { rash: 'present', upcr: { value: 12, unit: 'g/g' } } });
  await page.keyboard.type('5');
  assert.equal(await element.locator('#item-upcr').inputValue(), '125');
  assert.equal(await answer(element, 'rash', 'Present').locator('input').isChecked(), true);
});

hostTest('options that the page gave and that are none of another instrument are refused, not dropped', async (page) => {
  const element = await put(page, { options: '{"window_days": 30}', 'lock-options': '' });
  await element.evaluate((element) => (element.instrument = 'sledai-1992'));
  await page.locator('#score .rs-card', { hasText: '1992' }).waitFor();
  assert.equal((await result(element)).options.window_days, 30);
  await element.evaluate((element) => (element.instrument = 'eustar-2017'));
  await element.getByRole('alert').waitFor();
  const [{ errors }] = await heard(page, 'error');
  assert.deepEqual([errors[0].path, errors[0].code], ['/options/window_days', 'unknown_option']);
  await element.evaluate((element) => element.removeAttribute('options'));
  await page.locator('#score .rs-card', { hasText: 'EUSTAR' }).waitFor();
});

hostTest('what was given before the script was there is taken over', async (page) => {
  await page.evaluate(() => {
    const early = new DOMParser().parseFromString('<rheum-score id="early" instrument="sledai-2k"></rheum-score>', 'text/html');
    const element = early.querySelector('rheum-score');
    element.answers = { rash: 'present' };
    element.readonly = true;
    document.querySelector('#place').append(element);
  });
  const element = page.locator('#early');
  await element.locator('.rs-form').waitFor();
  assert.deepEqual(await get(element, 'answers'), { rash: 'present' });
  assert.equal(await element.getAttribute('readonly'), '');
});

hostTest('typing is a draft, leaving the field and answering are final', async (page) => {
  const element = await put(page);
  await element.locator('#item-inflamed_joints').pressSequentially('12');
  const drafts = await heard(page, 'change');
  assert.deepEqual(drafts.map(({ state, answers }) => [state, answers.inflamed_joints]), [['draft', 1], ['draft', 12]]);
  await page.keyboard.press('Tab');
  const [left, ...more] = await heard(page, 'change');
  assert.deepEqual([left.state, left.answers, more], ['final', { inflamed_joints: 12 }, []]);
  await answer(element, 'rash', 'Present').click();
  const [answered, ...others] = await heard(page, 'change');
  assert.deepEqual(others, []);
  assert.deepEqual(answered.answers, { inflamed_joints: 12, rash: 'present' });
  assert.deepEqual(answered.result, await result(element));
  assert.deepEqual([answered.locked, answered.options, 'changes' in answered], [false, { bands: 'five_level', window_days: 10 }, false]);
  await element.locator('#item-upcr').fill('0.8');
  await heard(page, 'change');
  await element.locator('#item-upcr-unit').selectOption('g/g');
  assert.deepEqual((await heard(page, 'change')).map(({ state }) => state), ['final']);
});

hostTest('what cannot be read leaves no result, and the rest in place', async (page) => {
  const element = await put(page, { instrument: 'eustar-2017', name: 'score' });
  await element.locator('#item-crp').fill('5');
  const [{ state, result: refused, answers }] = await heard(page, 'change');
  assert.deepEqual([state, answers], ['draft', {}]);
  assert.deepEqual(refused.errors.map(({ path, code }) => [path, code]), [['/current/crp', 'missing_unit']]);
  assert.equal(await element.evaluate((element) => element.validity.badInput), true);
  await element.locator('#item-crp-unit').selectOption('mg/L');
  assert.equal((await result(element)).errors, undefined);
  assert.equal(await element.evaluate((element) => element.validity.valid), true);
  await element.locator('#item-mrss').fill('1,000');
  assert.equal((await result(element)).errors.length, 1);
});

for (const [what, give, path, code] of [
  ['an item that does not exist', (element) => (element.answers = { rahs: 'present' }), '/current/rahs', 'unknown_item'],
  ['an answer that does not exist', (element) => (element.answers = { rash: 'maybe' }), '/current/rash', 'unknown_value'],
  ['a number beyond nine digits', (element) => (element.answers = { pga: 0.1 + 0.2 }), '/current/pga', 'number_format'],
  ['a text', (element) => (element.answers = '{"rash": true}'), '/current', 'wrong_type'],
  ['a map', (element) => (element.answers = new Map([['rash', 'present']])), '/current', 'not_json'],
  ['a function', (element) => (element.answers = { rash: () => 'present' }), '/current', 'not_json'],
  ['no number', (element) => (element.answers = { pga: NaN }), '/current', 'not_json'],
  ['something around itself', (element) => (element.answers = globalThis), '/current', 'not_json'],
  ['an earlier visit', (element) => (element.previous = { upcr: { value: 1 } }), '/previous/upcr', 'missing_unit'],
  ['a baseline', (element) => (element.baseline = { upcr: { value: 1 } }), '/baseline/upcr', 'missing_unit'],
  ['an option', (element) => (element.options = { window_days: 11 }), '/options/window_days', 'unknown_option_value'],
  ['options that are no JSON', (element) => element.setAttribute('options', '{bands'), '/options', 'not_json'],
  ['an option that stands twice', (element) => element.setAttribute('options', '{"bands": "four_level", "bands": "five_level"}'), '/options/bands', 'duplicate_key'],
  ['a language', (element) => (element.locale = 'xx'), '/locale', 'unknown_locale'],
]) {
  hostTest(`${what} that is not understood is told, and changes nothing`, async (page) => {
    const element = await put(page, {}, { answers: { rash: 'present' } });
    await answer(element, 'fever', 'Present').click();
    const before = await result(element);
    await element.evaluate(give);
    await page.waitForFunction(() => globalThis.heard.some(({ event }) => event === 'error'));
    const [{ errors }, ...more] = await heard(page, 'error');
    assert.deepEqual([errors[0].path, errors[0].code, more], [path, code, []]);
    assert.match(errors[0].message, /\.$/);
    assert.deepEqual(await result(element), before);
    assert.deepEqual(await get(element, 'answers'), { rash: 'present', fever: 'present' });
  });
}

hostTest('an earlier visit is read, shown and never changed', async (page) => {
  const element = await put(page, { instrument: 'selena-sledai' }, { answers: { upcr: { value: 0.8, unit: 'g/g' } } });
  assert.equal((await result(element)).parts.find(({ id }) => id === 'proteinuria').max, 4);
  await set(element, { previous: { upcr: { value: 0.8, unit: 'g/g' } } });
  assert.equal((await result(element)).parts.find(({ id }) => id === 'proteinuria').points, 0);
  assert.match(await element.locator('[data-item=proteinuria]').first().innerText(), /Earlier visit: 0\.8 g\/g/);
  await answer(element, 'rash', 'Present').click();
  assert.deepEqual(await get(element, 'previous'), { upcr: { value: 0.8, unit: 'g/g' } });
  await set(element, { previous: null });
  assert.equal((await result(element)).parts.find(({ id }) => id === 'proteinuria').max, 4);
  assert.equal((await get(element, 'answers')).rash, 'present', 'what was entered stays');
});

hostTest('a rule set that the page locks is part of every result, and cannot be changed', async (page) => {
  const element = await put(page, { options: '{"bands": "four_level"}', 'lock-options': '' });
  assert.equal((await result(element)).options.bands, 'four_level');
  await element.getByText('Rule set').click();
  assert.equal(await element.locator('#option-sledai-2k-bands').isDisabled(), true);
  await element.evaluate((element) => element.removeAttribute('lock-options'));
  await element.locator('#option-sledai-2k-bands').selectOption('five_level');
  const [{ locked, options }] = await heard(page, 'change');
  assert.deepEqual([locked, options.bands], [false, 'five_level']);
  assert.deepEqual(await get(element, 'options'), options);
  await set(element, { options: { bands: 'bsr' } });
  assert.equal((await result(element)).options.bands, 'bsr');
});

hostTest('a form that is read only is read, and not changed', async (page) => {
  const element = await put(page, { readonly: '' }, { answers: { rash: 'present', upcr: { value: 0.8, unit: 'g/g' } } });
  assert.equal(await element.locator('#item-upcr').isDisabled(), true);
  assert.equal(await answer(element, 'rash', 'Absent').locator('input').isDisabled(), true);
  await answer(element, 'rash', 'Absent').click({ force: true });
  assert.deepEqual(await heard(page, 'change'), []);
  await set(element, { readonly: false });
  await answer(element, 'rash', 'Absent').click();
  assert.equal((await get(element, 'answers')).rash, 'absent');
});

hostTest('reset goes back to what the page gave last', async (page) => {
  const element = await put(page, { 'change-log': '' }, { answers: { rash: 'present' }, options: { bands: 'four_level' } });
  await answer(element, 'rash', 'Absent').click();
  await answer(element, 'fever', 'Present').click();
  assert.equal((await get(element, 'changes')).length, 2);
  await element.evaluate((element) => element.reset());
  assert.deepEqual(await get(element, 'answers'), { rash: 'present' });
  assert.deepEqual(await get(element, 'changes'), []);
  await answer(element, 'rash', 'Absent').click();
  await page.getByRole('button', { name: 'Reset' }).click();
  assert.deepEqual(await get(element, 'answers'), { rash: 'present' });
});

hostTest('the log keeps what was changed, from what to what, when and why', async (page) => {
  const element = await put(page, { 'change-log': '' }, { answers: { rash: 'present', upcr: { value: 0.8, unit: 'g/g' } } });
  assert.equal(await element.getByLabel('Reason for the change').count(), 0);
  await answer(element, 'rash', 'Absent').click();
  const reason = element.getByLabel('Reason for the change: Rash');
  await reason.fill('misread');
  await answer(element, 'fever', 'Present').click();
  const changes = await get(element, 'changes');
  assert.deepEqual(
    changes.map(({ visit, item, old, new: now, reason }) => [visit, item, old, now, reason]),
    [['current', 'rash', 'present', 'absent', 'misread'], ['current', 'fever', null, 'present', null]],
  );
  for (const { time } of changes) assert.equal(new Date(time).toISOString(), time);
  assert.deepEqual((await heard(page, 'change')).at(-1).changes, changes);
  await answer(element, 'rash', 'Present').click();
  assert.equal(await element.getByLabel('Reason for the change').count(), 0, 'it says again what was given');
  assert.equal((await get(element, 'changes')).length, 3);
});

hostTest('a form around it submits result, answers and changes under its name', async (page) => {
  const element = await put(page, { name: 'visit3', 'change-log': '' }, { answers: { rash: 'present' } });
  await answer(element, 'fever', 'Present').click();
  const [expected, changes] = [await result(element), await get(element, 'changes')];
  assert.equal(await get(element, 'value'), JSON.stringify(expected));
  assert.equal(await element.evaluate((element) => element.form === document.forms[0]), true);
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.waitForURL(/submitted/);
  const submitted = new Map(JSON.parse(await page.locator('pre').innerText()));
  assert.deepEqual([...submitted.keys()], ['subject', 'visit3', 'visit3.answers', 'visit3.changes']);
  assert.deepEqual(JSON.parse(submitted.get('visit3')), expected);
  assert.deepEqual(JSON.parse(submitted.get('visit3.answers')), { rash: 'present', fever: 'present' });
  assert.deepEqual(JSON.parse(submitted.get('visit3.changes')), changes);
});

hostTest('a score that is required is complete before it is submitted', async (page) => {
  const element = await put(page, { instrument: 'eustar-2017', name: 'score', required: '' });
  assert.deepEqual(await element.evaluate((it) => [it.willValidate, it.checkValidity(), it.validity.valueMissing]), [true, false, true]);
  await page.getByRole('button', { name: 'Submit' }).click();
  assert.match(page.url(), /plain/);
  assert.match(await get(element, 'validationMessage'), /not complete/);
  const answers = { skin_worsening: false, digital_ulcers: false, mrss: 3, tendon_friction_rubs: true, crp: { value: 5, unit: 'mg/L' }, dlco_percent: 80 };
  await set(element, { answers });
  assert.deepEqual(await element.evaluate((it) => [it.checkValidity(), it.reportValidity(), it.validationMessage]), [true, true, '']);
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.waitForURL(/submitted/);
  const [, [, submitted]] = JSON.parse(await page.locator('pre').innerText());
  assert.equal(JSON.parse(submitted).score, 2.502);
});

hostTest('a score that is required and not there yet, or does not come, holds the form back', async (page, { forms }) => {
  forms.broken = (name) => name.endsWith('.wasm');
  const early = await page.evaluate(() => {
    document.querySelector('#place').innerHTML = '<rheum-score id="score" name="score" required instrument="sledai-2k"></rheum-score>';
    return document.forms[0].checkValidity();
  });
  assert.equal(early, false, 'while it is loading');
  await page.locator('#score').getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Submit' }).click();
  assert.equal(await page.evaluate(() => document.forms[0].checkValidity()), false, 'when it has not come');
  assert.match(page.url(), /plain/);
  forms.broken = () => false;
}, { expected: [/404|not focusable/] });

hostTest('a program that has stopped leaves no result to submit, and what was entered, given and changed', async (page) => {
  const element = await put(page, { name: 'score', 'change-log': '' }, { answers: { rash: 'present' } });
  await answer(element, 'rash', 'Absent').click();
  const changes = await get(element, 'changes');
  await element.evaluate((element) => element.stop());
  assert.deepEqual((await result(element)).errors.map(({ code }) => code), ['stopped']);
  assert.deepEqual(await get(element, 'answers'), { rash: 'absent' });
  const [valid, submitted] = await page.evaluate(() => [document.forms[0].checkValidity(), new FormData(document.forms[0]).get('score')]);
  assert.deepEqual([valid, JSON.parse(submitted)], [false, await result(element)]);
  await element.getByRole('button', { name: 'Try again' }).click();
  await element.locator('.rs-form').waitFor();
  assert.deepEqual([await get(element, 'answers'), await get(element, 'changes')], [{ rash: 'absent' }, changes]);
  assert.equal((await result(element)).min, 0);
  await element.evaluate((element) => element.reset());
  assert.deepEqual([await get(element, 'answers'), await get(element, 'changes')], [{ rash: 'present' }, []]);
});

hostTest('another instrument keeps the log, and a reset goes back to what the page gave', async (page) => {
  const element = await put(page, { 'change-log': '' }, { answers: { rash: 'present' } });
  await answer(element, 'rash', 'Absent').click();
  const changes = await get(element, 'changes');
  await set(element, { instrument: 'sledai-1992' });
  assert.deepEqual([await get(element, 'answers'), await get(element, 'changes')], [{ rash: 'absent' }, changes]);
  await element.evaluate((element) => element.reset());
  assert.deepEqual(await get(element, 'answers'), { rash: 'present' });
  await set(element, { instrument: 'sledai-2k', answers: { fever: 'present' } });
  assert.deepEqual([await get(element, 'answers'), await get(element, 'changes')], [{ fever: 'present' }, []]);
});

hostTest('a reason belongs to one change, and the form shows the one of the log', async (page) => {
  const element = await put(page, { 'change-log': '' }, { answers: { rash: 'present' } });
  await answer(element, 'rash', 'Absent').click();
  const reason = element.getByLabel('Reason for the change: Rash');
  await reason.fill('misread');
  await answer(element, 'rash', 'Not assessed').click();
  assert.equal(await reason.inputValue(), '');
  await reason.fill('not seen');
  assert.deepEqual((await get(element, 'changes')).map(({ reason }) => reason), ['misread', 'not seen']);
});

hostTest('a field that is left is final, also where it holds again what it held', async (page) => {
  const element = await put(page);
  await element.locator('#item-inflamed_joints').pressSequentially('1');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Tab');
  assert.deepEqual((await heard(page, 'change')).map(({ state, answers }) => [state, answers]), [
    ['draft', { inflamed_joints: 1 }],
    ['draft', {}],
    ['final', {}],
  ]);
});

hostTest('a disabled form takes its score along, and submits none', async (page) => {
  const element = await put(page, { name: 'score' });
  await page.evaluate(() => {
    const fieldset = document.createElement('fieldset');
    document.forms[0].append(fieldset);
    fieldset.append(document.querySelector('rheum-score'));
    fieldset.disabled = true;
  });
  await element.locator('.rs-form').waitFor();
  assert.equal(await element.locator('#item-upcr').isDisabled(), true);
  assert.deepEqual(await page.evaluate(() => [...new FormData(document.forms[0]).keys()]), ['subject']);
});

hostTest('the browser brings back what was entered', async (page) => {
  const element = await put(page, { name: 'score' });
  await element.evaluate((element) => element.formStateRestoreCallback('{"answers":{"rash":"present"},"options":{"bands":"four_level","window_days":10}}', 'restore'));
  assert.deepEqual(await get(element, 'answers'), { rash: 'present' });
  assert.equal((await result(element)).options.bands, 'four_level');
  // The page has not given it, and knows of it by an event alone.
  assert.deepEqual((await heard(page, 'change')).map(({ state, answers }) => [state, answers]), [['final', { rash: 'present' }]]);
});

hostTest('another instrument takes the visit over', async (page) => {
  const element = await put(page, { options: '{"window_days": 30}' }, { answers: { rash: 'present' } });
  await answer(element, 'fever', 'Present').click();
  await element.evaluate((element) => {
    element.removeAttribute('options');
    element.instrument = 'sledai-1992';
  });
  assert.equal((await result(element)).instrument, 'sledai-1992');
  assert.deepEqual(await get(element, 'answers'), { rash: 'present', fever: 'present' });
  assert.deepEqual((await heard(page, 'ready')).map(({ instrument }) => instrument), ['sledai-2k', 'sledai-1992']);
});

hostTest('a score that was set up wrongly shows what is wrong, and no form', async (page) => {
  await page.evaluate(() => {
    document.querySelector('#place').innerHTML = `<rheum-score id="score" instrument="sledai-2k" lock-options options='{"bands": "six"}'></rheum-score>`;
  });
  const element = page.locator('#score');
  await element.getByRole('alert').waitFor();
  assert.match(await element.getByRole('alert').innerText(), /^\/options\/bands: .*five_level/m);
  assert.equal(await element.locator('.rs-form').count(), 0);
  const [{ errors }] = await heard(page, 'error');
  assert.deepEqual([errors[0].path, errors[0].code], ['/options/bands', 'unknown_option_value']);
  await element.evaluate((element) => element.setAttribute('options', '{"bands": "four_level"}'));
  await element.locator('.rs-form').waitFor();
  assert.equal((await result(element)).options.bands, 'four_level');
  await set(element, { instrument: 'sledai-3k' });
  await element.getByRole('alert').waitFor();
  assert.equal((await heard(page, 'error'))[0].errors[0].code, 'unknown_instrument');
});
