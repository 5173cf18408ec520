// The reference pages: reached by keyboard from a score, complete, and readable
// on any screen.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { axe, pageTest } from './harness.mjs';
import { cardOf, read, start } from './visit.mjs';

/** The committed pages, by the id of their instrument. */
const FOLDER = new URL('../../docs/instruments/', import.meta.url);
const IDS = readdirSync(FOLDER).filter((name) => name !== 'README.md').map((name) => name.replace('.md', ''));

const heading = (page) => page.locator('#heading');

/** The headings of a committed page of this depth. */
const headings = (id, marks) =>
  readFileSync(new URL(`${id}.md`, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${marks} `))
    .map((line) => line.slice(marks.length + 1));

/** Goes to another page, as a link within the page would. */
async function go(page, fragment) {
  await page.evaluate((fragment) => (location.hash = fragment), fragment);
  await page.locator('#heading:focus').waitFor();
}

pageTest('a score leads to its reference page by keyboard, and the focus goes with it', async ({ page, open }) => {
  await open();
  await start(page, /lupus/i);
  const link = cardOf(page, 'sledai-2k').getByRole('link', { name: /^Reference page ?: SLEDAI-2K$/ });
  await link.focus();
  await page.keyboard.press('Enter');
  await page.locator('#heading:focus').waitFor();
  assert.equal(new URL(page.url()).hash, '#/reference/sledai-2k');
  assert.equal(await read(heading(page)), 'SLEDAI-2K');
  assert.equal(await page.title(), 'SLEDAI-2K, Reference – Rheumscore');
  // From the contents to a section.
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await contents.getByRole('button', { name: 'Warnings' }).press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Warnings');
  // And back, to the visit as it was.
  await page.goBack();
  await cardOf(page, 'sledai-2k').waitFor();
});

pageTest('the list holds every instrument by disease, and leads to its page', async ({ page, open }) => {
  await open('/#/about');
  await page.getByRole('link', { name: 'Reference', exact: true }).click();
  await page.locator('#heading:focus').waitFor();
  assert.equal(await page.title(), 'Reference – Rheumscore');
  const links = page.locator('.rs-reference__list a');
  const targets = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  assert.deepEqual(new Set(targets), new Set(IDS.map((id) => `#/reference/${id}`)));
  await axe(page, 'the list');
  await links.filter({ hasText: 'LICATS' }).click();
  await page.waitForFunction(() => document.getElementById('heading')?.textContent === 'LICATS');
  await page.getByRole('link', { name: 'All instruments' }).click();
  await links.first().waitFor();
});

pageTest('every page holds what the committed one does', async ({ page, open }) => {
  await open('/#/reference');
  for (const id of IDS) {
    await go(page, `#/reference/${id}`);
    assert.equal(await read(heading(page)), headings(id, '#')[0]);
    const sections = await page.locator('.rs-reference h2').allInnerTexts();
    assert.deepEqual(sections, headings(id, '##'), id);
    const within = await page.locator('.rs-reference h3').count();
    assert.equal(within, headings(id, '###').length, id);
    const rows = await page.locator('.rs-reference tbody tr').count();
    const lines = readFileSync(new URL(`${id}.md`, FOLDER), 'utf8').split('\n');
    const written = lines.filter((line) => line.startsWith('| ')).length - lines.filter((line) => line.startsWith('|--')).length;
    assert.equal(rows, written, id);
    await go(page, '#/reference');
  }
});

pageTest('an address of no instrument is told', async ({ page, open }) => {
  await open('/#/reference/sledai-3k');
  assert.equal(await read(heading(page)), 'There is no such page');
});

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 360, 1280]) {
    pageTest(
      `at ${width} px in ${colorScheme} colours axe finds nothing, and only tables scroll sideways`,
      async ({ page, open }) => {
        await open('/#/reference');
        for (const id of ['sledai-2k', 'doris-2021', 'sle-das', 'acr-eular-myositis-2016', 'crs-astct-2019']) {
          await go(page, `#/reference/${id}`);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${id} is ${wide} px wide`);
          const hidden = await page.locator('.rs-scroll').evaluateAll((all) => all.filter((it) => it.scrollWidth > it.clientWidth).length);
          assert.equal(width < 640 ? hidden : 0, 0, `${id}: on a phone no column is out of sight`);
          await axe(page, id);
          await go(page, '#/reference');
        }
      },
      { colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' },
    );
  }
}
