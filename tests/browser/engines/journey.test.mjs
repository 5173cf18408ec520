// The same journey in every engine comes to the same file.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../scripts/server.mjs';
import { ENGINES, launch } from '../engines.mjs';

let site;
before(async () => {
  site = await serve(fileURLToPath(new URL('../../../dist/', import.meta.url)));
});
after(() => site?.close());

/** Enters a visit, saves it, opens the file in an empty page and saves that again. */
async function journey(page, origin) {
  const save = async () => {
    await page.click('button "Save as JSON"');
    return page.saved();
  };
  await page.open(`${origin}/#/eustar-2017`);
  for (const absent of ['skin_worsening', 'digital_ulcers']) {
    await page.check(`#current-${absent} label "Absent"`);
  }
  await page.fill('#current-mrss', '17');
  await page.fill('#current-mrss', '3');
  await page.check('#current-tendon_friction_rubs label "Present"');
  await page.fill('#current-crp', '5');
  await page.select('#current-crp-unit', 'mg/L');
  await page.fill('#current-dlco_percent', '80');
  await page.waitFor('.rs-result', /EUSTAR at or above the 2\.5 cut-off/);
  const shown = await page.text('.rs-result');
  const first = await save();

  await page.open(`${origin}/#/eustar-2017`);
  assert.match(await page.text('.rs-result'), /Not yet/, 'nothing survives');
  await page.upload('input[type=file]', 'visit.json', first.text);
  await page.waitFor('#app', /agrees with the stored one/);
  assert.equal(await page.text('.rs-result'), shown);
  const second = await save();
  return { shown, files: [first, second] };
}

const withoutTime = (text) => text.replace(/"exported_at": "\d{4}-\d\d-\d\dT[\d:.]+Z"/, '"exported_at": ""');

const saved = new Map();
for (const engine of ENGINES) {
  test(`the journey in ${engine}`, async () => {
    const page = await launch(engine);
    try {
      const { shown, files } = await journey(page, site.origin);
      assert.deepEqual(await page.problems(), [], 'the page did something it should not');
      const [first, second] = files.map(({ text }) => withoutTime(text));
      assert.match(first, /"exported_at": ""/);
      assert.equal(second, first, 'opened and saved again');
      for (const { name } of files) assert.match(name, /^rheumscore-eustar-2017-\d{4}-\d\d-\d\d\.json$/);
      saved.set(engine, { shown, text: first });
    } finally {
      await page.close();
    }
  });
}

test('all engines show the same result and save the same file', () => {
  assert.deepEqual([...saved.keys()], ENGINES);
  const [[one, expected], ...others] = saved;
  for (const [other, found] of others) assert.deepEqual(found, expected, `${other} and ${one}`);
});
