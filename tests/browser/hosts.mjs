// What the tests of other people's pages share: the built folder at one origin,
// the page that uses it at a second one, and a stranger at a third.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { TYPES } from '../../scripts/policy.mjs';
import { serve } from '../../scripts/server.mjs';
import { executable, flags } from './chromium.mjs';
import { startRecorder, watch } from './recorder.mjs';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

let forms;
let host;
let stranger;
let recorder;
let browser;

before(async () => {
  forms = await serve(DIST, 0, { headers: true });
  [host, stranger] = [await startHost(), await startHost()];
  recorder = await startRecorder();
  browser = await chromium.launch({ executablePath: executable, args: [...flags, ...recorder.flags] });
});

after(async () => {
  await browser?.close();
  for (const server of [recorder, stranger, host, forms]) server?.close();
});

/**
 * A server of somebody else's pages: `pages` maps a path to what stands
 * there, and `policy` is what it sends beside each. What is posted to any path
 * is answered with, and kept in `posted`, as a list of name and value.
 */
export async function startHost() {
  const pages = new Map();
  const posted = [];
  const site = { pages, posted, policy: '' };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const type = TYPES[extname(pathname)] ?? TYPES['.html'];
    const headers = { 'Content-Type': type, ...(site.policy && { 'Content-Security-Policy': site.policy }) };
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
    } else if (request.method === 'POST') {
      const entries = await entriesOf(request);
      posted.push(entries);
      response.writeHead(200, headers).end(page(`<pre>${escape(JSON.stringify(entries))}</pre>`));
    } else {
      response.writeHead(pages.has(pathname) ? 200 : 404, headers).end(pages.get(pathname) ?? '');
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return Object.assign(site, {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
}

/** What a form has sent, whichever way it is encoded. */
async function entriesOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = new Response(Buffer.concat(chunks), { headers: { 'Content-Type': request.headers['content-type'] } });
  return [...(await body.formData())];
}

/** A page of somebody else around this. */
export const page = (body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page of somebody else</title><main>${body}</main></html>`;

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The strictest policy under which a page can use the frame. */
export const framePolicy = (origin) =>
  [
    "default-src 'none'",
    `script-src 'self' ${origin}`,
    `frame-src ${origin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/**
 * A test with a page of its own, which is empty still. It fails as well when
 * anything in it sends a request elsewhere, breaks a policy, logs an error or
 * throws one; `expected` lists patterns of what belongs to the test.
 *
 * The body receives `page` and `context`; `forms`, the origin of the built folder;
 * `host` and `stranger`, two servers as `startHost` gives them, empty;
 * `requests`, which grows by each request, as `{by, to}`, two origins; and
 * `allow(origin)`, for one more origin that may be asked.
 */
export function hostTest(name, body, { expected = [], ...options } = {}) {
  test(name, async () => {
    for (const site of [host, stranger]) {
      site.pages.clear();
      site.posted.length = 0;
      site.policy = '';
    }
    recorder.sent.length = 0;
    const context = await browser.newContext(options);
    const problems = [];
    const known = [forms.origin, host.origin, stranger.origin];
    await watch(context, (origin) => known.includes(origin), (problem) => problems.push(problem));
    const requests = [];
    context.on('request', (request) => {
      // A page or a frame that is being loaded is asked for by nobody yet, and a
      // service worker belongs to none.
      if (!request.serviceWorker() && !request.isNavigationRequest()) {
        requests.push({ by: new URL(request.frame().url()).origin, to: new URL(request.url()).origin });
      }
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    try {
      await body({ page, context, forms: forms.origin, host, stranger, requests, allow: (origin) => known.push(origin) });
    } catch (error) {
      if (problems.length) error.message += `\n\nThe page said: ${problems.join('\n')}`;
      throw error;
    } finally {
      await context.close();
    }
    problems.push(...recorder.sent.map((request) => `sent elsewhere: ${request}`));
    const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
    assert.deepEqual(unexpected, [], 'the page did something it should not');
  });
}
