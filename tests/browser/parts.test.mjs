// The program comes in parts: the first page needs one of them, the others come
// behind it, or do not come.

import assert from 'node:assert/strict';
import { axe, pageTest, SUB_PATH } from './harness.mjs';
import { answer, button, cardOf, headline, openFile, save, start } from './visit.mjs';

const PART = '**/part-*.wasm';
// Chromium's words for a file that did not come, or is no program.
const LOAD_ERRORS = [/net::ERR_FAILED/, /Failed to fetch/, /404/];

const isProgram = (file) => /\/(?:app|part)-\w+\.wasm$/.test(file);
const loading = (page) => page.locator('main [aria-busy=true]');
const failed = (page) => page.getByRole('alert').filter({ hasText: 'could not be loaded' });

/** Keeps the parts from coming until the returned function is called. */
async function hold(page) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(PART, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

pageTest('the first page is there before the other parts, and waits for none of them', async ({ page, url, served }) => {
  const release = await hold(page);
  await page.goto(url());
  await page.getByRole('button', { name: /lupus/i }).waitFor();
  await page.locator('#shell').waitFor({ state: 'detached' });
  assert.deepEqual(served.filter(isProgram).map((file) => file.slice(0, 5)), ['/app-']);
  assert.equal(await loading(page).count(), 0);
  await axe(page);
  release();
});

pageTest('a page whose part is on its way says so, and takes the focus when it is there', async ({ page, url }) => {
  const release = await hold(page);
  await page.goto(url());
  await page.getByRole('button', { name: /lupus/i }).click();
  await loading(page).getByText('Loading').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Visit');
  await axe(page);
  release();
  await page.locator('#heading:focus').waitFor();
  await cardOf(page, 'sledai-2k').waitFor();
  assert.equal(await loading(page).count(), 0);
});

pageTest('whoever waits elsewhere keeps the focus there', async ({ page, url }) => {
  const release = await hold(page);
  await page.goto(url('/#/sledai-2k'));
  await loading(page).waitFor();
  await page.getByRole('link', { name: 'About' }).focus();
  release();
  await page.locator('form').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'About');
});

const PAGES = {
  'visit': 'Visit',
  'course': 'Course',
  'about': 'About',
  'reference': 'Reference',
  'reference/sledai-2k': 'SLEDAI-2K',
  'sledai-2k': 'Visit',
  'doris-2021': 'Visit',
  'eustar-2017': 'Visit',
  'acr-eular-myositis-2016': 'Visit',
  'example/myositis': 'Visit',
};
for (const folder of ['/', SUB_PATH]) {
  pageTest(`every page is found by its address below ${folder}, and loads each file once`, async ({ context, url, served }) => {
    for (const [name, heading] of Object.entries(PAGES)) {
      served.length = 0;
      const page = await context.newPage();
      await page.goto(url(`${folder}#/${name}`));
      await page.locator('#heading').filter({ hasText: heading }).waitFor();
      assert.equal(served.length, new Set(served).size, `${name} loads twice: ${served}`);
      assert.ok(served.length <= 12, `${name}: ${served}`);
      await page.close();
    }
  });
}

pageTest(
  'a part that does not come is told to whoever waits for it, and to nobody else',
  async ({ page, url }) => {
    await page.route(PART, (route) => route.abort());
    const given_up = page.waitForEvent('console', (message) => /Failed to fetch/.test(message.text()));
    await page.goto(url());
    await given_up;
    assert.equal(await failed(page).count(), 0);
    await page.getByRole('button', { name: /lupus/i }).click();
    await failed(page).waitFor();
    assert.equal(await loading(page).count(), 0);
    await axe(page);
    await page.unroute(PART);
    await button(page, 'Try again').click();
    await cardOf(page, 'sledai-2k').waitFor();
    assert.equal(await failed(page).count(), 0);
    await answer(page, { rash: true });
    assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
  },
  { expected: LOAD_ERRORS },
);

pageTest(
  'an address whose part is gone from the server says so, and works once it is back',
  async ({ page, url }) => {
    await page.route(PART, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    await page.goto(url('/#/eustar-2017'));
    await failed(page).waitFor();
    await page.unroute(PART);
    await button(page, 'Try again').click();
    await cardOf(page, 'eustar-2017').waitFor();
    assert.equal(await page.locator('[data-instrument]').count(), 1);
  },
  { expected: LOAD_ERRORS },
);

pageTest(
  'a file that was chosen while a part did not come is opened once it has come',
  async ({ page, context, url, open }) => {
    await open('/#/sledai-2k');
    await answer(page, { rash: true });
    const { text } = await save(page);
    const other = await context.newPage();
    await other.route(PART, (route) => route.abort());
    await other.goto(url());
    await openFile(other, text);
    await failed(other).waitFor();
    await other.unroute(PART);
    await button(other, 'Try again').click();
    await other.locator('form').waitFor();
    assert.equal(await headline(other, 'sledai-2k'), 'At least 2 so far');
  },
  { expected: LOAD_ERRORS },
);

pageTest('what is kept is opened before anything can be entered beside it', async ({ page, context, url, open }) => {
  await open();
  await start(page, /lupus/i);
  await answer(page, { rash: true });
  await page.getByLabel('Keep this course in this browser').check();
  const other = await context.newPage();
  const release = await hold(other);
  await other.goto(url());
  await loading(other).waitFor();
  assert.equal(await other.getByRole('button', { name: /lupus/i }).count(), 0);
  release();
  await other.getByText('A course is being entered').waitFor();
  await other.getByRole('button', { name: /lupus/i }).waitFor();
});

pageTest('a host that sends the parts under another media type is good enough', async ({ page, open }) => {
  await page.route('**/*.wasm', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
  });
  await open('/#/sledai-2k');
  await cardOf(page, 'sledai-2k').waitFor();
});
