// The results beside the form: where a score stands, what has changed, what is
// open and where it leads, and what another rule would say.

import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';
import {
  INSTRUMENTS, answer, button, card, cardOf, cases, chooseRule, disclose, discloseAll, enter, field, headline, label, openVisit, patient, read,
  rule, save, says, score, start, stillOpen,
} from './visit.mjs';

const focused = (page) => page.evaluate(() => document.activeElement.closest('[data-item]')?.dataset.item);

for (const instrument of INSTRUMENTS) {
  pageTest(`a blank ${instrument} says "not yet", never a score and never a remission`, async ({ page, open }) => {
    await open(`/#/${instrument}`);
    assert.match(await headline(page, instrument), /^(Not yet|Starting point)$/);
    assert.doesNotMatch(await card(page, instrument), /\bmeets\b|cut-off|^0$|no activity/im);
    assert.equal(await button(page, 'Save').count(), 0, 'there is nothing to save');
    await label(page, 'named only');
    const result = (await save(page)).course.visits[0].results[instrument]?.result;
    assert.ok(result === undefined || (result.status === 'partial' && result.verdict !== 'met'), JSON.stringify(result));
  });
}

pageTest('the result grows with each answer and tells what is open', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
  assert.match(await card(page, 'sledai-2k'), /2 to 105, 23 items open/);
  await page.getByRole('status').filter({ hasText: 'At least 2 so far' }).waitFor();
  await answer(page, { seizure: 'other_cause' });
  assert.match(await card(page, 'sledai-2k'), /2 to 97, 22 items open/);
});

pageTest('what has changed is told since the visit before and since the baseline', async ({ page, open }) => {
  const { request } = patient(/^Patient 43 of the same/);
  await open('/#/selena-sledai');
  for (const [at, more] of [{ rash: true, arthritis: true }, { rash: false, arthritis: true }, { rash: false, arthritis: false }].entries()) {
    if (at > 0) await button(page, 'Add a visit').click();
    await answer(page, { ...request.current, ...more });
  }
  const told = await card(page, 'selena-sledai');
  assert.match(told, /−4 since the visit before/);
  assert.match(told, /−6 since baseline/);
  await openVisit(page, /Visit 2/);
  assert.match(await card(page, 'selena-sledai'), /−2 since/);
  await openVisit(page, /Visit 1/);
  assert.doesNotMatch(await card(page, 'selena-sledai'), /since/);
});

pageTest('a change is an interval while items are open, and a verdict says what it was', async ({ page, open }) => {
  const { request } = patient(/^Remission on exactly 5 mg/);
  await open('/#/doris-2021');
  await enter(page, request);
  await score(page, 'sledai-2k');
  await button(page, 'Add a visit').click();
  await answer(page, { arthritis: true });
  assert.match(await card(page, 'sledai-2k'), /Between .* and \+\d+ since/);
  assert.match(await card(page, 'doris-2021'), /Was met at/);
});

pageTest('a verdict stands in words beside its sign', async ({ page, open }) => {
  const { request } = patient(/^Remission on exactly 5 mg/);
  await open('/#/doris-2021');
  await enter(page, request);
  assert.match(await card(page, 'doris-2021'), /^\S met$/m);
  await answer(page, { arthritis: true });
  assert.match(await card(page, 'doris-2021'), /^\S not met$/m);
  await answer(page, { arthritis: 'not_assessed' });
  assert.match(await card(page, 'doris-2021'), /^\S cannot be told yet$/m);
});

pageTest('an open item leads to its field', async ({ page, open }) => {
  await open('/#/selena-sledai');
  await answer(page, { rash: true });
  await stillOpen(page, 'selena-sledai');
  await cardOf(page, 'selena-sledai').getByRole('button', { name: 'pericarditis', exact: true }).click();
  assert.equal(await focused(page), 'pericarditis');
});

pageTest('an open item of an earlier visit opens that visit and leads to its field', async ({ page, open }) => {
  await open('/#/selena-sledai');
  await label(page, 'before');
  await button(page, 'Add a visit').click();
  await answer(page, { urine_protein_24h: { value: 1.8, unit: 'g/d' } });
  await stillOpen(page, 'selena-sledai');
  await cardOf(page, 'selena-sledai').getByRole('button', { name: 'earlier visit: proteinuria' }).click();
  await page.locator('#item-urine_protein_24h:focus, #item-proteinuria :focus').waitFor();
  assert.equal(await page.locator('#visit-label').inputValue(), 'before');
});

pageTest('SELENA asks for the earlier protein value, or whether this is the first visit', async ({ page, open }) => {
  const asks = /It counts only if it is new or has risen/;
  await open('/#/selena-sledai');
  await answer(page, { urine_protein_24h: { value: 1.8, unit: 'g/d' } });
  assert.match(await read(field(page, 'proteinuria')), asks);
  await button(page, 'Add an earlier visit').click();
  await answer(page, { urine_protein_24h: { value: 2, unit: 'g/d' } });
  await openVisit(page, /Visit 2/);
  assert.doesNotMatch(await read(field(page, 'proteinuria')), asks);
  assert.match(await read(field(page, 'proteinuria')), /Counts as absent/);
  await answer(page, { first_visit: true });
  await openVisit(page, /Visit 1/);
  await answer(page, { urine_protein_24h: '' , first_visit: true });
  await openVisit(page, /Visit 2/);
  assert.match(await read(field(page, 'proteinuria')), /Counts as present/);
});

pageTest('the last open findings are told with what each would lead to', async ({ page, open }) => {
  const { request } = patient(/^Friction rubs/);
  await open('/#/eustar-2017');
  await answer(page, { ...request.current, tendon_friction_rubs: 'not_assessed' });
  const [open1] = await stillOpen(page, 'eustar-2017');
  assert.match(open1, /tendon friction rubs\s*present: EUSTAR at or above the 2\.5 cut-off; absent: EUSTAR below/);
});

pageTest('the four lupus sheets stand side by side, and say why they differ', async ({ page, open }) => {
  await open();
  await start(page, /lupus/i);
  const { request } = patient(/^The same nephritis half a year later/);
  await enter(page, request);
  const details = page.locator('details').filter({ has: page.getByText('Why does another calculator give another number?') });
  await details.evaluate((details) => (details.open = true));
  const table = details.getByRole('table');
  await table.waitFor();
  for (const sheet of ['SLEDAI-2K', 'SELENA-SLEDAI', 'SLEDAI 1992']) {
    assert.ok((await table.getByRole('columnheader', { name: sheet }).count()) >= 1, sheet);
  }
  assert.equal(await table.getByRole('columnheader').count(), 6);
  const protein = table.getByRole('row', { name: /^Proteinuria/ });
  assert.match(await read(protein), /differs/i);
  assert.match(await read(details), /Proteinuria:/);
});

pageTest('an entry that cannot be read is named before the result, which is then not complete', async ({ page, open }) => {
  const { request } = patient(/^Remission on exactly 5 mg/);
  await open('/#/doris-2021');
  await enter(page, request);
  assert.match(await card(page, 'doris-2021'), /Complete/);
  await page.locator('#item-platelets').fill('eighty');
  await page.getByText('Not used, because it cannot be read: platelets').waitFor();
  assert.doesNotMatch(await card(page, 'doris-2021'), /Complete/);
});

pageTest('every rule that can be chosen is explained and sourced, and says whether it matters', async ({ page, open }) => {
  const { request } = patient(/^Friction rubs/);
  const { instrument } = request;
  await open(`/#/${instrument}`);
  const before = await read(await explained(page, instrument, 'mrss_rule'));
  assert.doesNotMatch(before, /With “|gives the same/, 'nothing is entered that it could matter for');
  await enter(page, request);
  const now = await read(await explained(page, instrument, 'mrss_rule'));
  assert.match(now, /With “Nothing”: EUSTAR below the 2\.5 cut-off/);
  await chooseRule(page, instrument, 'mrss_rule', 'binary');
  assert.match(await headline(page, instrument), /EUSTAR below the 2\.5 cut-off/);
  const other = await read(await explained(page, instrument, 'mrss_rule'));
  assert.match(other, /Valentini 2017, abstract/);
  assert.match(other, /With “A fraction for each point”: EUSTAR at or above/);
  await answer(page, { tendon_friction_rubs: false });
  assert.match(await read(await explained(page, instrument, 'mrss_rule')), /Any other choice gives the same for this patient/);
});

/** The choice of a rule with what is said of it. */
const explained = async (page, instrument, option) =>
  (await rule(page, instrument, option)).locator('xpath=..');

pageTest('DORIS on another sheet asks by that sheet, and keeps what was answered', async ({ page, open }) => {
  await open('/#/doris-2021');
  const asked = async () => {
    await disclose(page, '#item-pleurisy details');
    return read(page.locator('#item-pleurisy'));
  };
  const onSledai2k = await asked();
  await answer(page, { rash: false });
  await chooseRule(page, 'doris-2021', 'sledai', 'selena-sledai');
  assert.notEqual(await asked(), onSledai2k);
  assert.equal(await page.locator('#item-rash').getByLabel('Absent').isChecked(), true);
  await page.locator('#item-first_visit').waitFor();
});

pageTest('options that exclude each other are said to, and score nothing', async ({ page, open }) => {
  const instrument = 'acr-eular-myositis-2016';
  await open(`/#/${instrument}`);
  await enter(page, { instrument, options: { strength_scale: 'cmas' }, baseline: { strength: 20 }, current: { strength: 40 } });
  assert.equal(await headline(page, instrument), 'Not scored');
  assert.match(await card(page, instrument), /CMAS/);
  await chooseRule(page, instrument, 'population', 'juvenile');
  assert.equal(await headline(page, instrument), 'At least 32.5 so far');
});

pageTest('every score opens into its rows, its rules, its sources and what it is not for', async ({ page, open }) => {
  const seen = new Set();
  const look = async () => {
    await discloseAll(page);
    for (const instrument of INSTRUMENTS) {
      const shown = cardOf(page, instrument);
      if ((await shown.count()) === 0) continue;
      seen.add(instrument);
      // A rule set names the value of each option behind its instrument.
      const [, ...options] = cases(instrument)[0].expect.rule_set.split('/');
      assert.equal(await shown.getByRole('combobox').count(), options.length, `${instrument} has its rules`);
      assert.ok((await shown.getByRole('link', { name: /^doi:/ }).count()) >= 1, `${instrument} cites`);
      assert.equal(await shown.getByRole('table').count(), 1, instrument);
    }
  };
  await open('/#/sledai-2k');
  for (const instrument of INSTRUMENTS) await score(page, instrument);
  await answer(page, { rash: true });
  await look();
  await says(page, 'sledai-2k', /Rash/);
  // What cell therapy does is graded at checks.
  await button(page, 'Add a safety check').click();
  await answer(page, { fever_now: true });
  await look();
  assert.deepEqual([...seen].sort(), [...INSTRUMENTS].sort());
});
