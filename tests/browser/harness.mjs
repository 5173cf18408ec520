// What every browser test shares: the release build on a server, a Chromium,
// a fresh page for each test, and the checks that hold on every page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve, SUB_PATH } from '../../scripts/server.mjs';
import { executable, flags } from './chromium.mjs';
import { startRecorder, watch } from './recorder.mjs';

export const DIST = new URL('../../dist/', import.meta.url);
export { SUB_PATH };

let site;
let recorder;
let browser;

before(async () => {
  // With what a host is told to send, or as a host that was told nothing.
  const headers = process.env.RHEUMSCORE_HEADERS !== 'none';
  site = await serve(fileURLToPath(DIST), 0, { headers });
  recorder = await startRecorder();
  browser = await chromium.launch({ executablePath: executable, args: [...flags, ...recorder.flags] });
});

/** The browser, and what records what it sends elsewhere, for tests that need more than a page. */
export const started = () => ({ browser, recorder });

after(async () => {
  await browser?.close();
  recorder?.close();
  site?.close();
});

/**
 * A test with a page of its own. It fails as well when the page sends a request
 * elsewhere, breaks its security policy, logs an error or throws one.
 *
 * `options.expected` lists patterns of messages that belong to the test,
 * `options.startSite` starts another server than the one all share, and the
 * other options are those of a Playwright context.
 *
 * The body receives
 * - `page`, empty still: `await open()` loads the page and waits until it is shown,
 *   `await page.goto(url())` only loads it; both take a path, '/' unless given,
 * - `served`, the paths that this page has asked the server for.
 */
export function pageTest(name, body, { expected = [], startSite, ...options } = {}) {
  test(name, async () => {
    const own = startSite ? await startSite() : site;
    // What the worker keeps would answer for the server: it has its own tests.
    const context = await browser.newContext({ serviceWorkers: 'block', ...options });
    const problems = [];
    recorder.sent.length = 0;
    await watch(context, (origin) => origin === own.origin, (problem) => problems.push(problem));
    const page = await context.newPage();
    // What is not there by then is not coming: a failure, not a wait.
    page.setDefaultTimeout(10_000);
    const url = (path = '/') => own.origin + path;
    const open = async (path) => {
      await page.goto(url(path));
      await page.waitForFunction(() => !document.getElementById('shell') && !document.querySelector('[aria-busy]'));
    };
    own.served.length = 0;
    try {
      await body({ page, context, url, open, served: own.served });
    } catch (error) {
      // What went wrong in the page mostly says why.
      if (problems.length) error.message += `\n\nThe page said: ${problems.join('\n')}`;
      throw error;
    } finally {
      await context.close();
      if (startSite) own.close();
    }
    problems.push(...recorder.sent.map((request) => `sent elsewhere: ${request}`));
    const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
    assert.deepEqual(unexpected, [], 'the page did something it should not');
  });
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Asserts that axe finds nothing against WCAG 2.2 AA in the page as it stands, in a state of this name. */
export async function axe(page, state = '') {
  await page.evaluate(`${axeSource}; undefined`);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    }),
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary}`),
  );
  assert.deepEqual(found, [], `axe finds barriers: ${state}`);
}
