// The visits of a course: when they were, how they are told apart, what one
// takes over from another.

import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';
import { answer, button, card, cardOf, enter, field, headline, label, openVisit, panel, read, rule, save, says, score, start, visits } from './visit.mjs';

/** What the list of visits says, visit by visit. */
const listed = async (page) => (await visits(page).allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
const coursePanel = (page) => panel(page, 'Patient and course');

pageTest('visits are put into the order of time once a day is entered', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await label(page, 'month 3', '2026-06-01');
  await button(page, 'Add a visit').click();
  await label(page, 'baseline', '2026-03-01');
  await button(page, 'Add a visit').click();
  await label(page, 'month 1', '2026-04-01');
  assert.deepEqual((await save2(page)).visits.map((visit) => visit.label), ['baseline', 'month 1', 'month 3']);
  const names = await listed(page);
  assert.deepEqual(names.map((name) => name.match(/baseline|month \d/)[0]), ['baseline', 'month 1', 'month 3']);
  assert.equal(await page.locator('#visit-label').inputValue(), 'month 1', 'the visit that is open stays open');
});

/** A course is saved also where nothing but visits were named. */
const save2 = async (page) => (await save(page)).course;

pageTest('days count from the baseline, and from the infusion once it is said to be day zero', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await label(page, 'screening', '2026-03-01');
  await button(page, 'Add a visit').click();
  await label(page, 'week 4', '2026-04-05');
  assert.match((await listed(page))[1], /day 35/);
  await coursePanel(page);
  await button(page, 'Add an event').click();
  await page.locator('#event-0-when').fill('2026-03-08');
  assert.match((await listed(page))[0], /day −7/);
  assert.match((await listed(page))[1], /day 28/);
  const { events, visits: saved } = await save2(page);
  assert.deepEqual(events, [{ kind: 'infusion', label: '', when: '2026-03-08', day_zero: true }]);
  assert.deepEqual(saved.map(({ day }) => day), [-7, 28]);
});

pageTest('days in place of dates forget the dates, in the page and in the file', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await label(page, 'before', '2026-03-01');
  await button(page, 'Add a visit').click();
  await label(page, 'after', '2026-04-05');
  await page.locator('#visit-sampled').fill('2026-04-03');
  await coursePanel(page);
  await page.getByLabel('Days from day zero').check();
  assert.equal(await page.locator('#visit-when').inputValue(), '35');
  const { text, course } = await save(page);
  assert.deepEqual(course.visits.map(({ when, sampled }) => [when, sampled]), [['0', ''], ['35', '33']]);
  assert.doesNotMatch(text.replace(/"exported_at".*/, ''), /2026/);
  await label(page, undefined, '-14');
  assert.match((await listed(page))[0], /after.*day −14/, 'days are sorted as dates are');
  await label(page, undefined, '1.5');
  await page.getByText('no whole number').waitFor();
});

pageTest('any visit can be the one that changes are measured from', async ({ page, open }) => {
  await open('/#/sledai-2k');
  for (const [name, arthritis, rash] of [['one', false, false], ['two', true, true], ['three', true, false]]) {
    if (name !== 'one') await button(page, 'Add a visit').click();
    await label(page, name);
    await answer(page, { arthritis, rash });
  }
  assert.match((await listed(page))[0], /baseline/);
  await says(page, 'sledai-2k', /since baseline/);
  await openVisit(page, /two/);
  await coursePanel(page);
  await button(page, 'Measure changes from this visit').click();
  assert.match((await listed(page))[1], /baseline/);
  assert.doesNotMatch((await listed(page))[0], /baseline/);
  await openVisit(page, /three/);
  assert.equal((await save2(page)).baseline, 1);
  // The visit before is the baseline now.
  const told = await card(page, 'sledai-2k');
  assert.match(told, /since baseline/);
});

pageTest('an earlier visit can be added, and a response is then measured from it', async ({ page, open }) => {
  await open('/#/acr-eular-myositis-2016');
  await enter(page, { current: { strength: 146, haq: 0.5 } });
  assert.equal(await headline(page, 'acr-eular-myositis-2016'), 'Starting point');
  await button(page, 'Add an earlier visit').click();
  await enter(page, { current: { strength: 120, haq: 1.5 } });
  assert.match((await listed(page))[0], /baseline/);
  await openVisit(page, /Visit 2/);
  assert.equal(await headline(page, 'acr-eular-myositis-2016'), 'At least 27.5 so far');
});

pageTest('what is copied from the last visit counts for nothing until it is confirmed', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enter(page, { current: { arthritis: true, rash: true, alopecia: false, wbc: { value: 2.1, unit: '10*9/L' } } });
  await button(page, 'Copy the last visit').click();
  await page.getByText('4 answers were copied from the visit before').waitFor();
  assert.equal(await page.locator('#item-arthritis').getByLabel('Present').isChecked(), true, 'it is shown');
  assert.equal(await headline(page, 'sledai-2k'), 'Not yet', 'and it does not count');
  assert.match(await read(field(page, 'arthritis')), /From the visit before, not counted yet/);
  const { course } = await save(page);
  assert.equal(course.visits[1].entered.arthritis.origin, 'carried');
  assert.deepEqual(course.visits[1].results['sledai-2k'].request.current ?? {}, {});

  await button(page, 'Still holds: Arthritis').click();
  assert.equal(await headline(page, 'sledai-2k'), 'At least 4 so far');
  await page.getByText('3 answers were copied').waitFor();
  // An answer of its own needs no confirming.
  await answer(page, { rash: false });
  await page.getByText('2 answers were copied').waitFor();
  await page.getByRole('button', { name: /^1 answer still holds ?: Skin/ }).click();
  assert.equal(await button(page, 'All answers still hold').count(), 0, 'a value of another day is confirmed by itself');
  assert.equal(await headline(page, 'sledai-2k'), 'At least 4 so far');
  await button(page, 'Still holds: Leukocytes').click();
  assert.equal(await headline(page, 'sledai-2k'), 'At least 5 so far');
  assert.equal(await page.getByText('from the visit before').count(), 0);
});

pageTest('a value that is typed anew is confirmed, and another unit alone does not confirm it', async ({ page, open }) => {
  await open('/#/eustar-2017');
  await enter(page, { current: { crp: { value: 20, unit: 'mg/L' }, mrss: 12 } });
  await button(page, 'Copy the last visit').click();
  await page.locator('#item-crp-unit').selectOption('mg/dL');
  await page.getByText('2 answers were copied').waitFor();
  await page.locator('#item-crp').fill('1');
  await page.getByText('1 answer was copied').waitFor();
});

pageTest('several diseases ask each item once, and feed every score', async ({ page, open }) => {
  await open();
  await start(page, /lupus/i);
  const inputs = () => page.locator('form [id]').evaluateAll((all) => all.map(({ id }) => id));
  const lupus = await inputs();
  for (const instrument of ['sledai-1992', 'selena-sledai-hybrid', 'eustar-2017', 'acr-eular-myositis-2016']) {
    await score(page, instrument);
  }
  const all = await inputs();
  assert.equal(all.length, new Set(all).size, 'no item is asked twice');
  for (const id of lupus) assert.ok(all.includes(id), id);
  assert.ok(all.length > lupus.length + 8);
  await answer(page, { arthritis: true });
  for (const sheet of ['sledai-2k', 'selena-sledai', 'sledai-1992', 'selena-sledai-hybrid']) {
    await says(page, sheet, 'At least 4 so far');
  }
  assert.equal(await headline(page, 'doris-2021'), 'Does not meet DORIS 2021');
});

pageTest('a visit keeps what another score does not ask, and a score that goes takes nothing with it', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enter(page, { current: { arthritis: true, rash: true } });
  await score(page, 'sledai-2k', false);
  await score(page, 'eustar-2017');
  assert.equal(await page.locator('#item-rash').count(), 0);
  await score(page, 'doris-2021');
  assert.equal(await headline(page, 'doris-2021'), 'Does not meet DORIS 2021');
  assert.equal(await page.locator('#item-rash').getByLabel('Present').isChecked(), true);
});

pageTest('an answer on one visit leaves the others as they are', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enter(page, { current: { rash: true } });
  await button(page, 'Add a visit').click();
  assert.equal(await page.locator('#item-rash').getByLabel('Not assessed').isChecked(), true);
  await answer(page, { rash: false });
  await openVisit(page, /Visit 1/);
  assert.equal(await page.locator('#item-rash').getByLabel('Present').isChecked(), true);
});

pageTest('a visit can be removed, and that can be undone', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await label(page, 'first');
  await button(page, 'Add a visit').click();
  await label(page, 'second');
  await answer(page, { rash: true });
  await coursePanel(page);
  await button(page, 'Remove “second”').click();
  assert.equal(await visits(page).count(), 1);
  assert.equal(await page.locator('#visit-label').inputValue(), 'first');
  await page.keyboard.press('Control+z');
  assert.equal(await visits(page).count(), 2);
  assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
});

pageTest('what cannot be a day is said, and so are a future day and two visits on one day', async ({ page, open }) => {
  await open('/#/sledai-2k');
  const visit = page.getByRole('region', { name: 'This visit' });
  await label(page, 'one', '2199-01-01');
  assert.match(await read(visit), /dated in the future/);
  await label(page, undefined, '2026-03-01');
  assert.doesNotMatch(await read(visit), /future/);
  await button(page, 'Add a visit').click();
  await label(page, 'two', '2026-03-01');
  assert.match(await read(visit), /Another visit has the same day/);
});

pageTest('the rule of the window is chosen once for all scores that have one', async ({ page, open }) => {
  await open();
  await start(page, /lupus/i);
  const window = await rule(page, 'sledai-2k', 'window_days');
  const other = await window.evaluate((select) => [...select.options].find((option) => !option.selected).value);
  await window.selectOption(other);
  assert.equal(await (await rule(page, 'selena-sledai', 'window_days')).inputValue(), other);
  assert.equal(await cardOf(page, 'sledai-2k').count(), 1);
});

pageTest('a visit that is opened has the focus before anything else can be typed', async ({ page, open }) => {
  await open('/#/example/lupus');
  await visits(page).nth(3).waitFor();
  const focused = await page.evaluate(async () => {
    document.querySelector('.rs-visits__tab:not([aria-current])').click();
    // What follows within the press, and no timer: the next key comes before those.
    for (let turn = 0; turn < 50; turn += 1) await undefined;
    return document.activeElement.matches('.rs-visits__tab[aria-current]');
  });
  assert.equal(focused, true);
});
