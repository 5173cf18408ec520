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

const ABSENT = [
  ...['seizure', 'psychosis', 'organic_brain_syndrome', 'visual_disturbance', 'cranial_nerve_disorder', 'lupus_headache'],
  ...['cva', 'vasculitis', 'myositis', 'urinary_casts', 'hematuria', 'pyuria', 'alopecia', 'mucosal_ulcers'],
  ...['pleurisy', 'pericarditis', 'increased_dna_binding', 'fever', 'thrombocytopenia'],
];

/** Runs in the page: what the card of each score says, without what is drawn or closed. */
const CARDS = `() =>
  [...document.querySelectorAll('[data-instrument]')].map((card) =>
    [...card.children].filter(({ localName }) => ['h3', 'p'].includes(localName)).map((line) => line.innerText.trim()),
  )`;

/** Enters a visit, saves it, opens the file in an empty page and saves that again. */
async function journey(page, origin) {
  const save = async () => {
    await page.click('button "Save"');
    return page.saved();
  };
  await page.open(`${origin}/#/sledai-2k`);
  await page.fill('#visit-label', 'month 3');
  for (const absent of ABSENT) await page.check(`#item-${absent} label "Absent"`);
  for (const present of ['arthritis', 'rash']) await page.check(`#item-${present} label "Present"`);
  await page.fill('#item-upcr', '17');
  await page.fill('#item-upcr', '0,82');
  await page.select('#item-upcr-unit', 'g/g');
  await page.fill('#item-c3', '0.7');
  await page.fill('#item-c3-limit', '0.9');
  await page.fill('#item-wbc', '2.1');
  await page.select('#item-wbc-unit', '10*9/L');
  await page.click('#item-leukopenia button "No, another cause"');
  await page.waitFor('[data-instrument=sledai-2k]', /Complete/);
  const shown = await page.evaluate(CARDS);
  const first = await save();

  await page.open(`${origin}/#/sledai-2k`);
  await page.waitFor('[data-instrument=sledai-2k]', /Not yet/);
  await page.upload('input[type=file]', 'visit.json', first.text);
  await page.waitFor('#app', /agrees with the stored one/);
  assert.deepEqual(await page.evaluate(CARDS), shown);
  const second = await save();
  const [{ results }] = JSON.parse(second.text).visits;
  assert.deepEqual([results['sledai-2k'].result.status, results['sledai-2k'].result.score], ['complete', 12]);
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
      for (const { name } of files) assert.match(name, /^rheumscore-course-\d{4}-\d\d-\d\d\.json$/);
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
