// Everyone: axe on every screen and in every state, in both colours, narrow and
// wide; nothing scrolls sideways, and everything can be touched.

import assert from 'node:assert/strict';
import { axe, pageTest } from './harness.mjs';
import { INSTRUMENTS, answer, button, discloseAll, label, openFile, panel, save, score, start } from './visit.mjs';

const go = async (page, path) => {
  await page.goto(new URL(path, page.url()).href);
  await page.locator('#heading').waitFor();
};

/**
 * The screens and states of the page, each from the one before. Each is checked
 * as it is reached.
 */
const STATES = [
  ['the first page', async () => {}],
  ['about, opened', async (page) => {
    await go(page, '/#/about');
    await discloseAll(page);
  }],
  ['the list of references', (page) => go(page, '/#/reference')],
  ['the reference of an instrument', async (page) => {
    await go(page, '/#/reference/eustar-2017');
    await page.getByRole('heading', { name: 'EUSTAR 2017' }).waitFor();
  }],
  ['a page that is not there', (page) => go(page, '/#/nowhere')],
  ['a visit without a score', (page) => go(page, '/#/visit')],
  ['a blank visit', async (page) => {
    await go(page, '/#/');
    await start(page, /lupus/i);
  }],
  ['a visit with answers, a question and an override, all of it opened', async (page) => {
    await label(page, 'before', '2026-03-15');
    await page.locator('#visit-sampled').fill('2026-03-01');
    await answer(page, {
      pga: 1.2, rash: true, alopecia: 'other_cause', seizure: false,
      wbc: { value: 2.1, unit: '10*9/L' }, leukopenia: false,
      platelets: { value: 88, unit: '10*9/L' },
      c3: { value: 0.7, low: 0.9 },
      temperature_max: { value: 44, unit: 'Cel' },
      glucocorticoid: 5,
    });
    await discloseAll(page);
  }],
  ['what was typed and cannot be read', (page) =>
    answer(page, { pga: 'high', upcr: '1,200', urine_protein_24h: { value: 1, unit: '' }, c4: '1,234' })],
  ['a visit that was copied', async (page) => {
    await page.keyboard.press('Control+z');
    await button(page, 'Copy the last visit').click();
    await page.locator('#visit-label:focus').waitFor();
    await label(page, 'after', '2026-04-15');
    await answer(page, { arthritis: true });
  }],
  ['all scores of all diseases', async (page) => {
    for (const instrument of INSTRUMENTS) await score(page, instrument);
    await discloseAll(page);
  }],
  ['a message', async (page) => {
    const { text } = await save(page);
    await openFile(page, text.replace('"min": ', '"min": 1'));
    await page.getByText('differs from the stored one').waitFor();
  }],
  ['a question before clearing', async (page) => {
    await button(page, 'Clear for the next patient').click();
    await page.locator('#stay:focus').waitFor();
    await button(page, 'Keep it').click();
  }],
  ['search with offers', (page) => page.locator('#search').fill('a')],
  ['the course with its charts', async (page) => {
    await go(page, '/#/course');
    await page.getByRole('table').first().waitFor();
  }],
];

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    pageTest(
      `axe finds nothing in ${colorScheme} colours at ${width} px, whatever is shown`,
      async ({ page, open }) => {
        await open();
        for (const [state, reach] of STATES) {
          await reach(page);
          await axe(page, state);
        }
      },
      { colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' },
    );
  }
}

const TOUCHED = 'button, select, summary, input[type=text], input[type=date], input[type=search], label:has(> input), header a, main > * a';

/** Controls that are shown and lower than a finger needs; links within a sentence may be. */
const tooSmall = (page) =>
  page.locator(TOUCHED).evaluateAll((controls) =>
    controls
      .filter((control) => control.checkVisibility() && !control.closest('p, li, td, .rs-skip'))
      .filter((control) => control.getBoundingClientRect().height < 43.5)
      .map((control) => `${control.getBoundingClientRect().height} px: ${control.outerHTML.slice(0, 100)}`),
  );

pageTest(
  'nothing scrolls sideways at 320 px, and every control is large enough to touch',
  async ({ page, open }) => {
    await open();
    for (const [state, reach] of STATES) {
      await reach(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `${state} is ${width} px wide`);
      assert.deepEqual(await tooSmall(page), [], state);
    }
  },
  { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
);

pageTest(
  'at 320 px nothing that is typed is cut off sideways by its own field',
  async ({ page, open }) => {
    await open('/#/sledai-2k');
    await panel(page, 'Patient and course');
    const wide = await page
      .locator('input, select, button')
      .evaluateAll((all) =>
        all
          .filter((control) => control.checkVisibility() && control.type !== 'file')
          .map((control) => [control.id || control.innerText, control.getBoundingClientRect().right])
          .filter(([, right]) => right > 320.5),
      );
    assert.deepEqual(wide, []);
  },
  { viewport: { width: 320, height: 640 } },
);

pageTest('headings go down by one level at a time, and there is one of the first', async ({ page, open }) => {
  await open();
  for (const path of ['/#/', '/#/about', '/#/sledai-2k', '/#/course']) {
    await go(page, path);
    const levels = await page.locator('h1, h2, h3, h4, h5').evaluateAll((all) =>
      all.filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.localName[1])),
    );
    assert.equal(levels.filter((level) => level === 1).length, 1, path);
    for (const [at, level] of levels.slice(1).entries()) {
      assert.ok(level <= levels[at] + 1, `${path}: ${levels}`);
    }
  }
});

pageTest(
  'the page can be zoomed, and text of twice the size stays within the page',
  async ({ page, open }) => {
    await open('/#/sledai-2k');
    const viewport = await page.locator('meta[name=viewport]').getAttribute('content');
    assert.doesNotMatch(viewport, /user-scalable|maximum-scale/);
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 640, `${width} px`);
  },
  { viewport: { width: 640, height: 800 } },
);
