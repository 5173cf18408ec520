// The form: what it says before anything is entered, what it asks, and what it
// does with what cannot be read.

import assert from 'node:assert/strict';
import { axe, pageTest } from './harness.mjs';
import { cases, choose, enter, headline, openFile, result, save } from './visit.mjs';

const INSTRUMENTS = [
  'sledai-2k',
  'selena-sledai',
  'selena-sledai-hybrid',
  'sledai-1992',
  'doris-2021',
  'eustar-2017',
  'acr-eular-myositis-2016',
];

for (const instrument of INSTRUMENTS) {
  pageTest(`a blank ${instrument} says "not yet", never a score and never a remission`, async ({ page, open }) => {
    await open(`/#/${instrument}`);
    assert.equal(await headline(page), 'Not yet');
    assert.doesNotMatch(await result(page), /\bmeets\b|cut-off|^0$|no activity/im);
    const document = JSON.parse((await save(page)).text);
    assert.equal(document.result.status, 'partial');
    assert.notEqual(document.result.verdict, 'met');
  });
}

for (const colorScheme of ['light', 'dark']) {
  pageTest(
    `axe finds nothing on any page in ${colorScheme} colours, with everything open`,
    async ({ page, open }) => {
      await open();
      await axe(page);
      for (const instrument of INSTRUMENTS) {
        await page.goto(`${new URL(page.url()).origin}/#/${instrument}`);
        await page.locator('form').waitFor();
        await page.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
        await axe(page);
      }
    },
    { colorScheme },
  );
}

pageTest(
  'nothing scrolls sideways at 320 px, and every control is large enough to touch',
  async ({ page, open }) => {
    await open();
    for (const instrument of ['', ...INSTRUMENTS]) {
      await page.goto(`${new URL(page.url()).origin}/#/${instrument}`);
      await page.locator(instrument ? 'form' : '.rs-scores').first().waitFor();
      await page.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `${instrument} is ${width} px wide`);
      const small = await page
        .locator('button, select, summary, input[type=text], label.rs-answer, label.rs-button, .rs-score, .rs-heading a')
        .evaluateAll((controls) =>
          controls
            .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 44)
            .map((control) => control.outerHTML.slice(0, 80)),
        );
      assert.deepEqual(small, []);
    }
  },
  { viewport: { width: 320, height: 640 } },
);

pageTest('the result grows with each answer and tells what is open', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enter(page, { current: { rash: true } });
  assert.equal(await headline(page), 'At least 2 so far');
  assert.match(await result(page), /Between 2 and 105, 23 items open/);
  await page.getByRole('status').filter({ hasText: 'At least 2 so far' }).waitFor();
  await enter(page, { current: { seizure: 'other_cause' } });
  assert.match(await result(page), /Between 2 and 97, 22 items open/);
});

pageTest('a measured value derives its item, says by which rule, and asks for the cause', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enter(page, { current: { wbc: { value: 2.1, unit: '10*9/L' } } });
  const field = page.locator('#current-leukopenia');
  assert.match(await field.innerText(), /Counts as present: counts when <\s3\s×10⁹\/L/);
  assert.match(await result(page), /Counted from the number alone: leukopenia/);
  await field.getByRole('button', { name: 'No, another cause' }).click();
  assert.equal(await field.getByLabel('Other cause').isChecked(), true);
  assert.doesNotMatch(await result(page), /from the number alone/);
  assert.match(await headline(page), /At least 0 so far/);
});

pageTest('a value without its unit is asked for it, and the rest is scored', async ({ page, open }) => {
  await open('/#/eustar-2017');
  await enter(page, { current: { tendon_friction_rubs: true } });
  await page.locator('#current-crp').fill('5');
  const unit = page.locator('#current-crp-unit');
  assert.equal(await unit.inputValue(), '', 'no unit is chosen beforehand');
  assert.equal(await unit.getAttribute('aria-invalid'), 'true');
  const error = page.locator(`#${await unit.getAttribute('aria-describedby')}`);
  assert.match(await error.innerText(), /mg\/dL.*mg\/L/);
  assert.match(await result(page), /Between 2\.25 and/);
  await unit.selectOption('mg/L');
  assert.equal(await unit.getAttribute('aria-invalid'), null);
  await page.getByText('How it adds up').click();
  assert.match(await page.locator('.rs-parts').innerText(), /CRP\s+0\.5\s+0/);
});

pageTest('what cannot be a number is refused by name and stays as it was typed', async ({ page, open }) => {
  await open('/#/doris-2021');
  const pga = page.locator('#current-pga');
  await pga.fill('4');
  assert.match(await page.locator('#current-pga-error').innerText(), /outside 0 to 3/);
  await pga.fill('high');
  assert.equal(await pga.getAttribute('aria-invalid'), 'true');
  assert.equal(await pga.inputValue(), 'high');
  const { entered } = JSON.parse((await save(page)).text);
  assert.deepEqual(entered, { current: { pga: { value: 'high' } } });
});

pageTest('decimal commas are read, and a number that can mean two is asked about', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enter(page, { current: { wbc: { value: '2,1', unit: '10*9/L' } } });
  assert.match(await page.locator('#current-leukopenia').innerText(), /Counts as present/);
  await enter(page, { current: { platelets: { value: '150,000', unit: '/uL' } } });
  const field = page.locator('#current-thrombocytopenia');
  assert.match(await field.innerText(), /can mean two numbers/);
  assert.doesNotMatch(await field.innerText(), /Counts as/);
  await field.getByRole('button', { name: '150000' }).click();
  assert.match(await field.innerText(), /Counts as absent/);
  assert.equal(await page.locator('#current-platelets').inputValue(), '150000');
});

pageTest('SELENA asks for the earlier protein value, or whether this is the first visit', async ({ page, open }) => {
  await open('/#/selena-sledai');
  await enter(page, { current: { urine_protein_24h: { value: 1.8, unit: 'g/d' } } });
  assert.match(await result(page), /earlier visit: proteinuria/);
  await enter(page, { previous: { urine_protein_24h: { value: 2, unit: 'g/d' } } });
  assert.doesNotMatch(await result(page), /earlier visit: proteinuria/);
  assert.match(await page.locator('#current-proteinuria').innerText(), /Counts as absent/);
  await page.locator('#previous-urine_protein_24h').fill('');
  await enter(page, { current: { first_visit: true } });
  assert.match(await page.locator('#current-proteinuria').innerText(), /Counts as present/);
});

pageTest('an open item leads to its field', async ({ page, open }) => {
  await open('/#/selena-sledai');
  await enter(page, { current: { urine_protein_24h: { value: 1.8, unit: 'g/d' } } });
  await page.getByRole('button', { name: 'pericarditis' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'current-pericarditis');
  await page.getByRole('button', { name: 'earlier visit: proteinuria' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'previous-urine_protein_24h');
});

pageTest('another rule set is named with its source, and scores anew', async ({ page, open }) => {
  const { request } = cases('patients').find(({ why }) => why.startsWith('Friction rubs'));
  await open('/#/eustar-2017');
  await enter(page, request);
  await enter(page, { options: { mrss_rule: 'binary' } });
  assert.match(await result(page), /EUSTAR below the 2\.5 cut-off/);
  assert.match(await page.locator('.rs-rules').innerText(), /Valentini 2017, abstract Primary/);
});

pageTest('an entry that cannot be read is named before the result, which is then not complete', async ({ page, open }) => {
  const { request } = cases('patients').find(({ why }) => why.startsWith('Remission on exactly 5 mg'));
  await open('/#/doris-2021');
  await enter(page, request);
  assert.match(await result(page), /Complete/);
  await page.locator('#current-platelets').fill('85');
  assert.match(await result(page), /Not used, because it cannot be read: platelets/);
  assert.doesNotMatch(await result(page), /Complete/);
});

pageTest('another score keeps what was entered for the visit, and says so before', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enter(page, { current: { arthritis: true } });
  await page.getByRole('link', { name: 'All scores' }).click();
  await page.getByText('1 answer is taken along').waitFor();
  await choose(page, 'doris-2021');
  assert.match(await headline(page), /Does not meet DORIS 2021/);
});

pageTest('the whole of SLEDAI-2K is answered with the keyboard alone', async ({ page, open }) => {
  await open('/#/sledai-2k');
  const active = () => page.evaluate(() => document.activeElement.name ?? '');
  await page.locator('#option-window_days').focus();
  const answered = new Set();
  for (let steps = 0; answered.size < 24 && steps < 300; steps += 1) {
    await page.keyboard.press('Tab');
    const name = await active();
    if (name.startsWith('current-') && !answered.has(name)) {
      answered.add(name);
      // From "not assessed" up to "absent".
      await page.keyboard.press('ArrowUp');
    }
  }
  assert.equal(answered.size, 24);
  assert.equal(await headline(page), '0');
  assert.match(await result(page), /Complete/);
});

pageTest('clearing asks first, and then leaves nothing', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enter(page, { current: { rash: true } });
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.locator('#keep:focus').waitFor();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.locator('#clear:focus').waitFor();
  assert.equal(await headline(page), 'At least 2 so far');
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Yes, clear' }).click();
  assert.equal(await headline(page), 'Not yet');
});

pageTest('an address without a page says so', async ({ page, open }) => {
  await open('/#/sledai-3k');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await page.getByRole('link', { name: 'All scores' }).click();
  await page.getByRole('heading', { name: 'Choose a score' }).waitFor();
});

pageTest('a file that was changed is opened, computed anew, and said to differ', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enter(page, { current: { rash: true } });
  const { text } = await save(page);
  await openFile(page, text.replace('"min": 2,', '"min": 0,'));
  await page.getByText('/result/min: the file says 0, computed 2').waitFor();
  assert.equal(await headline(page), 'At least 2 so far');
});

const FOREIGN = [
  ['a broken file', (text) => text.slice(0, -20), /not a complete JSON file/],
  ['a foreign file', () => '{"resourceType": "Observation"}', /no export of Rheumscore/],
  ['a newer file', (text) => text.replace('"schema": 1', '"schema": 7'), /later version.*schema 7/],
  ['a file with an unknown item', (text) => text.replace('"rash"', '"rosh"'), /\/entered\/current\/rosh/],
];
for (const [what, change, says] of FOREIGN) {
  pageTest(`${what} gets a clear message, and the form stays as it was`, async ({ page, open }) => {
    await open('/#/sledai-2k');
    await enter(page, { current: { rash: true } });
    const { text } = await save(page);
    await enter(page, { current: { rash: false, alopecia: true } });
    await openFile(page, change(text));
    const message = page.getByRole('alert').filter({ hasText: 'not opened' });
    assert.match(await message.innerText(), says);
    assert.equal(await page.locator('#current-alopecia').getByLabel('Present').isChecked(), true);
    assert.equal(await page.locator('#current-rash').getByLabel('Absent').isChecked(), true);
  });
}

pageTest('the last export is kept outside the program after each edit', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enter(page, { current: { rash: true } });
  const kept = JSON.parse(await page.evaluate(() => window.rheumscore.lastExport));
  assert.deepEqual(kept.entered, { current: { rash: 'present' } });
});

pageTest('DORIS on another sheet asks by that sheet', async ({ page, open }) => {
  await open('/#/doris-2021');
  const pleurisy = page.locator('#current-pleurisy');
  const onSledai2k = await pleurisy.locator('details').textContent();
  await enter(page, { current: { rash: false }, options: { sledai: 'selena-sledai' } });
  assert.notEqual(await pleurisy.locator('details').textContent(), onSledai2k);
  assert.equal(await page.locator('#current-rash').getByLabel('Absent').isChecked(), true);
  await page.locator('#previous-urine_protein_24h').waitFor();
});

pageTest('options that exclude each other are said to, and score nothing', async ({ page, open }) => {
  await open('/#/acr-eular-myositis-2016');
  await enter(page, { options: { strength_scale: 'cmas' }, baseline: { strength: 20 }, current: { strength: 40 } });
  assert.equal(await headline(page), 'Not yet');
  assert.match(await page.locator('.rs-rules').innerText(), /CMAS/);
  assert.match(await result(page), /CMAS/);
  await enter(page, { options: { population: 'juvenile' } });
  assert.equal(await headline(page), 'At least 32.5 so far');
});

pageTest('the last open findings are told with what each would lead to', async ({ page, open }) => {
  const { request } = cases('patients').find(({ why }) => why.startsWith('Friction rubs'));
  await open('/#/eustar-2017');
  await enter(page, { current: { ...request.current, tendon_friction_rubs: 'not_assessed' } });
  assert.match(await result(page), /tendon friction rubs\s*present: EUSTAR at or above the 2\.5 cut-off; absent: EUSTAR below/);
});
