// The same journey through the frame in every engine: what is entered in it
// arrives in the fields of the page around it, and is sent.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startTrial } from '../../../examples/trial-site/server.mjs';
import { serve } from '../../../scripts/server.mjs';
import { ENGINES, launch } from '../engines.mjs';

const folder = (path) => fileURLToPath(new URL(`../../../${path}/`, import.meta.url));

let forms;
let trial;
before(async () => {
  forms = await serve(folder('dist'), 0, { headers: true });
  trial = await startTrial({ scores: forms.origin, rheumscore: folder('target/package/rheumscore') });
});
after(() => [trial, forms].forEach((server) => server?.close()));

for (const engine of ENGINES) {
  test(`the frame in ${engine}`, async () => {
    trial.posted.length = 0;
    const page = await launch(engine);
    try {
      await page.visit(`${trial.origin}/sclerosis.html`);
      await page.waitFor('#told', /Not everything is known yet/);
      // The site gives it 320 pixels until it tells its height, in a message of its own.
      await page.until('the frame fits its height', "() => document.querySelector('iframe').clientHeight > 320");
      await page.enter('#eustar');
      for (const item of ['skin_worsening', 'digital_ulcers']) await page.check(`#item-${item} label "Absent"`);
      await page.check('#item-tendon_friction_rubs label "Present"');
      await page.fill('#item-mrss', '12');
      await page.fill('#item-dlco_percent', '80');
      await page.select('#item-crp-unit', 'mg/L');
      await page.fill('#item-crp', '5');
      await page.evaluate("() => document.querySelector('rheum-score').shadowRoot.activeElement.blur()");
      await page.enter();
      await page.waitFor('#told', /^$/);
      await page.click('button "Send the visit"');
      await page.waitFor('h1 "Received"');
      const sent = Object.fromEntries(trial.posted.at(-1));
      assert.deepEqual([sent.status, sent.score, sent.verdict], ['complete', '3.258', 'met']);
      assert.deepEqual(
        JSON.parse(sent.changes).filter(({ item }) => item === 'mrss').map(({ old, new: now }) => [old, now]),
        [[14, 12]],
      );
      assert.deepEqual(await page.problems(), []);
    } finally {
      await page.close();
    }
  });
}
