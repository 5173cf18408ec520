// The sample site in browsers: built by Vite, served by Vite while it is being
// developed, and with the package as plain files.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { serve, SUB_PATH } from '../../scripts/server.mjs';
import { executable, flags } from '../browser/chromium.mjs';

const CONSUMER = fileURLToPath(new URL('../../target/package/consumer/', import.meta.url));

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: executable, args: flags });
});
after(() => browser?.close());

/** Enters a score on the page and checks what comes of it. Gives the paths that were asked for. */
async function score(url, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const [asked, problems] = [[], []];
  page.on('request', (request) => asked.push(new URL(request.url())));
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  try {
    await page.goto(url);
    await page.click('#score:enabled');
    assert.equal(await page.textContent('#name'), 'EUSTAR 2017');
    await page.fill('#mrss', '19');
    await page.click('#score');
    assert.equal(await page.textContent('#result'), '3.75 to 10, met, by eustar-2017/binary');
    const [first, second] = JSON.parse(await page.textContent('#changes')).slice(-2);
    assert.deepEqual([first.item, second.old, second.new, second.reason], ['tendon_friction_rubs', 0, 19, 'entered']);
    await page.fill('#mrss', '52');
    await page.click('#score');
    assert.equal(await page.textContent('#result'), 'out_of_range');
    assert.deepEqual(problems, []);
    return asked.filter(({ protocol }) => protocol.startsWith('http'));
  } finally {
    await context.close();
  }
}

for (const [site, loaded] of [
  ['vite', [/\/index-[^/]+\.js$/, /\/rheumscore-[^/]+\.wasm$/, /\/eustar-2017-[^/]+\.js$/]],
  ['plain', [/\/main\.js$/, /\/index\.js$/, /\/rheumscore\.js$/, /\/rheumscore\.wasm$/, /\/en\/eustar-2017\.js$/]],
]) {
  for (const base of ['/', SUB_PATH]) {
    test(`the ${site} site scores below ${base} under a strict policy, and loads only what it needs`, async () => {
      const server = await serve(`${CONSUMER}sites/${site}`);
      try {
        const [, ...asked] = await score(server.origin + base);
        assert.ok(asked.every(({ origin }) => origin === server.origin), 'no request leaves the origin');
        const paths = asked.map(({ pathname }) => pathname).sort();
        assert.equal(paths.length, loaded.length, paths.join(' '));
        for (const pattern of loaded) assert.ok(paths.some((path) => pattern.test(path)), `${pattern}: ${paths}`);
      } finally {
        server.close();
      }
    });
  }
}

test('the site is served by Vite while it is being developed', async () => {
  const server = await createServer({ root: `${CONSUMER}site`, logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
  try {
    await server.listen();
    // Vite's own script for reloading is outside of the page's policy.
    await score(`http://127.0.0.1:${server.httpServer.address().port}/`, { bypassCSP: true });
  } finally {
    await server.close();
  }
});
