// <rheum-score> within a page of others, in every engine: a visit is entered,
// changed and moved, and the form around it holds the same.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENGINES, launch } from '../engines.mjs';
import { serveForms, serveHosts } from '../hosts/serve.mjs';

let forms;
let host;
before(async () => {
  forms = await serveForms();
  host = await serveHosts(forms);
});
after(() => {
  host?.close();
  forms?.close();
});

/** Runs in the page: what the element around it has told, by kind. */
const HEARD = '() => globalThis.heard.map(({ event, detail }) => [event, detail.state ?? null])';

/** Runs in the page: puts the element there, with what is known already. */
function put() {
  const element = document.createElement('rheum-score');
  const attributes = { instrument: 'eustar-2017', name: 'activity', required: '', 'change-log': '', theme: 'light' };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.answers = { skin_worsening: 'present', dlco_percent: 80 };
  document.querySelector('#place').append(element);
}

async function journey(page) {
  await page.visit(`${host.origin}/plain.html`);
  await page.evaluate(put);
  await page.waitFor('.rs-card', /EUSTAR 2017/);
  await page.check('#item-digital_ulcers label "Absent"');
  await page.check('#item-tendon_friction_rubs label "Present"');
  await page.fill('#item-mrss', '3');
  await page.fill('#item-crp', '5');
  await page.select('#item-crp-unit', 'mg/L');
  await page.check('#item-skin_worsening label "Absent"');
  await page.fill('#item-skin_worsening-why', 'misread');
  await page.evaluate(() => document.querySelector('form').append(document.querySelector('rheum-score')));
  await page.waitFor('.rs-card', /Score 2\.502/);
  const heard = await page.evaluate(HEARD);
  const valid = await page.evaluate(() => document.querySelector('rheum-score').checkValidity());
  const submitted = new Map(await page.evaluate(() => [...new FormData(document.querySelector('form'))]));
  return { heard, valid, submitted };
}

for (const engine of ENGINES) {
  test(`the element in ${engine}`, async () => {
    const page = await launch(engine);
    try {
      const { heard, valid, submitted } = await journey(page);
      assert.deepEqual(await page.problems(), [], 'the page did something it should not');
      assert.deepEqual([heard[0], heard.at(-1)[0], valid], [['ready', null], 'change', true]);
      assert.ok(heard.some(([, state]) => state === 'draft') && heard.some(([, state]) => state === 'final'));
      assert.equal(JSON.parse(submitted.get('activity')).score, 2.502);
      const changes = JSON.parse(submitted.get('activity.changes'));
      const { old, new: now, reason } = changes.find(({ item }) => item === 'skin_worsening');
      assert.deepEqual([old, now, reason], ['present', 'absent', 'misread']);
    } finally {
      await page.close();
    }
  });
}
