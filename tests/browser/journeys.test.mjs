// A full visit of each headline instrument, and of those that judge a flare, a
// response and what cell therapy does: entered, scored, explained, saved, opened
// again.

import assert from 'node:assert/strict';
import { axe, pageTest } from './harness.mjs';
import { assertResult, button, cases, discloseAll, enter, headline, openFile, patient, read, resultOf, save, worked } from './visit.mjs';

// What a clinician reads, beside what the saved result says.
const JOURNEYS = [
  { of: patient(/^Patient 4 of the published/), stands: '8', reads: [/Moderate activity/i] },
  { of: patient(/^Patient 40 /), stands: '6', reads: [] },
  { of: patient(/^Patient 43 of the same/), stands: '4', reads: [] },
  {
    of: patient(/^Remission on exactly 5 mg/),
    stands: 'Meets DORIS 2021',
    reads: [/Exactly where sources differ: glucocorticoid dose/, /abstract and table disagree/],
  },
  { of: patient(/^Her twin without a global assessment: open/), stands: /Cannot be told yet/, reads: [/PGA/] },
  { of: patient(/^A major response of 80/), stands: '80', reads: [/Major/, /measured at baseline, without/] },
  {
    of: patient(/^Friction rubs and a skin score of 3/),
    stands: /EUSTAR at or above the 2\.5 cut-off/,
    reads: [/Score 2\.502/, /gives another verdict/],
  },
  { of: worked('selena-flare-index', 'flare-dose-high'), stands: 'Severe flare', reads: [/Fired: .*glucocorticoid/i] },
  { of: worked('selena-flare-index', 'flare-score-up-3'), stands: 'Mild or moderate flare', reads: [/Fired: SELENA-SLEDAI up by 3 or more/] },
  { of: worked('sri', 'sri-fall-4'), stands: 'Responder (SRI)', reads: [/New BILAG domains: .*\t–\tmet/, /SRI-4, on SELENA-SLEDAI/] },
  { of: worked('sri', 'sri-bilag-a'), stands: 'No responder (SRI)', reads: [/Not met: New BILAG domains/] },
  { of: worked('crs-astct-2019', 'crs-worse-wins'), stands: 'Grade 3', reads: [/one vasopressor/i] },
  { of: worked('icans-astct-2019', 'icans-worst-wins'), stands: 'Grade 3', reads: [/Seizure\tbrief.*\t3\n/] },
];

/** What a saved course holds beside the moment it was saved at. */
const timeless = (course) => ({ ...course, exported_at: '' });

for (const { of, stands, reads } of JOURNEYS) {
  const { why, request, expect } = of;
  const { instrument } = request;
  pageTest(`${instrument}: ${why}`, async ({ page, open }) => {
    await open(`/#/${instrument}`);
    await enter(page, request);
    if (typeof stands === 'string') assert.equal(await headline(page, instrument), stands);
    else assert.match(await headline(page, instrument), stands);
    await discloseAll(page);
    // Without what is said aloud, which waits until typing rests.
    const rail = page.locator('.rs-rail');
    const shown = await read(rail);
    for (const words of reads) assert.match(shown, words);
    await axe(page);

    const { name, text, course } = await save(page);
    assert.match(name, /^rheumscore-course-\d{4}-\d\d-\d\d\.json$/);
    assert.equal(course.schema, 2);
    assert.match(course.exported_at, /^\d{4}-\d\d-\d\dT/);
    assertResult(resultOf(course, instrument), expect);

    await page.reload();
    await page.locator('form').waitFor();
    assert.match(await headline(page, instrument), /Not yet|Starting point/, 'nothing survives the tab');
    assert.equal(await button(page, 'Save').count(), 0);
    await openFile(page, text);
    await page.getByText('agrees with the stored one').waitFor();
    await discloseAll(page);
    assert.equal(await read(rail), shown);
    const again = await save(page);
    assert.deepEqual(timeless(again.course), timeless(course));
  });
}

for (const { why, request, expect } of cases('patients')) {
  pageTest(`the page comes to the result of the worked case: ${why}`, async ({ page, open }) => {
    await open(`/#/${request.instrument}`);
    await enter(page, request);
    assertResult(resultOf((await save(page)).course, request.instrument), expect, why);
  });
}

pageTest('a file whose result was changed is opened, computed anew, and said to differ', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enter(page, { current: { rash: true } });
  const { text } = await save(page);
  await openFile(page, text.replace('"min": 2,', '"min": 0,'));
  const message = page.getByRole('alert').filter({ hasText: 'differs from the stored one' });
  assert.match(await read(message), /\/visits\/0\/results\/sledai-2k\/result\/min: the file says 0, computed 2/);
  assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
});

pageTest('a file with very many differences lists the first and says that there are more', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enter(page, { current: { rash: true } });
  const { text } = await save(page);
  await openFile(page, text.replaceAll('"points": 0', '"points": 1').replaceAll('"max"', '"most"'));
  const message = page.getByRole('alert').filter({ hasText: 'differs from the stored one' });
  await message.waitFor();
  assert.equal(await message.getByRole('listitem').count(), 6);
  assert.match(await read(message), /more differences/);
});

const FOREIGN = [
  ['a broken file', (text) => text.slice(0, -20), /not a complete JSON file/],
  ['an empty file', () => '', /not a complete JSON file/],
  ['a file that is no text', () => Uint8Array.of(0xff, 0xfe, 0, 0x80), /not a complete JSON file/],
  ['a foreign file', () => '{"resourceType": "Observation"}', /no export of Rheumscore/],
  ['a newer file', (text) => text.replace('"schema": 2', '"schema": 7'), /later version.*schema 7/],
  ['a file with an unknown item', (text) => text.replace('"rash"', '"rosh"'), /\/visits\/0\/entered\/rosh/],
  ['a file with a key twice', (text) => text.replace('"timing"', '"pseudonym": "", "timing"'), /\/pseudonym stands in it twice/],
  ['a file with an unknown score', (text) => text.replace('"sledai-2k"', '"sledai-3k"'), /\/scores\/sledai-3k/],
  ['a file with a hostile key', (text) => text.replace('"rash"', '"__proto__"'), /__proto__/],
];
for (const [what, change, says] of FOREIGN) {
  pageTest(`${what} gets a clear message, and the page stays as it was`, async ({ page, open }) => {
    await open('/#/sledai-2k');
    await enter(page, { current: { rash: true } });
    const { text } = await save(page);
    await enter(page, { current: { rash: false, alopecia: true } });
    const changed = change(text);
    assert.notEqual(changed, text);
    await openFile(page, changed);
    const message = page.getByRole('alert').filter({ hasText: 'not opened' });
    assert.match(await read(message), says);
    assert.equal(await page.locator('#item-alopecia').getByLabel('Present').isChecked(), true);
    assert.equal(await page.locator('#item-rash').getByLabel('Absent').isChecked(), true);
  });
}

pageTest('a file of the first version is opened as a course, and its result still agrees', async ({ page, open }) => {
  const result = { min: 2, max: 105 };
  const first = {
    format: 'rheumscore-visit',
    schema: 1,
    app: { name: 'Rheumscore', version: '0.1.0' },
    exported_at: '2026-01-15T10:00:00.000Z',
    instrument: 'selena-sledai',
    entered: {
      previous: { upcr: { value: '2000', unit: 'mg/g' } },
      current: { rash: 'present', upcr: { value: '2100', unit: 'mg/g' } },
    },
  };
  await open();
  await openFile(page, JSON.stringify({ ...first, result }));
  await page.getByRole('alert').filter({ hasText: 'differs from the stored one' }).waitFor();
  assert.equal(await headline(page, 'selena-sledai'), 'At least 2 so far');
  const { course } = await save(page);
  assert.deepEqual(course.visits.map(({ entered }) => entered.upcr.value), ['2000', '2100']);
});
