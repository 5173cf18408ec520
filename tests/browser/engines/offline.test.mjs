// Without a network, and from one release to the next, in the other engines.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGINES, launch } from '../engines.mjs';
import { release, startHost } from '../host.mjs';
import { until } from './processes.mjs';

let first;
let second;
before(() => {
  [first, second] = [release(1), release(2)];
});
after(() => {
  first?.remove();
  second?.remove();
});

const RELEASE = `() => document.querySelector('meta[name=release]')?.content`;
const NEEDS_NO_NETWORK = `() => Boolean(navigator.serviceWorker.controller) && document.documentElement.matches('.offline')`;

/** Asked again and again: the answer is that of the time before. */
const ONE_SET = `() => {
  caches.keys().then((sets) => (window.setsKept = sets.length));
  return window.setsKept === 1;
}`;

// Chromium has all of tests/browser/offline.test.mjs.
for (const engine of ENGINES.filter((engine) => engine !== 'chromium')) {
  test(`without a network and with an update, in ${engine}`, async () => {
    const host = await startHost({ '/a/': first.folder });
    const page = await launch(engine);
    const address = `${host.origin}/a/#/sledai-2k`;
    try {
      await page.open(address);
      await until('the page needs no network', () => page.evaluate(NEEDS_NO_NETWORK));
      await host.stop();
      await page.open(address);
      await page.waitFor('footer', /Works without a network/);
      await page.fill('#visit-label', 'month 3');
      await page.check('#item-rash label "Present"');
      await page.waitFor('[data-instrument=sledai-2k]', /At least 2/);

      await host.start();
      host.sites['/a/'] = second.folder;
      await page.evaluate('() => void navigator.serviceWorker.getRegistration().then((it) => it.update())');
      await page.click('#update-now');
      await until('the newer release runs', async () => (await page.evaluate(RELEASE)) === '2');
      await page.waitFor('[data-instrument=sledai-2k]', /At least 2/);
      assert.equal(await page.evaluate(`() => document.getElementById('visit-label').value`), 'month 3');
      assert.deepEqual(await page.evaluate('() => [sessionStorage.length, localStorage.length]'), [0, 0]);
      await page.open(address);
      await until('the older release is gone', () => page.evaluate(ONE_SET));
      assert.deepEqual(await page.problems(), []);
    } finally {
      await page.close();
      await host.stop().catch(() => {});
    }
  });
}
