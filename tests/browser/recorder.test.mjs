// The recorder itself: a page that talks to other sites in every way there is
// is found out, each time.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { executable, flags } from './chromium.mjs';
import { startRecorder, watch } from './recorder.mjs';

/** One way to talk to another site each, as the script of a page that has no policy. */
const WAYS = {
  page: (to) => `fetch('${to}').catch(() => {})`,
  image: (to) => `new Image().src = '${to}'`,
  beacon: (to) => `navigator.sendBeacon('${to}', 'x')`,
  socket: (to) => `new WebSocket('${to.replace('http', 'ws')}')`,
  frame: (to) => `document.body.append(Object.assign(document.createElement('iframe'), { src: '${to}' }))`,
  'frame within': (to) => {
    const inner = `<script>fetch('${to}').catch(() => {})<\\/script>`;
    return `document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: \`${inner}\` }))`;
  },
  worker: (to) => `new Worker(URL.createObjectURL(new Blob(["fetch('${to}').catch(() => {})"])))`,
  'service worker': () => `navigator.serviceWorker.register('/sw.js')`,
};

/** A site whose pages do what their path names. */
async function startSite() {
  const server = createServer(({ url }, response) => {
    const way = decodeURIComponent(url.slice(1));
    const script = url === '/sw.js';
    response.writeHead(200, { 'Content-Type': script ? 'text/javascript' : 'text/html' });
    if (script) response.end(`fetch('${elsewhere('service worker')}').catch(() => {})`);
    else response.end(`<!doctype html><body><script>${WAYS[way]?.(elsewhere(way)) ?? ''}</script>`);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

const elsewhere = (way) => `http://${way.replace(' ', '-')}.example/`;

test('whatever in the browser talks to another site is noted', async () => {
  const [site, recorder] = [await startSite(), await startRecorder()];
  const browser = await chromium.launch({ executablePath: executable, args: [...flags, ...recorder.flags] });
  try {
    const context = await browser.newContext();
    const reported = [];
    await watch(context, (origin) => origin === site.origin, (problem) => reported.push(problem));
    const page = await context.newPage();
    for (const way of Object.keys(WAYS)) {
      const noted = recorder.noted((request) => request.includes(way.replace(' ', '-')));
      await page.goto(`${site.origin}/${way}`);
      await noted;
    }
    // Those of pages, frames and their workers are reported there as well.
    for (const way of ['page', 'image', 'frame', 'frame within', 'worker']) {
      assert.ok(reported.includes(`foreign request: ${elsewhere(way)}`), `${way}: ${reported}`);
    }
  } finally {
    await browser.close();
    recorder.close();
    site.close();
  }
});

test('a breach of the policy is reported', async () => {
  const browser = await chromium.launch({ executablePath: executable, args: flags });
  try {
    const context = await browser.newContext();
    const broken = new Set();
    const found = new Promise((resolve) => {
      void watch(context, () => true, (problem) => {
        const [, directive] = /^console: policy broken: (\S+)/.exec(problem) ?? [];
        if (directive && broken.add(directive).size === 2) resolve();
      });
    });
    const page = await context.newPage();
    await page.route('**/*', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'; img-src 'none'" },
        body: '<!doctype html><img src="/image.png">',
      }),
    );
    await page.goto('http://127.0.0.1/');
    await page.evaluate(() => {
      try {
        document.body.innerHTML = '<p>markup</p>';
      } catch {
        // As it should be.
      }
    });
    await found;
    assert.deepEqual([...broken].sort(), ['img-src', 'require-trusted-types-for']);
  } finally {
    await browser.close();
  }
});
