// What surrounds the program: how it loads, and what is shown when it does not.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { axe, DIST, pageTest, SUB_PATH } from './harness.mjs';

// Chromium's and shell.js's words for a file that did not come.
const LOAD_ERRORS = [/net::ERR_FAILED/, /Failed to fetch/];

const visible = (page, id) => page.locator(`#${id}`).isVisible();

for (const path of ['/', SUB_PATH]) {
  pageTest(`the page loads from ${path} in at most 8 requests, each file once`, async ({ page, open, served }) => {
    await open(path);
    assert.ok(await page.locator('#app').evaluate((app) => app.childElementCount > 0));
    assert.equal(served.filter((file) => /app-\w+\.wasm$/.test(file)).length, 1, String(served));
    assert.equal(served.length, new Set(served).size, `loaded twice: ${served}`);
    assert.ok(served.length <= 8, String(served));
    assert.ok(served.every((file) => file.startsWith(path)), String(served));
  });
}

pageTest(
  'without JavaScript the page says what it is and what it needs',
  async ({ page, url }) => {
    await page.goto(url());
    const text = await page.locator('body').innerText();
    assert.match(text, /Rheumscore/);
    assert.match(text, /Nothing you enter leaves this device/);
    assert.match(text, /needs JavaScript/);
    assert.equal(await visible(page, 'shell-failed'), false);
    assert.equal(await visible(page, 'stopped'), false);
  },
  { javaScriptEnabled: false },
);

pageTest(
  'opened as a file the page asks for a web server',
  async ({ page }) => {
    await page.goto(new URL('index.html', DIST).href);
    assert.match(await page.locator('#shell-help').innerText(), /through a web server/);
    assert.equal(await visible(page, 'shell-help'), true);
    assert.equal(await visible(page, 'shell-failed'), false);
  },
  // Chromium names each file that it does not load.
  { expected: [/from origin 'null' has been blocked by CORS policy/, /net::ERR_FAILED/] },
);

for (const missing of ['wasm', 'js']) {
  pageTest(
    `the page says so when the program's ${missing} file cannot be loaded`,
    async ({ page, url }) => {
      await page.route(`**/app-*.${missing}`, (route) => route.abort());
      await page.goto(url());
      await page.locator('#shell-failed').waitFor();
      assert.equal(await page.locator('#shell-failed').getByRole('link').innerText(), 'try again');
      assert.equal(await visible(page, 'shell-help'), false);
      await axe(page);
    },
    { expected: LOAD_ERRORS },
  );
}

pageTest('while it loads, the page shows what it is and no message', async ({ page, url }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(url(), { waitUntil: 'commit' });
  await page.getByRole('heading', { name: 'Rheumscore' }).waitFor();
  assert.equal(await visible(page, 'shell-help'), false);
  assert.equal(await visible(page, 'shell-failed'), false);
  await axe(page);
  release();
  await page.locator('#shell').waitFor({ state: 'detached' });
});

const download = async (page) => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the last export' }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
};

pageTest('the stopped panel tells the reason and offers the last export', async ({ page, open }) => {
  await open();
  await page.evaluate(() => {
    window.rheumscore.keep('{"visit":1}', 'first.json');
    window.rheumscore.keep('{"visit":2}', 'second.json');
    window.rheumscore.stopped('the cause');
    window.rheumscore.stopped('a consequence');
  });
  assert.match(await page.locator('#stopped').innerText(), /has stopped[^]*the cause$/);
  assert.equal(await page.locator('#app').evaluate((app) => app.inert), true);
  await axe(page);
  assert.deepEqual(await download(page), { name: 'second.json', text: '{"visit":2}' });
});

pageTest(
  'the stopped panel offers no export where none was kept',
  async ({ page, url }) => {
    await page.route('**/*.wasm', (route) => route.abort());
    await page.goto(url());
    await page.evaluate(() => window.rheumscore.stopped('the cause'));
    assert.equal(await visible(page, 'stopped'), true);
    assert.equal(await visible(page, 'stopped-download'), false);
  },
  { expected: LOAD_ERRORS },
);

// The smallest module that traps: one exported function, `unreachable`.
const TRAP = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];

for (const how of ['in an event', 'in a promise']) {
  pageTest(
    `a trap ${how} shows the stopped panel`,
    async ({ page, open }) => {
      await open();
      await page.evaluate(
        ([bytes, later]) => {
          const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
          if (later) Promise.resolve().then(exports.f);
          else setTimeout(exports.f);
        },
        [TRAP, how === 'in a promise'],
      );
      await page.locator('#stopped').waitFor();
      assert.match(await page.locator('#stopped').innerText(), /unreachable/);
    },
    { expected: [/unreachable/] },
  );
}
