// The keyboard: from item to item, one key an answer, and the way back from
// everything.

import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';
import { answer, button, card, disclose, field, headline, label, openFile, openVisit, save, score, start, visits } from './visit.mjs';

const item = (page) => page.evaluate(() => document.activeElement.closest('[data-item]')?.dataset.item);
const focusedId = (page) => page.evaluate(() => document.activeElement.id);
const chosen = (page, item) => page.locator(`#item-${item} label:has(input[type=radio]:checked)`).innerText();
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};

pageTest('letters answer a finding and move on to the next item', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await page.locator('#item-seizure input:checked').focus();
  await press(page, 'p', 'A', 'o', 'n', 'a');
  const given = [];
  for (const one of ['seizure', 'psychosis', 'organic_brain_syndrome', 'visual_disturbance', 'cranial_nerve_disorder']) {
    given.push((await chosen(page, one)).trim());
  }
  assert.deepEqual(given, ['Present', 'Absent', 'Other cause', 'Not assessed', 'Absent']);
  assert.equal(await item(page), 'lupus_headache');
});

pageTest('a letter skips the values of its finding, and no letter is taken from typing', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await page.locator('#item-low_complement input:checked').focus();
  await press(page, 'a');
  assert.equal(await item(page), 'increased_dna_binding');
  await page.locator('#item-c3').focus();
  await press(page, 'p', 'a');
  assert.equal(await page.locator('#item-c3').inputValue(), 'pa');
  assert.equal((await chosen(page, 'low_complement')).trim(), 'Absent');
  await page.locator('#visit-label').pressSequentially('napo');
  assert.equal(await page.locator('#visit-label').inputValue(), 'napo');
});

pageTest('arrows move from item to item and into values, and change no answer', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await page.locator('#item-alopecia input:checked').focus();
  await press(page, 'ArrowDown');
  assert.equal(await item(page), 'mucosal_ulcers');
  await press(page, 'ArrowUp', 'ArrowUp');
  assert.equal(await item(page), 'rash');
  assert.equal(await headline(page, 'sledai-2k'), 'Not yet');
  await page.locator('#item-low_complement input:checked').focus();
  await press(page, 'ArrowDown');
  assert.equal(await focusedId(page), 'item-c3');
});

pageTest('left and right choose among the answers, as on any form', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await page.locator('#item-rash input:checked').focus();
  await press(page, 'ArrowLeft');
  assert.equal((await chosen(page, 'rash')).trim(), 'Absent');
  assert.equal(await item(page), 'rash');
});

pageTest('the whole of SLEDAI-2K is answered with one key an item', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await page.locator('#item-seizure input:checked').focus();
  for (let at = 0; at < 24; at += 1) await press(page, 'a');
  assert.equal(await headline(page, 'sledai-2k'), '0');
  assert.match(await card(page, 'sledai-2k'), /Complete/);
});

pageTest('Ctrl+Enter goes to the next open item, past what is answered, and begins again at the end', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { psychosis: false, organic_brain_syndrome: true });
  await page.locator('#item-seizure input:checked').focus();
  await press(page, 'Control+Enter');
  assert.equal(await item(page), 'visual_disturbance');
  await page.locator('#item-leukopenia input:checked').focus();
  await press(page, 'Control+Enter');
  assert.equal(await item(page), 'seizure');
});

pageTest('Enter confirms what was copied and goes to the next that was', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { seizure: false, rash: true, fever: false });
  await button(page, 'Copy the last visit').click();
  await page.locator('#item-seizure input:checked').focus();
  await press(page, 'Enter');
  assert.equal(await item(page), 'rash');
  await press(page, 'Enter');
  assert.equal(await item(page), 'fever');
  assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
  await press(page, 'Enter');
  assert.equal(await page.getByText('copied from the visit before').count(), 0);
});

pageTest('the rest of a group is marked examined and absent, says how many, and is undone at once', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { alopecia: true, leukopenia: 'other_cause' });
  const rest = page.getByRole('button', { name: /^Mark 2 open findings examined and absent ?: Skin/ });
  await rest.click();
  assert.equal((await chosen(page, 'rash')).trim(), 'Absent');
  assert.equal((await chosen(page, 'alopecia')).trim(), 'Present');
  const { course } = await save(page);
  assert.equal(course.visits[0].entered.rash.origin, 'bulk', 'the file tells that it was marked with others');
  assert.equal(course.visits[0].entered.alopecia.origin, undefined);
  assert.match(await page.getByRole('button', { name: 'Undo' }).locator('xpath=..').innerText(), /2 answers/);
  await press(page, 'Control+z');
  assert.equal((await chosen(page, 'rash')).trim(), 'Not assessed');
  await rest.waitFor();
  const blood = page.getByRole('button', { name: /absent ?: (Blood|Kidney|Complement|Fever|Treatment)/ });
  assert.equal(await blood.count(), 0, 'what is measured is not marked as examined');
});

pageTest('the rest of a group leaves alone what was copied and what cannot be assessed', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  await button(page, 'Copy the last visit').click();
  await disclose(page, '#item-alopecia details');
  await page.locator('#item-alopecia-unassessable').check();
  await page.getByRole('button', { name: /^Mark 1 open finding examined and absent ?: Skin/ }).click();
  assert.equal((await chosen(page, 'rash')).trim(), 'Present');
  assert.equal((await chosen(page, 'alopecia')).trim(), 'Not assessed');
  assert.equal((await chosen(page, 'mucosal_ulcers')).trim(), 'Absent');
});

pageTest('every edit is undone and done again: typing as one, choices one by one', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  await page.locator('#item-c3').pressSequentially('0.71');
  await label(page, 'month 3');
  await press(page, 'Control+z');
  assert.equal(await page.locator('#visit-label').inputValue(), '');
  await press(page, 'Control+z');
  assert.equal(await page.locator('#item-c3').inputValue(), '');
  await press(page, 'Control+z');
  assert.equal(await headline(page, 'sledai-2k'), 'Not yet');
  await press(page, 'Control+Shift+z', 'Control+y', 'Control+Shift+Z');
  assert.equal(await page.locator('#visit-label').inputValue(), 'month 3');
  assert.equal(await page.locator('#item-c3').inputValue(), '0.71');
  assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
});

pageTest('the buttons undo and redo as the keys do, and say so when there is nothing', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  assert.equal(await button(page, 'Redo').getAttribute('aria-disabled'), 'true');
  await button(page, 'Undo').click();
  assert.equal(await headline(page, 'sledai-2k'), 'Not yet');
  assert.equal(await button(page, 'Redo').getAttribute('aria-disabled'), null);
  await button(page, 'Redo').click();
  assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
});

pageTest('opening a file, copying a visit, another rule and another score are undone', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true, arthritis: true });
  const file = await save(page);
  await answer(page, { rash: false, arthritis: false });
  await openFile(page, file.text);
  await page.getByText('agrees with the stored one').waitFor();
  assert.equal(await headline(page, 'sledai-2k'), 'At least 6 so far');
  await press(page, 'Control+z');
  assert.equal(await headline(page, 'sledai-2k'), 'At least 0 so far');
  await button(page, 'Copy the last visit').click();
  await press(page, 'Control+z');
  assert.equal(await visits(page).count(), 1);
  await score(page, 'eustar-2017');
  await press(page, 'Control+z');
  assert.equal(await page.locator('[data-instrument="eustar-2017"]').count(), 0);
  await press(page, 'Control+Shift+z', 'Control+z', 'Control+z', 'Control+z', 'Control+z', 'Control+z', 'Control+z');
  assert.equal(await button(page, 'Save').count(), 0, 'all the way back to nothing');
});

pageTest('undo brings back the visit that it is about', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await label(page, 'one');
  await button(page, 'Add a visit').click();
  await label(page, 'two');
  await answer(page, { rash: true });
  await openVisit(page, /one/);
  await press(page, 'Control+z');
  await openVisit(page, /two/);
  assert.equal((await chosen(page, 'rash')).trim(), 'Not assessed');
});

pageTest('an item is found by its name, and Enter goes to it', async ({ page, open }) => {
  await open();
  await start(page, /lupus/i);
  await press(page, 'Control+k');
  assert.equal(await focusedId(page), 'search');
  await page.keyboard.type('alop');
  await page.getByRole('status').filter({ hasText: '1 item. Enter goes to the first' }).waitFor();
  await press(page, 'Enter');
  assert.equal(await item(page), 'alopecia');
  await press(page, 'Control+k');
  await page.keyboard.type('platel');
  await press(page, 'Enter');
  assert.equal(await focusedId(page), 'item-platelets');
  await press(page, 'Control+k');
  await page.keyboard.type('<b>');
  await page.getByText('No item of this form has that name').waitFor();
  assert.equal(await page.locator('#search').inputValue(), '<b>');
  await page.locator('#search').fill('uri');
  await page.getByRole('search').getByRole('button').last().click();
  assert.ok(await item(page));
});

pageTest('the focus is never lost: after a group, a copy, a new visit, a question', async ({ page, open }) => {
  const lost = () => page.evaluate(() => document.activeElement === document.body);
  await open('/#/sledai-2k');
  await page.getByRole('button', { name: /^Mark 3 open findings.*Skin/ }).focus();
  await press(page, 'Enter');
  assert.equal(await lost(), false, 'after marking a group');
  await button(page, 'Copy the last visit').focus();
  await press(page, 'Enter');
  await page.locator('#visit-label:focus').waitFor();
  await page.getByRole('button', { name: /^3 answers still hold ?: Skin/ }).focus();
  await press(page, 'Enter');
  assert.equal(await lost(), false, 'after confirming a group');
  await button(page, 'Add a visit').focus();
  await press(page, 'Enter');
  await page.locator('#visit-label:focus').waitFor();
  await answer(page, { wbc: { value: '2.1', unit: '10*9/L' } });
  await field(page, 'leukopenia').getByRole('button', { name: 'Yes, the disease' }).focus();
  await press(page, 'Enter');
  assert.equal(await lost(), false, 'after a question');
  await button(page, 'Undo').focus();
  await press(page, 'Enter');
  assert.equal(await lost(), false, 'after undoing');
});
