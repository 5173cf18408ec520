// Measured values: what they are taken to say, what is asked about them, and
// what happens to those that cannot be read.

import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';
import { answer, button, card, clear, disclose, enter, field, headline, label, panel, read, results, save, saved, score } from './visit.mjs';

const said = (page, item) => read(field(page, item));
const laboratory = (page) => panel(page, 'Laboratory: units and limits');

pageTest('a measured value derives its item, says by which rule, and asks for the cause', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { wbc: { value: 2.1, unit: '10*9/L' } });
  assert.match(await said(page, 'leukopenia'), /Counts as present: counts when < 3 ×10⁹\/L/);
  assert.match(await results(page), /Counted from the number alone: leukopenia/);
  await field(page, 'leukopenia').getByRole('button', { name: 'No, another cause' }).click();
  assert.equal(await field(page, 'leukopenia').getByLabel('Other cause').isChecked(), true);
  assert.doesNotMatch(await results(page), /from the number alone/);
  assert.equal(await headline(page, 'sledai-2k'), 'At least 0 so far');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'item-leukopenia', 'the focus stays');
});

pageTest('that the disease is the cause ends the question and counts', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { wbc: { value: 2.1, unit: '10*9/L' } });
  await field(page, 'leukopenia').getByRole('button', { name: 'Yes, the disease' }).click();
  assert.equal(await headline(page, 'sledai-2k'), 'At least 1 so far');
  assert.doesNotMatch(await said(page, 'leukopenia'), /Is the disease the cause/);
});

pageTest('an answer against its value asks why, and the reason is kept in the file', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { wbc: { value: 2.1, unit: '10*9/L' }, leukopenia: false });
  const why = field(page, 'leukopenia').getByLabel(/This differs from the value. Why/);
  await why.fill('benign ethnic neutropenia');
  const { course } = await save(page);
  assert.equal(course.visits[0].entered.leukopenia.reason, 'benign ethnic neutropenia');
  assert.match(await results(page), /leukopenia/i);
  await button(page, 'Go by the value').click();
  assert.match(await said(page, 'leukopenia'), /Counts as present/);
  assert.equal(await why.count(), 0);
});

pageTest('a value without its unit is asked for it, and the rest is scored', async ({ page, open }) => {
  await open('/#/eustar-2017');
  await answer(page, { tendon_friction_rubs: true, crp: 5 });
  const unit = page.locator('#item-crp-unit');
  assert.equal(await unit.inputValue(), '', 'no unit is chosen beforehand');
  assert.equal(await unit.getAttribute('aria-invalid'), 'true');
  const error = page.locator(`#${await unit.getAttribute('aria-describedby')}`);
  assert.match(await read(error), /mg\/dL.*mg\/L/);
  assert.match(await card(page, 'eustar-2017'), /2\.25 to/);
  await unit.selectOption('mg/L');
  assert.equal(await unit.getAttribute('aria-invalid'), null);
  await disclose(page, '[data-instrument] details');
  assert.match(await card(page, 'eustar-2017'), /CRP\s+0\.5\s+0/);
});

pageTest('what cannot be a number is refused by name and stays as it was typed', async ({ page, open }) => {
  await open('/#/doris-2021');
  const pga = page.locator('#item-pga');
  await pga.fill('4');
  assert.match(await read(page.locator('#item-pga-error')), /PGA.*outside 0 to 3/);
  await pga.fill('high');
  assert.equal(await pga.getAttribute('aria-invalid'), 'true');
  assert.equal(await pga.inputValue(), 'high');
  assert.equal(await headline(page, 'doris-2021'), 'Not yet', 'a typing error is no answer');
  const { course } = await save(page);
  assert.deepEqual(course.visits[0].entered, { pga: { value: 'high' } });
});

pageTest('blank, zero and a typing error are three things', async ({ page, open }) => {
  await open('/#/doris-2021');
  const pga = page.locator('#item-pga');
  for (const [typed, invalid, entered] of [
    ['0', null, { pga: { value: '0' } }],
    ['O', 'true', { pga: { value: 'O' } }],
    ['-1', 'true', { pga: { value: '-1' } }],
  ]) {
    await pga.fill(typed);
    assert.equal(await pga.getAttribute('aria-invalid'), invalid, typed);
    assert.deepEqual((await save(page)).course.visits[0].entered, entered);
  }
  await pga.fill('');
  assert.equal(await pga.getAttribute('aria-invalid'), null);
  assert.equal(await button(page, 'Save').count(), 0, 'nothing is entered');
});

pageTest('decimal commas are read, and a number that can mean two is asked about', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { wbc: { value: '2,1', unit: '10*9/L' } });
  assert.match(await said(page, 'leukopenia'), /Counts as present/);
  await answer(page, { platelets: { value: '150,000', unit: '/uL' } });
  const platelets = field(page, 'thrombocytopenia');
  assert.match(await read(platelets), /“150,000” can mean two numbers/);
  assert.doesNotMatch(await read(platelets), /Counts as/);
  await platelets.getByRole('button', { name: '150000' }).click();
  assert.match(await read(platelets), /Counts as absent/);
  assert.equal(await page.locator('#item-platelets').inputValue(), '150000');
  await answer(page, { wbc: '1,000' });
  const answers = field(page, 'leukopenia').getByRole('alert').getByRole('button');
  assert.deepEqual((await answers.allInnerTexts()).length, 2);
  assert.match(await page.getByText('Not used').innerText(), /leukocytes/i);
});

pageTest('an unusual value is asked about, and the answer is kept until another value is typed', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { temperature_max: { value: 44, unit: 'Cel' } });
  const question = () => field(page, 'fever').getByRole('status').filter({ hasText: /unusually high/ });
  await question().waitFor();
  await button(page, 'It is right').click();
  assert.equal(await question().count(), 0);
  assert.equal((await save(page)).course.visits[0].entered.temperature_max.confirmed, '44');
  await page.locator('#item-temperature_max').fill('43.5');
  await question().waitFor();
  await page.locator('#item-temperature_max').fill('37');
  assert.equal(await question().count(), 0);
});

pageTest('a value in what looks like another unit is asked about with that unit', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { platelets: { value: 150000, unit: '10*9/L' } });
  const told = await said(page, 'thrombocytopenia');
  assert.match(told, /unusually high|outside|above/i, 'it is refused or asked about');
});

pageTest('a sample outside of the window is pointed out, for the visit and for one value', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await label(page, 'visit', '2026-03-15');
  await answer(page, { c3: { value: 0.7, low: 0.9 } });
  await page.locator('#visit-sampled').fill('2026-03-01');
  await field(page, 'low_complement').getByText('Sampled 14 days before the visit').waitFor();
  await disclose(page, '#item-low_complement details');
  await page.locator('#item-c3-sampled').fill('2026-03-14');
  assert.equal(await field(page, 'low_complement').getByText('outside of the window').count(), 0);
  await page.locator('#item-c3-sampled').fill('2026-03-16');
  await field(page, 'low_complement').getByText('Sampled 1 day after the visit').waitFor();
  assert.equal((await save(page)).course.visits[0].entered.c3.sampled, '2026-03-16');
});

pageTest('the lab profile fills what a visit leaves blank, is learned, and stays for the next patient', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { c3: { value: 0.7, low: 0.9 }, wbc: { value: 2.1, unit: '10*9/L' } });
  await laboratory(page);
  await button(page, 'Take over the units and limits of this visit').click();
  assert.equal(await page.locator('#laboratory-c3-limit').inputValue(), '0.9');
  assert.equal(await page.locator('#laboratory-wbc-unit').inputValue(), '10*9/L');
  await clear(page);
  await answer(page, { c3: 0.7, wbc: 2.1 });
  assert.match(await said(page, 'low_complement'), /Counts as present/);
  assert.match(await said(page, 'leukopenia'), /Counts as present/);
  assert.equal(await page.locator('#item-wbc-unit').inputValue(), '', 'what is shown there is the profile’s');
});

pageTest('a lab profile is saved by itself and opened on another day', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await laboratory(page);
  await page.locator('#laboratory-c3-limit').fill('0.9');
  const { name, text } = await saved(page, button(page, 'Save the lab profile'));
  assert.match(name, /^rheumscore-laboratory-\d{4}-\d\d-\d\d\.json$/);
  assert.deepEqual(JSON.parse(text).laboratory, { c3: { limit: '0.9' } });
  await page.reload();
  await page.locator('form').waitFor();
  await answer(page, { c3: 0.7 });
  await laboratory(page);
  await page.getByLabel('Open a lab profile').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByText('taken over from the file').waitFor();
  assert.match(await said(page, 'low_complement'), /Counts as present/);
  await page.keyboard.press('Control+z');
  assert.doesNotMatch(await said(page, 'low_complement'), /Counts as present/);
});

pageTest('the sum of the seventeen skin sites is the skin score, and less than seventeen are a lower bound', async ({ page, open }) => {
  await open('/#/eustar-2017');
  await answer(page, { mrss: 52 });
  assert.equal(await page.locator('#item-mrss').getAttribute('aria-invalid'), 'true');
  await answer(page, { mrss: '' });
  await panel(page, 'Figure and table of the 17 sites');
  const sites = page.locator('input[id^="item-mrss_"]');
  assert.equal(await sites.count(), 17);
  const ids = await sites.evaluateAll((all) => all.map(({ id }) => id.replace('item-', '')));
  await answer(page, Object.fromEntries(ids.slice(1).map((id) => [id, 1])));
  await page.getByRole('status').filter({ hasText: 'At least 16: 16 of 17 sites graded' }).waitFor();
  await answer(page, { [ids[0]]: 3 });
  await page.getByRole('status').filter({ hasText: 'Skin score 19, all 17 sites graded' }).waitFor();
  const { request } = (await save(page)).course.visits[0].results['eustar-2017'];
  assert.equal(Object.keys(request.current).length >= 1, true);
  await panel(page, 'How it adds up');
  assert.match(await card(page, 'eustar-2017'), /mRSS[^\n]*\s+19/i);
});

pageTest('an item that cannot be assessed is no longer asked for, and still not taken as absent', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await score(page, 'doris-2021', false);
  await answer(page, { rash: true });
  await disclose(page, '#item-seizure details');
  await page.locator('#item-seizure-unassessable').check();
  assert.equal(await page.locator('#item-seizure').getAttribute('data-state'), 'unassessable');
  assert.match(await card(page, 'sledai-2k'), /2 to 105/);
  assert.equal((await save(page)).course.visits[0].entered.seizure.unassessable, true);
  await answer(page, { seizure: false });
  assert.equal(await page.locator('#item-seizure-unassessable').isChecked(), false, 'an answer ends it');
  assert.match(await card(page, 'sledai-2k'), /2 to 97/);
});
