// Around an infusion: checks between the visits, what was given, and all of it
// day by day; and the files of several courses summed up.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { axe, pageTest } from './harness.mjs';
import { answer, button, card, headline, label, openVisit, panel, read, save, saved, score, start, visits } from './visit.mjs';

/** The rows of the table day by day, cell by cell. */
const dayByDay = (page) =>
  page.locator('.rs-flowsheet tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));

/** Adds an event of a kind. */
async function event(page, kind, when, note = '') {
  const at = await page.locator('.rs-event').count();
  await button(page, 'Add an event').click();
  await page.locator(`#event-${at}-kind`).selectOption(kind);
  await page.locator(`#event-${at}-when`).fill(when);
  await page.locator(`#event-${at}-label`).fill(note);
}

/** Adds a check of a day. */
async function check(page, day, answers) {
  await button(page, 'Add a safety check').click();
  await label(page, undefined, day);
  await answer(page, answers);
}

pageTest('a check between two visits grades toxicity, and a visit judges the disease', async ({ page, open }) => {
  await open();
  await start(page, /Systemic sclerosis/);
  await answer(page, { mrss: 20 });
  assert.equal(await button(page, 'Add a safety check').count(), 0, 'nobody asked for checks');
  await score(page, 'crs-astct-2019');
  await button(page, 'Add a safety check').click();
  assert.equal(await page.locator('#item-mrss').count(), 0, 'a check asks nothing of the disease');
  await answer(page, { fever_now: true, hypotension: 'no_vasopressor', hypoxia: 'none' });
  assert.equal(await headline(page, 'crs-astct-2019'), 'Grade 2');
  assert.equal(await page.locator('[data-instrument=eustar-2017]').count(), 0);
  await openVisit(page, /Visit 1/);
  assert.equal(await page.locator('[data-instrument=crs-astct-2019]').count(), 0);
  assert.match(await card(page, 'eustar-2017'), /1\.5/);
  const { course } = await save(page);
  assert.deepEqual(course.visits.map(({ occasion }) => occasion), [undefined, 'safety_check']);
});

pageTest('grades, drugs and scores stand side by side, day by day from the infusion', async ({ page, open }) => {
  await open();
  await start(page, /Systemic sclerosis/);
  await score(page, 'crs-astct-2019');
  await panel(page, 'Patient and course');
  await page.getByLabel('Days from day zero').check();
  await event(page, 'infusion', '0');
  await event(page, 'tocilizumab', '2', 'second dose');
  await event(page, 'glucocorticoid_stopped', '-7');
  assert.equal(await page.locator('.rs-event').nth(1).getByLabel('Count days from it').count(), 0, 'days are not counted from a drug against toxicity');
  await label(page, 'before', '-14');
  const active = { skin_worsening: true, digital_ulcers: false, tendon_friction_rubs: true, mrss: 20, crp: { value: 2, unit: 'mg/dL' }, dlco_percent: 60 };
  await answer(page, active);
  await check(page, '1', { fever_now: true, hypotension: 'none', hypoxia: 'none' });
  await check(page, '2', { fever_now: true, hypotension: 'no_vasopressor', hypoxia: 'none' });
  await check(page, '4', { fever_now: false, fever_earlier_this_episode: false, hypotension: 'none', hypoxia: 'none' });

  await page.getByRole('link', { name: 'Course', exact: true }).click();
  const rows = await dayByDay(page);
  assert.deepEqual(rows, [
    ['day −14', 'before', '', '', '8.5, met'],
    ['day −7', '', '', 'Glucocorticoid for the disease stopped', ''],
    ['day 0', '', '', 'CAR-T infusion', ''],
    ['day 1', 'Safety check 1', '1', '', ''],
    ['day 2', 'Safety check 2', '2', 'Tocilizumab: second dose', ''],
    ['day 4', 'Safety check 3', '0', '', ''],
  ]);
  const comesTo = page.getByRole('region', { name: 'What the course comes to' });
  assert.match(await read(comesTo), /From day 1 to day 2: worst grade 2 on day 2; ended by Safety check 3 \(day 4\)\. Tocilizumab on day 2\./);
  await axe(page, 'day by day');

  await button(page, 'Safety check 2').click();
  assert.match(await card(page, 'crs-astct-2019'), /Grade 2/, 'the way leads to the check');
  await page.waitForFunction(() => document.activeElement?.id === 'heading');
});

pageTest('many checks are listed without hiding the one that is open', async ({ page, open }) => {
  await open('/#/example/infusion');
  await visits(page).nth(12).waitFor();
  const open_ = page.locator('.rs-visits__tab[aria-current]');
  await openVisit(page, /Safety check 8/);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const name of [/Month 6/, /Before lymphodepletion/]) {
    await openVisit(page, name);
    await page.waitForFunction((source) => new RegExp(source).test(document.querySelector('.rs-visits__tab[aria-current]')?.innerText), name.source);
    const [tab, list] = [await open_.boundingBox(), await page.locator('.rs-visits__list').boundingBox()];
    assert.ok(tab.x >= list.x - 1 && tab.x + Math.min(tab.width, list.width) <= list.x + list.width + 1, `${name} is in view`);
  }
});

/** The invented courses, as files. */
const COURSES = readdirSync(new URL('../../examples/cohort/', import.meta.url)).filter((name) => name.endsWith('.json'));
const fileOf = (name) => ({
  name,
  mimeType: 'application/json',
  buffer: readFileSync(new URL(`../../examples/cohort/${name}`, import.meta.url)),
});

pageTest('several courses are summed up, and what is open is counted apart', async ({ page, open }) => {
  await open('/#/cohort');
  const input = page.getByLabel('Add files of courses');
  await input.setInputFiles([...COURSES.map(fileOf), { name: 'letter.json', mimeType: 'application/json', buffer: Buffer.from('{"dear": "colleague"}') }]);
  await page.getByRole('alert').filter({ hasText: 'letter.json' }).waitFor();
  const lupus = page.getByRole('region', { name: 'Systemic lupus erythematosus' }).first();
  assert.match(await read(lupus), /DORIS 2021, prednisolone at most 5 mg\/d, on SLEDAI-2K\s+at the last visit\s+1 met, 1 not met, 1 undetermined\s+2 of 3/);
  const safety = page.getByRole('region', { name: 'Cell therapy' }).first();
  assert.match(await read(safety), /3 of 6\s+1 known between two numbers, 1 not back yet, 1 not known/);
  await axe(page, 'a cohort');

  // What is saved is what the command line writes.
  for (const [press, golden] of [['Save as a text', 'txt'], ['Save as a table (CSV)', 'csv'], ['Save as data (JSON)', 'json']]) {
    await input.setInputFiles([fileOf(COURSES[0])]);
    const { name, text } = await saved(page, button(page, press));
    assert.match(name, new RegExp(`^rheumscore-cohort-.*\\.${golden}$`));
    assert.match(text, /letter\.json/, 'what could not be read is named');
  }
  await button(page, 'Remove all files').click();
  await button(page, 'See an invented cohort').waitFor();
  await page.waitForFunction(() => document.activeElement?.id === 'heading');
});

pageTest('the invented cohort is summed up as the command line does it', async ({ page, open }) => {
  await open('/#/cohort');
  await button(page, 'See an invented cohort').click();
  await page.getByText('Invented 6 (myositis)').waitFor();
  for (const [press, extension] of [['Save as a text', 'txt'], ['Save as a table (CSV)', 'csv'], ['Save as data (JSON)', 'json']]) {
    const { text } = await saved(page, button(page, press));
    assert.equal(text, readFileSync(new URL(`../golden/cohort.${extension}`, import.meta.url), 'utf8'), press);
  }
});

pageTest(
  'on a phone what is counted apart stands below what it is counted apart from',
  async ({ page, open }) => {
    await open('/#/cohort');
    await button(page, 'See an invented cohort').click();
    await page.getByText('Invented 6 (myositis)').waitFor();
    const hidden = await page.locator('.rs-scroll').evaluateAll((all) => all.filter((it) => it.scrollWidth > it.clientWidth).length);
    assert.equal(hidden, 0);
    assert.match(await read(page.getByRole('region', { name: 'Cell therapy' }).first()), /1 known between two numbers, 1 not back yet, 1 not known/);
    await axe(page, 'a cohort on a phone');
  },
  { viewport: { width: 320, height: 700 } },
);

pageTest(
  'on a phone the foot shows all of each result, and that there is something to be noted',
  async ({ page, open }) => {
    await open('/#/crs-astct-2019');
    await score(page, 'icans-astct-2019');
    await answer(page, { fever_now: false, fever_earlier_this_episode: false, hypotension: 'one_vasopressor', hypoxia: 'none' });
    await answer(page, { age_years: 45, ice_score: 8, consciousness: 'voice', seizure_icans: 'resolving', motor_weakness: false, cerebral_edema: 'none' });
    const foot = page.locator('.rs-bar__entries');
    await foot.getByText('Grade 3').waitFor();
    assert.match(await read(foot), /CRS.*\s+Not CRS by these criteria\s+Please note\s+ICANS.*\s+Grade 3/);
    const cut = await foot.evaluate((list) => {
      const around = list.getBoundingClientRect();
      return [...list.querySelectorAll('*')].filter((it) => it.getBoundingClientRect().right > around.right + 0.5 || it.getBoundingClientRect().bottom > around.bottom + 0.5).map((it) => it.textContent);
    });
    assert.deepEqual(cut, []);
  },
  { viewport: { width: 360, height: 700 } },
);
