// The first screen, the examples, the page about the program, and the way
// between pages.

import assert from 'node:assert/strict';
import { axe, pageTest } from './harness.mjs';
import {
  answer, button, cardOf, disclose, discloseAll, enter, headline, label, openFile, panel, patient, read, save, start, visits,
} from './visit.mjs';

const focusedId = (page) => page.evaluate(() => document.activeElement.id);

const DISEASES = [
  [/lupus/i, ['sledai-2k', 'selena-sledai', 'doris-2021']],
  [/systemic sclerosis/i, ['eustar-2017']],
  [/myopathy|myositis/i, ['acr-eular-myositis-2016']],
];
for (const [disease, instruments] of DISEASES) {
  pageTest(`one press begins a visit of ${disease.source}`, async ({ page, open }) => {
    await open();
    await page.getByRole('button', { name: disease }).click();
    await page.locator('#heading:focus').waitFor();
    for (const instrument of instruments) await cardOf(page, instrument).waitFor();
    assert.equal(await page.locator('[data-instrument]').count(), instruments.length);
    assert.ok((await page.locator('form [data-item]').count()) > 0);
  });
}

pageTest('the first screen says what this is, what it is not for, and that nothing leaves', async ({ page, open }) => {
  await open();
  const shown = await read(page.locator('body'));
  assert.match(shown, /lupus, systemic sclerosis and myositis/);
  assert.match(shown, /nothing you enter leaves this device/i);
  assert.match(shown, /Not CE-marked or FDA-cleared/);
  assert.match(shown, /Blank is not zero/);
});

pageTest('what is being entered is found again from the first screen', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  await page.getByRole('link', { name: 'Rheumscore' }).click();
  await page.getByText('A course is being entered').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Go on with it' }).click();
  await page.locator('form').waitFor();
  assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
});

pageTest('a file is opened from the first screen', async ({ page, open }) => {
  const { request } = patient(/^Patient 40 /);
  await open(`/#/${request.instrument}`);
  await enter(page, request);
  const { text } = await save(page);
  await page.getByRole('link', { name: 'Rheumscore' }).click();
  await page.getByText('A course is being entered').waitFor();
  await openFile(page, text);
  await page.locator('form').waitFor();
  assert.equal(await headline(page, request.instrument), '6');
});

for (const [name, instrument] of [['Lupus', 'sledai-2k'], ['Systemic sclerosis', 'eustar-2017'], ['Myositis', 'acr-eular-myositis-2016']]) {
  pageTest(`the example of ${name} opens with its visits and charts, and can be undone`, async ({ page, open }) => {
    await open();
    await page.getByRole('link', { name: new RegExp(`^${name}:`) }).click();
    await page.getByText('agrees with the stored one').waitFor();
    await cardOf(page, instrument).waitFor();
    assert.ok((await visits(page).count()) >= 3);
    assert.doesNotMatch(await headline(page, instrument), /Not yet/);
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Course' }).click();
    await page.locator('h1:has-text("Course")').waitFor();
    assert.ok((await page.locator('main svg').count()) >= 1, 'it is drawn');
    assert.ok((await page.getByRole('table').count()) >= 1, 'and there as a table');
    await axe(page);
    await page.keyboard.press('Control+z');
    await page.getByRole('link', { name: 'Rheumscore' }).click();
    await page.getByRole('heading', { level: 1, name: /Score a visit once/ }).waitFor();
    assert.equal(await page.getByText('A course is being entered').count(), 0);
  });
}

pageTest(
  'an example that does not come is said to, and nothing is lost',
  async ({ page, open }) => {
    await page.route('**/examples/**', (route) => route.abort());
    await open('/#/sledai-2k');
    await page.evaluate(() => (location.hash = '#/example/lupus'));
    await page.getByRole('alert').filter({ hasText: 'could not be loaded' }).waitFor();
    assert.equal(await headline(page, 'sledai-2k'), 'Not yet');
  },
  { expected: [/net::ERR_FAILED/] },
);

pageTest('an example takes no patient away that is in no file yet', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  await page.evaluate(() => (location.hash = '#/example/lupus'));
  await page.getByRole('alert').filter({ hasText: 'in no file yet' }).waitFor();
  assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
});

pageTest('another disease is not begun with the answers of a patient before it is said whose they are', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  await page.getByRole('link', { name: 'Rheumscore' }).click();
  await page.getByRole('button', { name: /^Systemic sclerosis/ }).click();
  await page.getByText('Is this the same patient').waitFor();
  await page.getByRole('button', { name: 'Another patient: clear and start' }).click();
  await cardOf(page, 'eustar-2017').waitFor();
  assert.equal(await cardOf(page, 'sledai-2k').count(), 0);
  assert.equal(await headline(page, 'eustar-2017'), 'Not yet');
});

pageTest('an example has an address that opens it', async ({ page, open }) => {
  await open('/#/example/lupus');
  await page.getByText('agrees with the stored one').waitFor();
  await cardOf(page, 'sledai-2k').waitFor();
});

pageTest('the page about the program names every score, its sources and its keys', async ({ page, open }) => {
  await open();
  await page.getByRole('link', { name: 'About' }).click();
  await page.locator('#heading:focus').waitFor();
  const about = page.getByRole('main');
  for (const name of ['SLEDAI-2K', 'SELENA-SLEDAI', 'DORIS 2021', 'EUSTAR 2017', 'ACR/EULAR 2016']) {
    assert.ok((await about.getByText(name).count()) >= 1, name);
  }
  await page.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
  assert.ok((await about.getByRole('link', { name: /doi/ }).count()) >= 5);
  const text = await read(about);
  assert.match(text, /Ctrl/);
  assert.match(text, /not (to be )?used alone/i);
  await axe(page);
});

pageTest('links that leave the site say nothing of where they come from', async ({ page, open }) => {
  await open('/#/about');
  await page.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
  const links = await page.locator('a[href^="http"]').evaluateAll((all) => all.map((link) => [link.href, link.rel]));
  assert.ok(links.length > 0);
  for (const [href, rel] of links) assert.match(rel, /noreferrer/, href);
});

pageTest('an address without a page says so', async ({ page, open }) => {
  await open('/#/sledai-3k');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await page.getByRole('link', { name: 'All scores' }).click();
  await page.getByRole('heading', { level: 1, name: /Score a visit once/ }).waitFor();
});

pageTest('the back button goes back through the pages and loses nothing', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  await page.getByRole('link', { name: 'About' }).click();
  await page.locator('#heading:focus').waitFor();
  await page.goBack();
  await page.locator('form').waitFor();
  assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
  await page.goForward();
  await page.getByRole('heading', { level: 1, name: /About/ }).waitFor();
});

pageTest('whoever skips comes to the heading, and the page that is open is marked', async ({ page, open }) => {
  await open('/#/about');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await focusedId(page), 'heading');
  assert.equal(await page.locator('[aria-current=page]').innerText(), 'About');
});

pageTest('a course of fewer than two visits says what the page of the course is for', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  await page.getByRole('link', { name: 'Course' }).click();
  await page.getByText('With two visits or more').waitFor();
  assert.equal(await button(page, 'Save').count(), 1);
});

pageTest('the title of the window tells the page and nothing of the patient', async ({ page, open }) => {
  await open('/#/sledai-2k');
  assert.equal(await page.title(), 'SLEDAI-2K – Rheumscore');
  await panel(page, 'Patient and course');
  await page.locator('#pseudonym').fill('P-017');
  await label(page, 'month 3');
  for (const [name, title] of [['Visit', 'Visit'], ['Course', 'Course'], ['About', 'About']]) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click();
    await page.waitForFunction((title) => document.title === `${title} – Rheumscore`, title);
    assert.doesNotMatch(page.url(), /P-017|month/);
  }
});

pageTest('no input lets the browser remember what was typed', async ({ page, open }) => {
  await open();
  await start(page, /lupus/i);
  for (const other of ['eustar-2017', 'acr-eular-myositis-2016']) {
    await disclose(page);
    await page.locator(`#score-${other}`).check();
  }
  await answer(page, { rash: true, wbc: { value: 2.1, unit: '10*9/L' }, leukopenia: false });
  await disclose(page);
  await button(page, 'Add an event').click();
  await discloseAll(page);
  const remembered = await page
    .locator('input:not([type=radio], [type=checkbox], [type=file]), textarea')
    .evaluateAll((all) => all.filter((input) => input.autocomplete !== 'off').map(({ id, outerHTML }) => id || outerHTML));
  assert.deepEqual(remembered, []);
  assert.equal(await page.locator('form').getAttribute('autocomplete'), 'off');
  assert.ok(await read(page.locator('#keep-hint')));
});
