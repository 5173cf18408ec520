// How much it takes to enter a visit: by the keyboard alone, and by touch alone.

import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';
import { button, field, headline, read, save } from './visit.mjs';

/** The visit of a lupus patient: what is measured, as typed. */
const LABS = { upcr: '0.2', c3: '0.98', c4: '0.21', anti_dsdna: '12', platelets: '250', wbc: '6.1' };

/** Counts the keys that are pressed; one with Ctrl or Shift held is one. */
class Keys {
  count = 0;
  #page;

  constructor(page) {
    this.#page = page;
  }

  async press(...keys) {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      this.count += 1;
    }
  }

  type(text) {
    return this.press(...text);
  }

  /** Goes to an item by a part of its name. */
  async find(name) {
    await this.press('Control+k');
    await this.type(name);
    await this.press('Enter');
  }
}

const item = (page) => page.evaluate(() => document.activeElement.closest('[data-item]')?.dataset.item);
const focusedId = (page) => page.evaluate(() => document.activeElement.id);
const report = (what, count) => console.log(`    ${what}: ${count}`);

/** From the first page to a complete visit. */
async function firstVisit(page, keys) {
  await keys.press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Enter');
  await page.locator('#heading:focus').waitFor();
  await keys.find('pga');
  await keys.type('1.2');
  await keys.press('Enter');
  assert.equal(await item(page), 'seizure');
  // Seven of the brain, vasculitis; arthritis is there; then myositis, casts and blood.
  await keys.type('aaaaaaaapaaa');
  assert.equal(await item(page), 'proteinuria');
  await keys.press('ArrowDown', 'ArrowDown');
  await keys.type(LABS.upcr);
  await keys.press('Tab', 'g', 'Tab', 'Tab');
  assert.equal(await item(page), 'pyuria');
  await keys.type('aaaaaa');
  assert.equal(await item(page), 'low_complement');
  await keys.press('ArrowDown');
  for (const [value, limit] of [[LABS.c3, '0.9'], [LABS.c4, '0.1']]) {
    await keys.type(value);
    await keys.press('Enter');
    await keys.type(limit);
    await keys.press('Enter');
  }
  await keys.press('Enter', 'Enter', 'ArrowDown');
  assert.equal(await focusedId(page), 'item-anti_dsdna');
  await keys.type(LABS.anti_dsdna);
  await keys.press('Enter');
  await keys.type('30');
  await keys.press('Enter');
  assert.equal(await item(page), 'fever');
  await keys.press('a', 'ArrowDown');
  await keys.type(LABS.platelets);
  await keys.press('Tab', 'ArrowDown', 'Tab', 'Tab');
  assert.equal(await item(page), 'leukopenia');
  await keys.press('ArrowDown');
  await keys.type(LABS.wbc);
  await keys.press('Tab', 'ArrowDown', 'Tab', 'Tab');
  assert.equal(await focusedId(page), 'item-glucocorticoid');
  await keys.press('5', 'Enter', 'a', 'ArrowRight');
}

/** All three lupus scores are complete, and the four joints of arthritis count. */
async function isComplete(page) {
  assert.equal(await headline(page, 'sledai-2k'), '4');
  assert.equal(await headline(page, 'selena-sledai'), '4');
  assert.equal(await headline(page, 'doris-2021'), 'Does not meet DORIS 2021');
  const { entered, results } = (await save(page)).course.visits.at(-1);
  for (const [instrument, { result }] of Object.entries(results)) assert.equal(result.status, 'complete', instrument);
  for (const [lab, value] of Object.entries(LABS)) assert.equal(entered[lab].value, value);
  assert.equal(entered.therapy_stable.answer, true);
  assert.equal(entered.glucocorticoid.value, '5');
}

pageTest('a complete lupus visit with PGA, treatment and labs takes at most 110 keys', async ({ page, open }) => {
  const keys = new Keys(page);
  await open();
  await firstVisit(page, keys);
  report('keys of a first lupus visit', keys.count);
  await isComplete(page);
  assert.equal((await save(page)).course.visits[0].entered.pga.value, '1.2');
  assert.ok(keys.count <= 110, `${keys.count} keys`);
});

pageTest('a second visit with few changes takes at most 45 keys', async ({ page, open }) => {
  await open();
  await firstVisit(page, new Keys(page));
  const keys = new Keys(page);
  await keys.press('Control+k', 'Shift+Tab', 'Shift+Tab');
  assert.equal(await page.evaluate(() => document.activeElement.innerText), 'Copy the last visit');
  await keys.press('Enter');
  await page.locator('#visit-label:focus').waitFor();
  // Enter confirms one after the other, beginning with what has changed.
  await keys.find('pga');
  await keys.press('Control+a');
  await keys.type('0.8');
  await keys.press('Enter');
  assert.equal(await item(page), 'seizure');
  const carried = page.locator('[data-state=carried]');
  while ((await carried.count()) > 0 && keys.count <= 45) await keys.press('Enter');
  report('keys of a second visit, confirmed one by one', keys.count);
  await isComplete(page);
  assert.equal((await save(page)).course.visits[1].entered.pga.value, '0.8');
  assert.ok(keys.count <= 45, `${keys.count} keys`);
});

pageTest('answers are confirmed together, and values one by one', async ({ page, open }) => {
  await open();
  await firstVisit(page, new Keys(page));
  const keys = new Keys(page);
  await keys.press('Control+k', 'Shift+Tab', 'Shift+Tab', 'Enter');
  await page.locator('#visit-label:focus').waitFor();
  const name = () => page.evaluate(() => document.activeElement.innerText);
  while ((await name()) !== 'All answers still hold' && keys.count < 40) await keys.press('Tab');
  await keys.press('Enter');
  const carried = page.locator('.rs-carried');
  assert.ok((await carried.count()) > 0, 'a value of another day is not confirmed with the rest');
  await keys.find('pga');
  while ((await carried.count()) > 0 && keys.count <= 45) await keys.press('Enter');
  report('keys of a second visit, its answers confirmed together', keys.count);
  await isComplete(page);
  assert.ok(keys.count <= 45, `${keys.count} keys`);
});

pageTest('a lab profile spares units and limits at the next patient', async ({ page, open }) => {
  await open();
  await firstVisit(page, new Keys(page));
  await page.locator('summary').filter({ hasText: 'Laboratory: units and limits' }).focus();
  await page.keyboard.press('Enter');
  await button(page, 'Take over the units and limits of this visit').focus();
  await page.keyboard.press('Enter');
  await button(page, 'Clear for the next patient').focus();
  await page.keyboard.press('Enter');
  await page.locator('#stay:focus').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('#heading:focus').waitFor();
  const keys = new Keys(page);
  for (const [name, value] of Object.entries({ c3: '0.7', leukocytes: '2.1', platelets: '88' })) {
    await keys.find(name);
    await keys.type(value);
  }
  report('keys of three values with a lab profile', keys.count);
  assert.match(await read(field(page, 'low_complement')), /Counts as present/);
  assert.match(await read(field(page, 'leukopenia')), /Counts as present/);
  assert.match(await read(field(page, 'thrombocytopenia')), /Counts as present/);
});

pageTest(
  'the same visit is entered by touch alone',
  async ({ page, open }) => {
    let taps = 0;
    const tap = async (locator) => {
      await locator.tap();
      taps += 1;
    };
    // What a keyboard on the screen would type.
    const type = async (id, text) => {
      await tap(page.locator(`#item-${id}`));
      await page.keyboard.insertText(text);
    };
    const answered = (item, name) => tap(page.locator(`#item-${item} label`).filter({ hasText: new RegExp(`^${name}$`) }));
    await open();
    await tap(page.getByRole('button', { name: /lupus/i }));
    await page.locator('form').waitFor();
    await type('pga', '1.2');
    await answered('arthritis', 'Present');
    for (const [lab, value] of Object.entries(LABS)) await type(lab, value);
    await type('c3-limit', '0.9');
    await type('c4-limit', '0.1');
    await type('anti_dsdna-limit', '30');
    for (const [unit, code] of [['upcr', 'g/g'], ['platelets', '10*9/L'], ['wbc', '10*9/L']]) {
      taps += 2;
      await page.locator(`#item-${unit}-unit`).selectOption(code);
    }
    const rest = page.getByRole('button', { name: /^Mark \d+ open findings? examined and absent/ });
    while ((await rest.count()) > 0) await tap(rest.first());
    // What is measured is answered by itself.
    for (const measured of ['urinary_casts', 'hematuria', 'pyuria', 'fever']) await answered(measured, 'Absent');
    await type('glucocorticoid', '5');
    await answered('therapy_stable', 'Yes');
    report('taps of a first lupus visit, beside what is typed', taps);
    await isComplete(page);
    assert.ok(taps <= 40, `${taps} taps`);
  },
  { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } },
);
