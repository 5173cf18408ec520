// What stays on the device: nothing, unless asked for; and what leaving and
// clearing do.

import assert from 'node:assert/strict';
import { axe, pageTest } from './harness.mjs';
import { answer, button, clear, discloseAll, headline, label, openFile, openVisit, panel, save, start, visits } from './visit.mjs';

/** All that a browser keeps of a site. */
const keeps = async (page, context) => ({
  local: await page.evaluate(() => Object.entries(localStorage)),
  session: await page.evaluate(() => Object.entries(sessionStorage)),
  databases: await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
  caches: await page.evaluate(() => caches.keys()),
  cookies: await context.cookies(),
});
const NOTHING = { local: [], session: [], databases: [], caches: [], cookies: [] };
const keep = (page) => page.getByLabel('Keep this course in this browser');
/** The one thing that is kept. */
const kept = (page) => page.evaluate(() => Object.values(localStorage)[0]);
/** The items that are kept of the last visit. */
const keptItems = async (page) => Object.keys(JSON.parse(await kept(page)).visits.at(-1).entered);

pageTest('nothing is kept by default, whatever is done', async ({ page, open, context }) => {
  await open();
  await start(page, /lupus/i);
  await label(page, 'month 3', '2026-03-01');
  await answer(page, { rash: true, c3: { value: 0.7, low: 0.9 } });
  await button(page, 'Copy the last visit').click();
  await save(page);
  await page.getByRole('link', { name: 'Course' }).click();
  await page.waitForFunction(() => window.rheumscore.lastExport !== '');
  assert.deepEqual(await keeps(page, context), NOTHING);
  assert.equal(await keep(page).isChecked(), false);
  await page.reload();
  await page.locator('#heading').waitFor();
  await page.getByRole('link', { name: 'Rheumscore' }).click();
  await page.getByRole('heading', { level: 1, name: /Score a visit once/ }).waitFor();
  assert.equal(await page.getByText('A course is being entered').count(), 0);
});

pageTest('the switch keeps the course, and a reload brings it back', async ({ page, open, context }) => {
  await open('/#/sledai-2k');
  await label(page, 'month 3', '2026-03-01');
  await answer(page, { rash: true });
  await keep(page).check();
  await answer(page, { arthritis: true });
  const { local, ...others } = await keeps(page, context);
  assert.equal(local.length, 1);
  assert.deepEqual({ local: [], ...others }, NOTHING);
  await page.reload();
  await page.locator('form').waitFor();
  assert.equal(await headline(page, 'sledai-2k'), 'At least 6 so far');
  assert.equal(await page.locator('#visit-label').inputValue(), 'month 3');
  assert.equal(await keep(page).isChecked(), true);
  await answer(page, { alopecia: true });
  // Kept once typing rests, or when the page is left.
  await page.waitForFunction(() => Object.values(localStorage)[0].includes('"alopecia"'));
});

pageTest('switching it off erases what was kept and leaves the page as it is', async ({ page, open, context }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  await keep(page).check();
  await keep(page).uncheck();
  await answer(page, { arthritis: true });
  assert.deepEqual(await keeps(page, context), NOTHING);
  assert.equal(await headline(page, 'sledai-2k'), 'At least 6 so far');
});

for (const [what, text] of [
  ['damaged', '{"format": "rheumscore-course", "schema": 2'],
  ['foreign', '<img src=x onerror=alert(1)>'],
  ['of a later version', '{"format": "rheumscore-course", "schema": 99, "app": {"version": "9.0.0"}}'],
  ['empty', ''],
]) {
  pageTest(`what was kept and is ${what} never breaks the start, and is erased only when asked`, async ({ page, open }) => {
    await open('/#/sledai-2k');
    await answer(page, { rash: true });
    await keep(page).check();
    await page.evaluate((text) => localStorage.setItem(Object.keys(localStorage)[0], text), text);
    await page.reload();
    await page.locator('form').waitFor();
    const message = page.getByRole('alert').filter({ hasText: 'cannot be opened' });
    await message.waitFor();
    await axe(page);
    await answer(page, { arthritis: true });
    assert.equal(await headline(page, 'sledai-2k'), 'At least 4 so far', 'the page works');
    assert.equal(await kept(page), text, 'it stays as it was');
    await button(page, 'Erase it').click();
    assert.equal(await kept(page), undefined);
    assert.equal(await message.count(), 0);
  });
}

pageTest('two tabs: the other is told, and either can go on', async ({ page, open, url, context }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  await keep(page).check();
  const other = await context.newPage();
  await other.goto(url('/#/sledai-2k'));
  await other.locator('form').waitFor();
  assert.equal(await headline(other, 'sledai-2k'), 'At least 2 so far');
  const first = await kept(page);
  await label(page, 'named in the first tab');
  // A second tab that only looks does not stop the first.
  await page.waitForFunction((first) => Object.values(localStorage)[0] !== first, first);
  await button(other, 'Take over the other one').click();
  await answer(other, { arthritis: true });
  const message = page.getByRole('alert').filter({ hasText: 'Another tab has changed the course' });
  await message.waitFor();
  await axe(page);
  await answer(page, { alopecia: true });
  assert.deepEqual(await keptItems(page), ['arthritis', 'rash'], 'nothing of the other is overwritten unasked');
  await button(page, 'Keep this one').click();
  assert.deepEqual(await keptItems(page), ['rash', 'alopecia']);
  await other.getByRole('alert').filter({ hasText: 'Another tab has changed the course' }).waitFor();
  await button(other, 'Take over the other one').click();
  await other.locator('#item-alopecia').getByLabel('Present').isChecked();
  assert.equal(await headline(other, 'sledai-2k'), 'At least 4 so far');
  await answer(other, { fever: true });
  await page.waitForFunction(() => Object.values(localStorage)[0].includes('"fever"'));
});

pageTest('two tabs: where one erases, the other keeps nothing and loses nothing', async ({ page, open, url, context }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  await keep(page).check();
  const other = await context.newPage();
  await other.goto(url('/#/sledai-2k'));
  await other.locator('form').waitFor();
  await keep(other).uncheck();
  await page.waitForFunction(() => !document.getElementById('keep').checked);
  await answer(page, { arthritis: true });
  assert.equal(await kept(page), undefined);
  assert.equal(await headline(page, 'sledai-2k'), 'At least 6 so far');
});

for (const [how, break_] of [
  ['full', () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }],
  ['forbidden', () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })],
  ['not there', () => Object.defineProperty(window, 'localStorage', { value: null })],
]) {
  pageTest(`where the storage is ${how} the page says so and works on`, async ({ page, open, context }) => {
    await context.addInitScript(break_);
    await open('/#/sledai-2k');
    await answer(page, { rash: true });
    await keep(page).click();
    const message = page.getByRole('alert').filter({ hasText: 'did not keep the course' });
    await message.waitFor();
    assert.equal(await keep(page).isChecked(), false, 'the switch does not claim what is not so');
    await answer(page, { arthritis: true });
    assert.equal(await headline(page, 'sledai-2k'), 'At least 6 so far');
    await button(page, 'Stop keeping').click();
    assert.equal(await message.count(), 0);
  });
}

pageTest('clearing asks first, and then leaves nothing: not in the page, behind undo, or in the browser', async ({ page, open, context }) => {
  await open('/#/sledai-2k');
  await panel(page, 'Patient and course');
  await page.locator('#pseudonym').fill('Q-4711');
  await answer(page, { rash: true });
  await label(page, 'week 11');
  await button(page, 'Add a visit').click();
  await keep(page).check();
  await page.waitForFunction(() => window.rheumscore.lastExport !== '');
  await button(page, 'Clear for the next patient').click();
  await page.locator('#stay:focus').waitFor();
  await axe(page);
  await button(page, 'Keep it').click();
  await page.locator('#clear:focus').waitFor();
  await openVisit(page, /week 11/);
  assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
  await clear(page);
  await page.locator('#heading:focus').waitFor();
  assert.equal(await headline(page, 'sledai-2k'), 'Not yet', 'the score stays chosen');
  assert.equal(await visits(page).count(), 1);
  assert.deepEqual(await keeps(page, context), NOTHING);
  assert.equal(await page.evaluate(() => window.rheumscore.lastExport), '');
  await page.keyboard.press('Control+z');
  assert.equal(await headline(page, 'sledai-2k'), 'Not yet');
  await discloseAll(page);
  assert.equal(await page.locator('#pseudonym').inputValue(), '');
  const left = await page.evaluate(() => [...document.querySelectorAll('input')].map(({ value }) => value).join(' '));
  assert.doesNotMatch(left + (await page.content()), /Q-4711|week 11/);
});

/** Whether the page asks before it is left. */
async function asks(page) {
  let asked = false;
  page.once('dialog', (dialog) => {
    asked = dialog.type() === 'beforeunload';
    void dialog.accept();
  });
  // A file that was opened has led to the visit as such.
  await page.evaluate(() => (location.hash = '#/sledai-2k'));
  await page.reload();
  page.removeAllListeners('dialog');
  await page.locator('form').waitFor();
  return asked;
}

/** Chromium asks only on behalf of pages that were touched. */
const touch = (page) => page.locator('#heading').click();

pageTest('leaving asks only while something is entered that no file holds', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await touch(page);
  assert.equal(await asks(page), false, 'nothing was entered');

  await touch(page);
  await answer(page, { rash: true });
  assert.equal(await asks(page), true, 'an answer would be lost');

  await touch(page);
  await answer(page, { rash: true });
  await button(page, 'Add a visit').click();
  const { text } = await save(page);
  await openVisit(page, /Visit 1/);
  assert.equal(await asks(page), false, 'all of it is saved, whichever visit is open');

  await touch(page);
  await openFile(page, text);
  await page.getByText('agrees with the stored one').waitFor();
  assert.equal(await asks(page), false, 'a file that was opened is saved already');

  await touch(page);
  await openFile(page, text);
  await page.getByText('agrees with the stored one').waitFor();
  await answer(page, { arthritis: true });
  assert.equal(await asks(page), true, 'what was added to it is not');

  await touch(page);
  await answer(page, { rash: true });
  await keep(page).check();
  assert.equal(await asks(page), false, 'it is kept');
  await clear(page);
  assert.equal(await asks(page), false, 'nothing is left to lose');
});
