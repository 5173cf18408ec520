// The package as plain files, in every engine: the same result.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../scripts/server.mjs';
import { ENGINES, launch } from '../../browser/engines.mjs';

let site;
before(async () => {
  site = await serve(fileURLToPath(new URL('../../../target/package/consumer/sites/plain/', import.meta.url)));
});
after(() => site?.close());

for (const engine of ENGINES) {
  test(`a page scores and logs in ${engine}`, async () => {
    const page = await launch(engine);
    try {
      await page.open(`${site.origin}/`);
      await page.waitFor('#name', /^EUSTAR 2017$/);
      await page.waitFor('#score:enabled');
      await page.fill('#mrss', '19');
      await page.click('#score');
      await page.waitFor('#result', /^3\.75 to 10, met, by eustar-2017\/binary$/);
      const changes = JSON.parse(await page.text('#changes'));
      assert.deepEqual(changes.map(({ item, old, new: now }) => [item, old, now]), [
        ['mrss', null, 19],
        ['tendon_friction_rubs', null, 'present'],
      ]);
      await page.fill('#mrss', '52');
      await page.click('#score');
      await page.waitFor('#result', /^out_of_range$/);
      assert.deepEqual(await page.problems(), []);
    } finally {
      await page.close();
    }
  });
}
