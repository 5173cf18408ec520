// The page without a network, and while it becomes a newer one.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { keptFiles } from '../../scripts/offline.mjs';
import { until } from './engines/processes.mjs';
import { axe, started } from './harness.mjs';
import { lateFile, portal, redirect, release, startHost } from './host.mjs';
import { watch } from './recorder.mjs';
import { answer, button, headline, label, openVisit, visits } from './visit.mjs';

const RETIRE = fileURLToPath(new URL('../../hosting/retire/', import.meta.url));
/** Chromium's words for what does not come without a network, or not as it should be. */
const NOT_LOADED = [/net::ERR_/, /Failed to load resource/, /Failed to fetch/, /ServiceWorker/];

let first;
let second;

before(() => {
  [first, second] = [release(1), release(2)];
});

after(() => {
  first?.remove();
  second?.remove();
});

/**
 * A test with a browser of its own that knows nothing yet, and a host with the
 * first release. The body receives both, a page that is empty still, and
 * `visit(path, page)`, which opens the page and waits until it needs no network.
 */
function offlineTest(name, body, { expected = [], sites = () => ({ '/': first.folder }) } = {}) {
  test(name, async () => {
    const host = await startHost(sites());
    const { browser, recorder } = started();
    const context = await browser.newContext();
    const problems = [];
    recorder.sent.length = 0;
    await watch(context, (origin) => origin === host.origin, (problem) => problems.push(problem));
    const page = await newPage(context);
    const visit = async (path = '/', of = page) => {
      await of.goto(host.origin + path);
      await runs(of);
      await of.waitForFunction(() => navigator.serviceWorker.controller && document.documentElement.matches('.offline'));
    };
    try {
      await body({ host, context, page, visit });
    } catch (error) {
      if (problems.length) error.message += `\n\nThe page said: ${problems.join('\n')}`;
      throw error;
    } finally {
      await context.close();
      await host.stop().catch(() => {});
    }
    // Of the worker as well, to which a page's own recorder does not reach.
    assert.deepEqual(recorder.sent, [], 'nothing is asked of another origin');
    assert.deepEqual(problems.filter((problem) => !expected.some((pattern) => pattern.test(problem))), []);
  });
}

async function newPage(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return page;
}

const runs = (page) => page.waitForFunction(() => !document.getElementById('shell'));
const releaseOf = (page) => page.locator('meta[name=release]').getAttribute('content');
const offer = (page) => page.getByRole('region', { name: 'New version' });
const caches = (page) => page.evaluate(() => globalThis.caches.keys());

/** Waits until so many sets are kept. */
const keeps = (page, sets) => until(`${sets} sets are kept`, async () => (await caches(page)).length === sets);

/** Has the browser look for a newer version, as it does by itself when the page is opened; waits for what comes of it. */
const check = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    const { installing } = registration;
    if (!installing) return;
    await new Promise((settled) => {
      installing.addEventListener('statechange', settled);
      if (installing.state !== 'installing') settled();
    });
  });

/** What a page gets for a file: its text, or the kind of error. */
const ask = (page, name) =>
  page.evaluate(async (name) => fetch(name).then((it) => (it.ok ? it.text() : it.status), ({ name }) => name), name);

/** Changes every cache of a page: `edit` is called with its keys and what writes an entry. */
const damage = (page, pattern, text) =>
  page.evaluate(
    async ([source, text]) => {
      for (const name of await globalThis.caches.keys()) {
        const cache = await globalThis.caches.open(name);
        for (const key of await cache.keys()) {
          if (!new RegExp(source).test(new URL(key.url).pathname)) continue;
          if (text === undefined) await cache.delete(key);
          else await cache.put(key, new Response(text, { headers: (await cache.match(key)).headers }));
        }
      }
    },
    [pattern.source, text],
  );

/** Takes everything from the browser but what the worker keeps. */
async function clearHttpCache(context, page) {
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
}

test('the worker keeps what the page may load, and leaves the embedding alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rheumscore-kept-'));
  try {
    for (const inside of ['examples', 'icons', 'chunks', 'LICENCES', '.stage']) mkdirSync(join(folder, inside));
    const kept = ['app-0.js', 'app-0.wasm', 'chunks/late.wasm', 'examples/a.json', 'icons/1.png', 'index.html', 'manifest.webmanifest', 'style-0.css'];
    const others = ['sw.js', 'embed.html', 'embed-0.js', 'embed-origins.json', 'rheum-score.js', 'rheum-score-0.wasm', 'rheum-score-frame.js', 'app-0.js.br', 'app-0.wasm.gz', 'SHA256SUMS', 'sbom.json', 'LICENCES/a.txt', '.stage/app-0.js'];
    for (const name of [...kept, ...others]) writeFileSync(join(folder, name), '');
    assert.deepEqual(keptFiles(folder), kept);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

for (const path of ['/', '/a/b/']) {
  offlineTest(
    `after one visit to ${path} the page needs no server: it opens, scores and shows the examples`,
    async ({ host, context, page, visit }) => {
      await visit(path);
      await host.stop();
      await clearHttpCache(context, page);
      const asked = host.served.length;
      await page.reload();
      await runs(page);
      await page.getByText('Works without a network').waitFor();
      await page.goto(`${host.origin}${path}index.html?from=mail#/example/lupus`);
      await visits(page).nth(3).waitFor();
      const other = await newPage(context);
      await other.goto(`${host.origin}${path}#/sledai-2k`);
      await other.locator('form').waitFor();
      await answer(other, { rash: true, arthritis: true });
      assert.equal(await headline(other, 'sledai-2k'), 'At least 6 so far');
      assert.equal(host.served.length, asked);
    },
    { sites: () => ({ [path]: first.folder }) },
  );
}

offlineTest('the very first page has its late files without a network, too', async ({ host, page, visit }) => {
  await visit();
  await host.stop();
  assert.equal(await ask(page, lateFile(1)), '"late, of release 1"');
  await page.goto(`${host.origin}/#/example/myositis`);
  await page.locator('form').waitFor();
});

offlineTest('what is kept is the files of the release, as they are, with what the host says of security', async ({ page, visit }) => {
  await visit('/#/sledai-2k');
  await answer(page, { rash: true });
  await label(page, 'a label that is nowhere');
  await page.reload();
  await runs(page);
  const kept = await page.evaluate(async () => {
    const [name, ...others] = await globalThis.caches.keys();
    const cache = await globalThis.caches.open(name);
    const found = {};
    for (const { url } of await cache.keys()) found[new URL(url).pathname.slice(1)] = await (await cache.match(url)).text();
    const policy = (await cache.match('./index.html')).headers.get('Content-Security-Policy');
    return { others, found, policy, storage: [localStorage.length, sessionStorage.length] };
  });
  const files = keptFiles(first.folder);
  const names = Object.keys(kept.found).filter((name) => !name.startsWith('.'));
  assert.deepEqual(names.sort(), files);
  for (const name of files.filter((name) => /html|js|css/.test(name))) {
    assert.equal(kept.found[name], readFileSync(join(first.folder, name), 'utf8'), name);
  }
  assert.match(kept.policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(JSON.stringify(kept.found), /a label that is nowhere/);
  assert.deepEqual([kept.others, kept.storage], [[], [0, 0]]);
});

for (const [how, text] of [['missing'], ['altered', '<h1>not what it was</h1>']]) {
  for (const pattern of [/index\.html$/, /\.wasm$/, /style-|shell-/]) {
    offlineTest(
      `files that are ${how} (${pattern.source}) are mended from the network, and never served without`,
      async ({ host, context, page, visit }) => {
        await visit();
        await damage(page, pattern, text);
        await page.reload();
        await runs(page);
        assert.equal(await page.getByText('not what it was').count(), 0);
        await host.stop();
        await clearHttpCache(context, page);
        await page.reload();
        await runs(page);

        await damage(page, pattern, text);
        const went = await page.reload().then(() => true, () => false);
        assert.equal(went, !pattern.test('index.html'));
        assert.equal(await page.getByText('not what it was').count(), 0);
        if (pattern.test('.wasm')) await page.locator('#shell-failed').waitFor();
      },
      { expected: NOT_LOADED },
    );
  }
}

offlineTest('of a cache that has lost nearly everything the page lives on', async ({ host, page, visit }) => {
  await visit();
  await damage(page, /\.files|\.window|-[0-9a-f]{16}\.|examples/);
  await page.reload();
  await runs(page);
  assert.notEqual(await ask(page, 'examples/lupus.json'), 404);
  await host.stop();
  await page.reload();
  await runs(page);
});

offlineTest('where the page is lost and the host has a newer one, that is shown', async ({ host, page, visit }) => {
  await visit();
  host.sites['/'] = second.folder;
  await damage(page, /index\.html$/, 'not what it was');
  await page.reload();
  await runs(page);
  assert.equal(await releaseOf(page), '2');
});

offlineTest('a newer version is offered while one types, and taken with all that was entered when one says so', async ({ host, page, visit }) => {
  await visit('/#/sledai-2k');
  const dialogs = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()) && dialog.accept());
  await label(page, 'before');
  await answer(page, { rash: true, c3: { value: 0.7, low: 0.9 } });
  await button(page, 'Add a visit').click();
  await answer(page, { arthritis: true });
  await openVisit(page, /before/);
  await page.locator('#item-wbc').pressSequentially('2,');
  await page.evaluate(() => (window.isTheSamePage = true));

  host.sites['/'] = second.folder;
  // A page that stays open looks again when it comes to the front.
  await page.clock.setFixedTime(Date.now() + 2 * 3_600_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await offer(page).waitFor();
  assert.match(await page.getByRole('status').filter({ hasText: 'New version' }).or(page.locator('#update')).innerText(), /new version[^]*Your entries stay/i);
  await page.keyboard.type('1');
  assert.equal(await page.locator('#item-wbc').inputValue(), '2,1', 'typing goes on');
  assert.deepEqual([await releaseOf(page), await page.evaluate(() => window.isTheSamePage)], ['1', true]);
  await axe(page, 'with the offer');

  await button(page, 'Update now').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !window.isTheSamePage && document.querySelector('meta[name=release]')?.content === '2');
  await runs(page);
  await page.getByText('This is the new version, with what you had entered.').waitFor();
  assert.equal(await page.locator('#visit-label').inputValue(), 'before', 'the same visit is open');
  assert.equal(await page.locator('#item-wbc').inputValue(), '2,1');
  assert.equal(await page.locator('#item-c3-limit').inputValue(), '0.9');
  assert.equal(await page.locator('#item-rash').getByLabel('Present').isChecked(), true);
  await openVisit(page, /Visit 2|2/);
  assert.equal(await page.locator('#item-arthritis').getByLabel('Present').isChecked(), true);
  assert.deepEqual(await page.evaluate(() => [sessionStorage.length, localStorage.length]), [0, 0]);
  assert.deepEqual(dialogs, []);
  assert.equal(await offer(page).count(), 0);
});

offlineTest('a newer version waits as long as one likes', async ({ host, page, visit }) => {
  await visit();
  host.sites['/'] = second.folder;
  await check(page);
  await button(page, 'Later').click();
  assert.equal(await offer(page).count(), 0);
  await page.reload();
  await runs(page);
  assert.equal(await releaseOf(page), '1');
  await offer(page).waitFor();
  await host.stop();
  await button(page, 'Update now').click();
  await page.waitForFunction(() => document.querySelector('meta[name=release]')?.content === '2');
  await runs(page);
});

offlineTest('where nothing can be taken along, the page stays and says so', async ({ host, page, visit }) => {
  await visit('/#/sledai-2k');
  await answer(page, { rash: true });
  host.sites['/'] = second.folder;
  await check(page);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await button(page, 'Update now').click();
  await page.getByText('This browser has no room').waitFor();
  assert.equal(await releaseOf(page), '1');
  assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
});

offlineTest('a course that the newer version cannot open is given back', async ({ host, context, page, visit }) => {
  await visit('/#/sledai-2k');
  await answer(page, { rash: true });
  host.sites['/'] = second.folder;
  await check(page);
  await context.addInitScript(() => {
    for (const [key, text] of Object.entries(sessionStorage)) {
      sessionStorage.setItem(key, text.replace(/"schema": \d+/, '"schema": 99'));
    }
  });
  await button(page, 'Update now').click();
  const text = page.locator('.rs-message textarea');
  await text.waitFor();
  assert.equal(JSON.parse(await text.inputValue()).visits[0].entered.rash.answer, 'present');
});

// Where a host leads elsewhere, the request is announced; that it is not sent, the recorder tells.
const LED_ELSEWHERE = [/foreign request: http:\/\/portal\.example/];

for (const [what, hinders] of [['answers everything itself', portal], ['sends everything elsewhere', redirect]]) {
  offlineTest(
    `a portal that ${what} changes nothing, and a later check finds the newer version`,
    async ({ host, page, visit }) => {
      // Told nothing: the worker does without a policy beside it.
      host.headersOf = () => ({});
      await visit();
      host.sites['/'] = second.folder;
      host.answer = hinders;
      const [set] = await caches(page);
      await check(page);
      await page.reload();
      await runs(page);
      assert.equal(await releaseOf(page), '1');
      assert.deepEqual(await caches(page), [set]);
      assert.equal(await offer(page).count(), 0);

      await damage(page, /examples/, 'not what it was');
      assert.equal(await ask(page, 'examples/lupus.json'), 'TypeError', 'what the portal says is no file of ours');
      host.answer = undefined;
      await check(page);
      await offer(page).waitFor();
    },
    { expected: [...NOT_LOADED, ...LED_ELSEWHERE] },
  );
}

for (const [what, spoil] of [
  ['is still of the release before', (name) => readFileSync(join(first.folder, name))],
  ['is cut short', (name) => readFileSync(join(second.folder, name)).subarray(0, 100)],
]) {
  offlineTest(
    `a release of which one file ${what} is not taken; once it is whole, it is`,
    async ({ host, page, visit }) => {
      await visit();
      const half = mkdtempSync(join(tmpdir(), 'rheumscore-half-'));
      try {
        cpSync(second.folder, half, { recursive: true });
        writeFileSync(join(half, 'examples/lupus.json'), spoil('examples/lupus.json'));
        const [set] = await caches(page);
        host.sites['/'] = half;
        await check(page);
        assert.deepEqual(await caches(page), [set]);
        assert.equal(await offer(page).count(), 0);
        await page.reload();
        await runs(page);
        assert.equal(await releaseOf(page), '1');
        host.sites['/'] = second.folder;
        await check(page);
        await offer(page).waitFor();
      } finally {
        rmSync(half, { recursive: true });
      }
    },
    { expected: NOT_LOADED },
  );
}

offlineTest('a host that has browsers keep every file for a year hinders no update', async ({ host, page, visit }) => {
  host.headersOf = () => ({ 'Cache-Control': 'public, max-age=31536000' });
  await visit();
  host.sites['/'] = second.folder;
  await check(page);
  await button(page, 'Update now').click();
  await page.waitForFunction(() => document.querySelector('meta[name=release]')?.content === '2');
  assert.match(await ask(page, 'examples/lupus.json'), /2002-01-01/);
});

for (const from of ['the network', 'the worker']) {
  offlineTest(`a tab that had its page from ${from} goes on with all its files after another has updated`, async ({ host, context, page, visit }) => {
    await visit();
    if (from === 'the worker') await page.reload().then(() => runs(page));
    const other = await newPage(context);
    await visit('/', other);
    host.sites['/'] = second.folder;
    await check(other);
    await button(other, 'Update now').click();
    await other.waitForFunction(() => document.querySelector('meta[name=release]')?.content === '2');
    await runs(other);

    assert.equal(await releaseOf(page), '1');
    assert.equal(await ask(page, lateFile(1)), '"late, of release 1"');
    assert.match(await ask(page, 'examples/lupus.json'), /2001-01-01/);
    assert.match(await ask(other, 'examples/lupus.json'), /2002-01-01/);
    assert.equal(await ask(other, lateFile(2)), '"late, of release 2"');
    assert.equal((await caches(other)).length, 2);

    // Its own offer still stands, and now only loads the page.
    await button(page, 'Update now').click();
    await page.waitForFunction(() => document.querySelector('meta[name=release]')?.content === '2');
    await runs(page);
    await other.reload();
    await keeps(other, 1);
  });
}

offlineTest(
  'copies in one folder and in a folder within it never touch each other',
  async ({ host, context, page, visit }) => {
    await visit('/a/');
    const inner = await newPage(context);
    await visit('/a/b/', inner);
    const before = await caches(page);
    assert.deepEqual(before.map((name) => name.replace(/[^ ]+$/, '')).sort(), ['rheumscore /a/ ', 'rheumscore /a/b/ ']);
    const ofInner = before.find((name) => name.includes('/a/b/'));

    host.sites['/a/'] = second.folder;
    await check(page);
    await button(page, 'Update now').click();
    await page.waitForFunction(() => document.querySelector('meta[name=release]')?.content === '2');
    await runs(page);
    await page.reload();
    await keeps(page, 2);
    assert.ok((await caches(page)).includes(ofInner));
    await host.stop();
    for (const [at, expected] of [[page, '2'], [inner, '1']]) {
      await at.reload();
      await runs(at);
      assert.equal(await releaseOf(at), expected);
    }
    await host.start();

    host.sites['/a/'] = RETIRE;
    await check(page);
    await keeps(page, 1);
    assert.deepEqual(await caches(inner), [ofInner]);
    await inner.reload();
    await runs(inner);
  },
  { sites: () => ({ '/a/': first.folder, '/a/b/': first.folder }) },
);

offlineTest('a host can retire the worker', async ({ host, page, visit }) => {
  await visit();
  const folder = mkdtempSync(join(tmpdir(), 'rheumscore-retired-'));
  try {
    cpSync(first.folder, folder, { recursive: true });
    cpSync(RETIRE, folder, { recursive: true });
    host.sites['/'] = folder;
    await check(page);
    await keeps(page, 0);
    host.served.length = 0;
    await page.reload();
    await runs(page);
    assert.ok(host.served.includes('/'), 'the page comes from the network');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

offlineTest('the page can be installed', async ({ context, page, visit }) => {
  await visit();
  const session = await context.newCDPSession(page);
  const { manifest, errors } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  assert.ok(manifest);
});
