// What the page may do, as the policy inside it and the headers beside it say.
// That no journey breaks it, and that none sends anything elsewhere, is a part
// of every test of the page: see recorder.mjs.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ask, namesIn } from '../../scripts/ask-host.mjs';
import { serve } from '../../scripts/server.mjs';
import { DIST, pageTest } from './harness.mjs';

const FOLDER = fileURLToPath(DIST);

pageTest('the policy allows nothing inline and nothing from elsewhere', async ({ page, url }) => {
  await page.goto(url());
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const [first, ...directives] = policy.split('; ').map((directive) => directive.split(' '));
  assert.deepEqual(first, ['default-src', "'none'"]);
  for (const [name, ...sources] of directives) {
    if (/trusted-types/.test(name)) continue;
    for (const source of sources) assert.match(source, /^'(self|none|wasm-unsafe-eval)'$/, name);
  }
});

/** What a page tries that would turn a text into markup or code. */
const ATTEMPTS = {
  markup: () => (document.createElement('div').innerHTML = '<p>text</p>'),
  'markup with script': () => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="1">'),
  'a document': () => new DOMParser().parseFromString('<p>text</p>', 'text/html'),
  'a frame of text': () => (document.createElement('iframe').srcdoc = '<p>text</p>'),
  'the text of a script': () => (document.createElement('script').text = '1'),
  'the address of a script': () => (document.createElement('script').src = './shell.js'),
  'a worker': () => new Worker('./other.js'),
  // Later, as what Playwright calls at once may evaluate text.
  'a function of text': () => new Promise((resolve, reject) => setTimeout(() => { try { resolve(new Function('return 1')()); } catch (error) { reject(error); } })),
  'evaluated text': () => new Promise((resolve, reject) => setTimeout(() => { try { resolve((0, eval)('1')); } catch (error) { reject(error); } })),
  'a second policy': () => trustedTypes.createPolicy('other', {}),
};

pageTest(
  'no text becomes markup or code',
  async ({ page, open }) => {
    await open();
    for (const [what, attempt] of Object.entries(ATTEMPTS)) {
      const refused = await page.evaluate(attempt).then(() => false, () => true);
      assert.equal(refused, true, what);
    }
  },
  { expected: [/policy broken/, /Trusted|Content Security Policy/i] },
);

test('the server of these tests sends what the table says', async () => {
  const site = await serve(FOLDER, 0, { headers: true });
  try {
    assert.deepEqual(await ask(`${site.origin}/`, namesIn(FOLDER)), []);
  } finally {
    site.close();
  }
});

pageTest(
  'with the headers, no other page frames the workspace',
  async ({ page }) => {
    const site = await serve(FOLDER, 0, { headers: true });
    try {
      await page.route('http://host.example/', (route) =>
        route.fulfill({ contentType: 'text/html', body: `<!doctype html><iframe src="${site.origin}/"></iframe>` }),
      );
      await page.goto('http://host.example/');
      const [, frame] = page.frames();
      assert.equal(await frame.evaluate(() => document.getElementById('app')), null);
    } finally {
      site.close();
    }
  },
  { expected: [/foreign request/, /frame-ancestors/] },
);
