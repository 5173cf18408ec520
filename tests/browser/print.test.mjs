// What is printed: a page a visit, the same text as the golden PDFs.
//
//   UPDATE_GOLDEN=1 ./scripts/test browser    write the golden PDFs anew
//
// Fonts differ from machine to machine, and with them every byte of a PDF and
// every end of a line. What is compared is the text of each page.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { pageTest } from './harness.mjs';
import { openFile, openVisit, visits } from './visit.mjs';

const EXAMPLES = ['lupus', 'sclerosis', 'myositis'];
const PAPERS = ['A4', 'Letter'];
const SHEETS = ['selena-sledai', 'selena-sledai-hybrid', 'sledai-1992'];
const UPDATE = 'UPDATE_GOLDEN=1 ./scripts/test browser';

const example = (name) => JSON.parse(readFileSync(new URL(`../../examples/patients/${name}.json`, import.meta.url), 'utf8'));
const golden = (name) => new URL(`../golden/${name}.pdf`, import.meta.url);

/** The text of each page, in the order in which it was drawn. */
function pages(pdf) {
  const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' });
  // A page ends with a form feed.
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' ').trim());
}

/**
 * Where two texts begin to differ; nothing where they do not. Fonts join letters
 * and end lines in their own ways, also within an address.
 */
function differing(actual, expected) {
  const [one, other] = [actual, expected].map((text) => text.normalize('NFKC').replace(/\s/g, ''));
  if (one === other) return '';
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const around = (text) => text.slice(Math.max(0, at - 40), at + 40);
  return `\n- ${around(other)}\n+ ${around(one)}`;
}

/** The pages that a course is printed on, from the page of the course. */
async function printCourse(page, course, format = 'A4') {
  await show(page, course);
  await page.evaluate(() => (location.hash = '#/course'));
  await page.getByRole('heading', { level: 1, name: 'Course' }).waitFor();
  return page.pdf({ format });
}

/** Opens a course from a file. */
async function show(page, course) {
  await openFile(page, JSON.stringify(course));
  await visits(page).nth(course.visits.length - 1).waitFor();
}

for (const name of EXAMPLES) {
  pageTest(`the ${name} example is printed as its golden PDF, a page a visit`, async ({ page, open }) => {
    await open('/#/visit');
    const course = example(name);
    const pdf = await printCourse(page, course);
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden(name), pdf);
    const printed = pages(pdf);
    assert.equal(printed.length, course.visits.length + 1, 'a page a visit, and one for the course');
    for (const [at, { label }] of course.visits.entries()) {
      assert.ok(printed[at].includes(label), `page ${at + 1} is that of ${label}`);
      assert.equal(printed[at].match(/Signature/g)?.length, 1, `page ${at + 1} is whole`);
    }
    const expected = pages(readFileSync(golden(name)));
    for (const [at, text] of printed.entries()) {
      const difference = differing(text, expected[at] ?? '');
      const hint = `If that is meant, write it anew:\n${UPDATE}`;
      assert.ok(!difference, `tests/golden/${name}.pdf differs on page ${at + 1}: ${difference}\n${hint}`);
    }
    assert.equal(printed.length, expected.length);
  });
}

/** The fullest visits of each disease: every sheet, every site. */
function fullest(name) {
  const course = example(name);
  for (const visit of course.visits) {
    delete visit.results;
    const { entered } = visit;
    if (name === 'lupus') {
      Object.assign(entered, {
        arthritis: { answer: 'absent', reason: 'osteoarthritis of the hands, no synovitis on ultrasound' },
        inflamed_joints: { value: '3' },
        urine_protein_24h: { value: '1.1', unit: 'g/d' },
        temperature_max: { value: '38.4', unit: 'Cel' },
        fever: { answer: 'other_cause', reason: 'urinary tract infection, treated since the day before' },
        ch50: { value: '30', limit: '40' },
      });
    }
    if (name === 'sclerosis') {
      delete entered.mrss;
      for (const site of SITES) entered[`mrss_${site}`] = { value: '2' };
      visit.worksheets = { skin_method: 'representative' };
    }
  }
  if (name === 'lupus') for (const sheet of SHEETS) course.scores[sheet] = course.scores['sledai-2k'];
  return course;
}

const SIDES = ['fingers', 'hand', 'forearm', 'upper_arm', 'thigh', 'lower_leg', 'foot'];
const SITES = ['face', 'anterior_chest', 'abdomen', ...SIDES.flatMap((site) => [`${site}_right`, `${site}_left`])];

for (const name of EXAMPLES) {
  pageTest(`a full visit of the ${name} example fits one page of either paper`, async ({ page, open }) => {
    await open('/#/visit');
    const course = fullest(name);
    for (const format of PAPERS) {
      const printed = pages(await printCourse(page, course, format)).slice(0, course.visits.length);
      for (const [at, text] of printed.entries()) {
        assert.ok(text.includes(course.visits[at].label), `page ${at + 1} of ${format}`);
        assert.match(text, /Signature.*Intended for/, `the foot of page ${at + 1} of ${format}`);
      }
      await page.evaluate(() => (location.hash = '#/visit'));
    }
  });
}

pageTest('around an infusion each visit has its page, and the checks stand day by day within the paper', async ({ page, open }) => {
  await open('/#/visit');
  const course = example('infusion');
  const visitsAlone = course.visits.filter(({ occasion }) => occasion !== 'safety_check');
  for (const format of PAPERS) {
    const printed = pages(await printCourse(page, course, format));
    assert.equal(printed.length, visitsAlone.length + 2, 'a page a visit, one day by day, one for the charts');
    for (const [at, { label }] of visitsAlone.entries()) assert.ok(printed[at].includes(label), `page ${at + 1} of ${format}`);
    const dayByDay = printed[visitsAlone.length];
    assert.match(dayByDay, /day 3 Safety check 3 2 0 Tocilizumab 8 mg\/kg/);
    assert.match(dayByDay, /day 8 Safety check 8 0 0 to 4/);
    assert.match(dayByDay, /day 181 Month 6.* 1\.428, not met/);
    await page.evaluate(() => (location.hash = '#/visit'));
  }
  // Between its margins A4 is 184 mm wide: 695 px.
  await page.setViewportSize({ width: 695, height: 1000 });
  await page.evaluate(() => (location.hash = '#/course'));
  await page.getByRole('heading', { level: 1, name: 'Course' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  const wide = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const right = (element) => element.getBoundingClientRect().right;
    const beyond = [...document.querySelectorAll('.rs-sheets *')].filter((element) => right(element) > 696).map(({ outerHTML }) => outerHTML.slice(0, 80));
    dispatchEvent(new Event('afterprint'));
    return beyond;
  });
  assert.deepEqual(wide, [], 'nothing reaches beyond the paper');
});

pageTest(
  'the page of a visit prints that visit alone, in black on white, and shows the page again',
  async ({ page, open }) => {
    await open('/#/visit');
    await show(page, example('lupus'));
    await openVisit(page, /Month 1/);
    const [printed, ...more] = pages(await page.pdf({ format: 'A4' }));
    assert.deepEqual(more, []);
    assert.match(printed, /Month 1 day 28 SLEDAI-2K.* 12 High activity/);
    assert.match(printed, /Leukopenia Other cause Leukocytes 1\.9 ×10⁹\/L/);
    assert.match(printed, /“lymphodepletion”/);
    assert.doesNotMatch(printed, /Undo|Find an item|Save/);
    await page.locator('.rs-sheets').waitFor({ state: 'detached' });

    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const style = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      const { color } = getComputedStyle(document.querySelector('.rs-sheet'));
      const ground = getComputedStyle(document.body).backgroundColor;
      const shown = [...document.body.children].filter((child) => child.checkVisibility()).map((child) => child.id);
      dispatchEvent(new Event('afterprint'));
      return { color, ground, shown };
    });
    assert.deepEqual(style, { color: 'rgb(0, 0, 0)', ground: 'rgb(255, 255, 255)', shown: ['sheets'] });
    assert.equal(await page.locator('.rs-sheets').count(), 0);
  },
  { colorScheme: 'dark' },
);

pageTest('a page without a visit is printed as it is', async ({ page, open }) => {
  await open('/#/about');
  const printed = pages(await page.pdf({ format: 'A4' })).join(' ');
  assert.match(printed, /Instruments and their sources/);
  assert.doesNotMatch(printed, /Signature/);
});
