// A full visit of each headline instrument: entered, scored, explained, saved,
// opened again.

import assert from 'node:assert/strict';
import { axe, pageTest } from './harness.mjs';
import { assertResult, cases, choose, enter, headline, openFile, result, save } from './visit.mjs';

const patients = cases('patients');
const patient = (pattern) => {
  const found = patients.find(({ why }) => pattern.test(why));
  assert.ok(found, `a patient like ${pattern}`);
  return found;
};

// What a clinician reads, beside what the exported result says.
const JOURNEYS = [
  { of: /^Patient 4 of the published/, reads: [/^8$/m, /Moderate activity/i] },
  { of: /^Patient 40 /, reads: [/^6$/m] },
  { of: /^Patient 43 of the same/, reads: [/^4$/m] },
  {
    of: /^Remission on exactly 5 mg/,
    reads: [/Meets DORIS 2021/, /Exactly where sources differ: glucocorticoid dose/, /abstract and table disagree/],
  },
  { of: /^Her twin without a global assessment: open/, reads: [/Cannot be told yet/, /PGA/] },
  { of: /^A major response of 80/, reads: [/^80$/m, /Major/, /measured at baseline, without/] },
  {
    of: /^Friction rubs and a skin score of 3/,
    reads: [/EUSTAR at or above the 2\.5 cut-off/, /Score 2\.502/, /gives another verdict/],
  },
];

for (const { of, reads } of JOURNEYS) {
  const { why, request, expect } = patient(of);
  pageTest(`${request.instrument}: ${why}`, async ({ page, open }) => {
    await open();
    await choose(page, request.instrument);
    await enter(page, request);
    const shown = await result(page);
    for (const words of reads) assert.match(shown, words);

    const saved = await save(page);
    assert.match(saved.name, new RegExp(`^rheumscore-${request.instrument}-\\d{4}-\\d\\d-\\d\\d\\.json$`));
    const document = JSON.parse(saved.text);
    assert.equal(document.schema, 1);
    assert.match(document.exported_at, /^\d{4}-\d\d-\d\dT/);
    assertResult(document.result, expect);
    await page.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
    await axe(page);

    await page.reload();
    await page.locator('form').waitFor();
    assert.equal(await headline(page), 'Not yet', 'nothing survives the tab');
    await openFile(page, saved.text);
    await page.getByText('agrees with the stored one').waitFor();
    assert.equal(await result(page), shown);
    const again = JSON.parse((await save(page)).text);
    assert.deepEqual({ ...again, exported_at: '' }, { ...document, exported_at: '' });
  });
}

pageTest('every patient comes to the same result in the page as on the command line', async ({ page, open }) => {
  await open();
  for (const { why, request, expect } of patients) {
    await page.goto(`${new URL(page.url()).origin}/#/`);
    await choose(page, request.instrument);
    await enter(page, request);
    const document = JSON.parse((await save(page)).text);
    assertResult(document.result, expect, why);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('button', { name: 'Yes, clear' }).click();
  }
});
