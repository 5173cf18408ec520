// The worksheets of strength, function, ICE and BILAG: by keyboard alone, by
// touch, in the file and back, and the forms that hold them.

import assert from 'node:assert/strict';
import { axe, pageTest } from './harness.mjs';
import {
  answer, button, card, chooseRule, disclose, field, headline, openFile, panel, read, rule, save, score,
} from './visit.mjs';

const RESPONSE = 'acr-eular-myositis-2016';
const SIDED = ['deltoid', 'biceps', 'wrist_extensors', 'gluteus_maximus', 'gluteus_medius', 'quadriceps', 'ankle_dorsiflexors'];
const GRADES = ['neck_flexors', ...SIDED.flatMap((group) => [`${group}_right`, `${group}_left`])].map((id) => `mmt_${id}`);
const CATEGORIES = ['dressing', 'arising', 'eating', 'walking', 'hygiene', 'reach', 'grip', 'activities'].map((id) => `haq_${id}`);
const POINTS = ['year', 'month', 'city', 'hospital', 'first_object', 'second_object', 'third_object', 'command', 'sentence', 'counting_back'];

const focusedId = (page) => page.evaluate(() => document.activeElement.id);
const value = (page, item) => page.locator(`#item-${item}`).inputValue();
const all = (items, value) => Object.fromEntries(items.map((item) => [item, value]));
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
/** What a worksheet comes to. */
const says = (page, text) => page.locator('.rs-total').filter({ hasText: text }).waitFor();
/** Goes to an item as the keyboard does. */
const find = async (page, name) => {
  await press(page, 'Control+k');
  await page.keyboard.type(name);
  await press(page, 'Enter');
};
/** Opens the worksheet that has the focus, and goes into it. */
async function enterSheet(page) {
  await press(page, 'Enter');
  // It is made once it has told that it is open.
  await page.locator('details.rs-worksheet[open] table').waitFor();
  await press(page, 'Tab');
}
/** Presses Tab until the focus is on what has this name. */
async function tabTo(page, name) {
  for (let at = 0; at < 60; at += 1) {
    await press(page, 'Tab');
    const focused = await page.evaluate(() => document.activeElement.innerText?.trim() ?? '');
    if (name.test(focused)) return;
  }
  assert.fail(`no way by Tab to ${name}`);
}

pageTest('the grades of muscles are typed one after the other, and an open group is never 0', async ({ page, open }) => {
  await open('/#/mmt8');
  await find(page, 'neck');
  assert.equal(await focusedId(page), 'item-mmt_neck_flexors');
  await page.keyboard.type('8');
  await says(page, 'At least 8 of 150: 1 of 15 graded');
  assert.equal(await headline(page, 'mmt8'), 'At least 8 so far');
  for (const grade of GRADES.slice(1)) {
    await press(page, 'Tab');
    assert.equal(await focusedId(page), `item-${grade}`);
    await page.keyboard.type('10');
  }
  await says(page, '148 of 150, all 15 graded');
  assert.equal(await headline(page, 'mmt8'), '148');
  await press(page, 'ArrowUp');
  assert.equal(await focusedId(page), `item-${GRADES.at(-2)}`);
  await press(page, 'Control+z');
  await says(page, 'At least 138 of 150: 14 of 15 graded');
  await press(page, 'Control+Enter');
  assert.equal(await focusedId(page), `item-${GRADES.at(-1)}`, 'the group that is open');
  assert.equal(await page.getByRole('button', { name: /^Enter .* as Muscle strength/ }).count(), 0, 'nothing asks for it');
});

pageTest('a grade that cannot be one is told below the table, and counts for nothing', async ({ page, open }) => {
  await open('/#/mmt8');
  await answer(page, { mmt_deltoid_left: 11, mmt_deltoid_right: 'T' });
  const [first, second] = await page.locator('.rs-beside__other .rs-input__error').allInnerTexts();
  assert.match(first, /^\W*Right deltoid: /);
  assert.match(second, /^\W*Left deltoid: .*10/);
  await says(page, 'At least 0 of 150: 0 of 15 graded');
});

pageTest('the sum of the muscles is entered as the strength of the response by a press, on its own scale alone', async ({ page, open }) => {
  await open(`/#/${RESPONSE}`);
  await page.locator('#item-strength').focus();
  await tabTo(page, /^Grade the eight muscle groups$/);
  await enterSheet(page);
  assert.equal(await focusedId(page), 'item-mmt_neck_flexors');
  for (let at = 0; at < GRADES.length; at += 1) {
    await page.keyboard.type('9');
    await press(page, 'Tab');
  }
  await says(page, '135 of 150, all 15 graded');
  assert.equal(await value(page, 'strength'), '', 'never by itself');
  assert.match(await page.evaluate(() => document.activeElement.innerText), /^Enter 135 as Muscle strength$/);
  await press(page, 'Enter');
  assert.equal(await value(page, 'strength'), '135');
  assert.equal(await focusedId(page), 'item-strength');
  const enter = page.getByRole('button', { name: /^Enter \d+ as Muscle strength$/ });
  assert.equal(await enter.count(), 0, 'it stands there');
  await press(page, 'Control+z');
  assert.equal(await value(page, 'strength'), '');

  // Another scale, and the sides that fit it.
  await button(page, 'Add a visit').click();
  await chooseRule(page, RESPONSE, 'strength_scale', 'mmt8_unilateral');
  await panel(page, 'Grade the eight muscle groups');
  await answer(page, all(GRADES, 10));
  await says(page, '150 of 150');
  await page.getByText('Muscle strength is read as MMT8, one side').waitFor();
  assert.equal(await enter.count(), 0);
  await page.getByRole('radio', { name: 'Left' }).focus();
  await press(page, 'ArrowLeft');
  await says(page, '80 of 80, all 8 graded');
  assert.equal(await focusedId(page), 'mmt-side-1', 'the focus stays');
  assert.equal(await page.locator('#item-mmt_biceps_left').count(), 0);
  await enter.click();
  assert.equal(await value(page, 'strength'), '80');
  await chooseRule(page, RESPONSE, 'strength_scale', 'mmt24');
  await panel(page, 'Grade the eight muscle groups');
  await page.getByText('Muscle strength is read as MMT24').waitFor();
});

pageTest('where both are scored, the grades stand once, and their sides are one choice', async ({ page, open }) => {
  await open('/#/mmt8');
  await score(page, RESPONSE);
  assert.equal(await page.locator('.rs-grades').count(), 1);
  await answer(page, all(GRADES, 10));
  await button(page, 'Enter 150 as Muscle strength').click();
  assert.equal(await value(page, 'strength'), '150');
  await page.locator('#mmt-side-2').check();
  await says(page, '80 of 80, all 8 graded');
  await page.locator('#mmt-side-2:focus').waitFor();
  assert.equal(await (await rule(page, 'mmt8', 'side')).inputValue(), 'left');
});

pageTest('function is graded by keyboard, six of eight are enough, and an aid lifts to 2', async ({ page, open }) => {
  await open('/#/haq-di');
  await score(page, RESPONSE);
  await find(page, 'dressing');
  assert.equal(await focusedId(page), 'item-haq_dressing');
  for (const category of CATEGORIES.slice(0, 5)) {
    assert.equal(await focusedId(page), `item-${category}`);
    await page.keyboard.type('1');
    await press(page, 'Tab');
    assert.equal(await focusedId(page), `item-${category}_aid`);
    await page.keyboard.type('No');
    await press(page, 'Tab');
  }
  await says(page, '5 of 8 categories graded: the index needs 6');
  await page.keyboard.type('0');
  await says(page, 'Index 0.833 to 1.167, the mean of 6 categories. Open: reach: aid or help');
  await press(page, 'Tab');
  await page.keyboard.type('Y');
  await says(page, 'Index 1.167, the mean of 6 categories');
  assert.match(await read(page.locator('tr:has(#item-haq_reach) th')), /^Reach → 2$/);
  await page.getByText('As a decimal, 7/6 has no end').waitFor();
  const enter = page.getByRole('button', { name: /^Enter .* as HAQ disability index$/ });
  assert.equal(await enter.count(), 0, 'a number without an end is not entered');

  await press(page, 'Tab');
  await page.keyboard.type('3');
  await press(page, 'Tab', 'Tab');
  await page.keyboard.type('2');
  await tabTo(page, /^No other aid or help is needed$/);
  await press(page, 'Enter');
  await says(page, 'Index 1.5, the mean of 8 categories');
  assert.equal(await page.locator('#item-haq_grip_aid').inputValue(), 'absent');
  assert.equal(await page.locator('#item-haq_reach_aid').inputValue(), 'present', 'what was answered stays');
  await answer(page, { haq_activities: 3 });
  await button(page, 'Enter 1.625 as HAQ disability index').press('Enter');
  assert.equal(await value(page, 'haq'), '1.625');
  assert.equal(await focusedId(page), 'item-haq');
  assert.equal(await page.getByText('1.625', { exact: false }).count() > 0, true);
  await press(page, 'Control+z');
  assert.equal(await value(page, 'haq'), '');
  assert.equal(await headline(page, 'haq-di'), '1.625');
});

pageTest('function stands beside the index that a response reads', async ({ page, open }) => {
  await open('/#/imacs-improvement');
  assert.equal(await page.locator('.rs-grades').count(), 0);
  await panel(page, 'Grade the eight categories');
  await answer(page, { ...all(CATEGORIES, 1), ...all(CATEGORIES.map((id) => `${id}_aid`), false) });
  await button(page, 'Enter 1 as HAQ disability index').click();
  assert.equal(await value(page, 'haq'), '1');
});

pageTest('the points of the ICE score are one row a point, a score once all ten were tested, and stand in the file', async ({ page, open }) => {
  await open('/#/icans-astct-2019');
  await page.locator('#item-ice_score').focus();
  await tabTo(page, /^Test point by point$/);
  await enterSheet(page);
  const chosen = () => page.evaluate(() => document.activeElement.closest('label')?.innerText.trim());
  assert.equal(await chosen(), 'Year: Not tested');
  // To the left of "not tested" is "failed", then "done".
  await press(page, 'ArrowLeft');
  assert.equal(await chosen(), 'Year: Failed');
  for (const point of POINTS.slice(1, 9)) {
    await press(page, 'ArrowDown', 'ArrowLeft', 'ArrowLeft');
    assert.match(await chosen(), /: Done$/, point);
  }
  await says(page, 'No score yet: 9 of 10 points tested, 8 done');
  assert.equal(await page.getByText('From the worksheet').count(), 0);
  await button(page, 'All others tested and done').press('Enter');
  await says(page, 'ICE 9 of 10, all points tested');
  await page.getByText('From the worksheet: 9').waitFor();
  const { text, course } = await save(page);
  const [visit] = course.visits;
  assert.deepEqual(Object.keys(visit.worksheets.ice), POINTS);
  assert.deepEqual([visit.worksheets.ice.year, visit.worksheets.ice.month], ['failed', 'done']);
  assert.equal(visit.entered.ice_score, undefined);
  assert.equal(visit.results['icans-astct-2019'].request.current.ice_score, 9);
  await press(page, 'Control+z');
  await says(page, 'No score yet: 9 of 10 points tested');
  await answer(page, { ice_score: 4 });
  assert.equal(await page.getByText('From the worksheet').count(), 0, 'what is typed goes before');

  await page.reload();
  await page.locator('form').waitFor();
  await openFile(page, text);
  await page.getByText('agrees with the stored one').waitFor();
  await panel(page, 'Test point by point');
  await says(page, 'ICE 9 of 10, all points tested');
});

pageTest('what is new in BILAG is marked domain by domain, and both counts follow', async ({ page, open }) => {
  await open('/#/sri');
  await button(page, 'Add a visit').click();
  await page.locator('#item-bilag_new_a').focus();
  await tabTo(page, /^Mark the nine domains$/);
  await enterSheet(page);
  await press(page, 'ArrowLeft');
  await says(page, 'New A: 0 to 8. New B: at least 1. 1 of 9 domains assessed');
  await page.getByRole('radio', { name: 'Renal: Not new' }).check();
  const derived = (item) => read(field(page, item).locator('.rs-item__derived'));
  assert.deepEqual([await derived('bilag_new_a'), await derived('bilag_new_b')], ['From the worksheet: 0 to 7', 'From the worksheet: 1 to 8']);
  await button(page, 'All others neither new A nor new B').press('Enter');
  await says(page, 'New A: 0. New B: 1. 9 of 9 domains assessed');
  const [, { worksheets, results }] = (await save(page)).course.visits;
  assert.equal(worksheets.bilag.constitutional, 'new_b');
  const { bilag_new_a, bilag_new_b } = results.sri.request.current;
  assert.deepEqual([bilag_new_a, bilag_new_b], [0, 1]);
  await press(page, 'Control+z', 'Control+z', 'Control+z');
  assert.equal(await page.locator('.rs-item__derived').count(), 0);
});

pageTest('grades that were copied count for nothing until each is confirmed', async ({ page, open }) => {
  await open('/#/mmt8');
  await answer(page, all(GRADES, 9));
  await button(page, 'Copy the last visit').click();
  await says(page, 'At least 0 of 150: 0 of 15 graded');
  assert.equal(await value(page, 'mmt_neck_flexors'), '9');
  await page.locator('#item-mmt_neck_flexors').focus();
  await press(page, 'Enter');
  await says(page, 'At least 9 of 150: 1 of 15 graded');
  assert.equal(await focusedId(page), 'item-mmt_deltoid_right');
  await page.locator('[data-item=mmt_deltoid_right] .rs-carried button').click();
  await says(page, 'At least 18 of 150: 2 of 15 graded');
});

pageTest('a group that cannot be tested leaves the list of what is open, and is not 0', async ({ page, open }) => {
  await open('/#/mmt8');
  await answer(page, all(GRADES.slice(1), 10));
  await disclose(page, '.rs-item--table details');
  await page.locator('#item-mmt_neck_flexors-unassessable').check();
  assert.equal(await page.locator('.rs-group__open').innerText(), '');
  await says(page, 'At least 140 of 150: 14 of 15 graded');
  assert.match(await card(page, 'mmt8'), /140 to 150/);
});

pageTest('the sites of the skin stand in their figure and table where the skin score is scored itself', async ({ page, open }) => {
  await open('/#/mrss');
  assert.equal(await page.locator('.rs-figure').count(), 1);
  assert.equal(await page.locator('.rs-item').count(), 1);
  await page.locator('[data-site=mrss_face]').click();
  await page.locator('[data-site=mrss_face]').click();
  await says(page, 'At least 1: 1 of 17 sites graded');
  assert.equal(await value(page, 'mrss_face'), '1');
  await press(page, 'Control+k');
  await page.keyboard.type('left foot');
  await press(page, 'Enter');
  assert.equal(await focusedId(page), 'item-mrss_foot_left');
});

pageTest('totals of records stand last and closed until one is found or filled', async ({ page, open }) => {
  await open('/#/sri');
  const group = page.locator('.rs-form > :last-child');
  assert.equal(await read(group), 'Totals of earlier records');
  assert.equal(await group.getAttribute('open'), null);
  await find(page, 'selena');
  assert.equal(await focusedId(page), 'item-selena_sledai_total');
  await page.keyboard.type('8');
  const { text } = await save(page);
  await page.reload();
  await page.locator('form').waitFor();
  assert.equal(await group.getAttribute('open'), null);
  await openFile(page, text);
  await page.locator('.rs-form > details[open]').waitFor();
  await answer(page, { selena_sledai_total: '' });
  assert.notEqual(await group.getAttribute('open'), null, 'it does not close under who types');
});

pageTest('a blank flare index says nothing of values that nobody entered', async ({ page, open }) => {
  await open('/#/selena-flare-index');
  assert.equal(await page.getByText('Above the limit').count(), 0);
  await answer(page, { upcr: { value: 0.9, unit: 'g/g' } });
  assert.equal(await page.getByText('Above the limit').count(), 1);
});

pageTest('the organ of a local reaction is kept on record, and nothing waits for it', async ({ page, open }) => {
  await open('/#/licats');
  await answer(page, { local_reaction_organ: 'kidney' });
  assert.equal(await headline(page, 'licats'), 'Not yet');
  assert.equal((await save(page)).course.visits[0].entered.local_reaction_organ.answer, 'kidney');
  assert.equal(await page.locator('#item-local_reaction_organ').getAttribute('data-state'), 'answered');
});

/** Each worksheet, opened. */
const OPENED = {
  'mmt8': async () => {},
  'haq-di': async () => {},
  'mrss': async () => {},
  [RESPONSE]: async (page) => {
    await panel(page, 'Grade the eight muscle groups');
    await panel(page, 'Grade the eight categories');
  },
  'icans-astct-2019': (page) => panel(page, 'Test point by point'),
  'sri': (page) => panel(page, 'Mark the nine domains'),
};
/** What is answered there, so that every sign and state is seen. */
const ANSWERS = {
  ...all(GRADES, 9), mmt_biceps_left: 12, mrss_face: 2, mrss_abdomen: 7,
  ...all(CATEGORIES.slice(1), 1), haq_dressing: 4, haq_reach_aid: true, haq_grip_aid: 'other_cause',
};

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    pageTest(
      `axe finds nothing in the worksheets in ${colorScheme} colours at ${width} px`,
      async ({ page, open }) => {
        for (const [instrument, reach] of Object.entries(OPENED)) {
          await page.goto('about:blank');
          await open(`/#/${instrument}`);
          await reach(page);
          await axe(page, `${instrument}, blank`);
          await answer(page, ANSWERS);
          await disclose(page, '.rs-item--table details');
          await axe(page, `${instrument}, answered`);
          if (await button(page, 'Copy the last visit').count()) {
            await button(page, 'Copy the last visit').click();
            await reach(page);
            await axe(page, `${instrument}, copied`);
          }
        }
      },
      { colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' },
    );
  }
}

const TOUCHED = '.rs-beside :is(input, select, button, label:has(> input)), .rs-marks label, .rs-worksheet :is(button, summary)';

pageTest(
  'worksheets are filled by touch at 320 px: nothing scrolls sideways, and every control is large enough',
  async ({ page, open }) => {
    for (const [instrument, reach] of Object.entries(OPENED)) {
      await page.goto('about:blank');
      await open(`/#/${instrument}`);
      await reach(page);
      for (const copied of [false, true]) {
        if (copied) {
          // What was marked is not copied.
          await answer(page, ANSWERS);
          if (!(await button(page, 'Copy the last visit').count())) continue;
          await button(page, 'Copy the last visit').tap();
          await reach(page);
        }
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 320, `${instrument} is ${width} px wide`);
        const small = await page.locator(TOUCHED).evaluateAll((controls) =>
          controls
            .filter((control) => control.checkVisibility() && !control.closest('label')?.matches('.rs-grades *'))
            .map((control) => (control.matches('label > input') ? control.parentElement : control))
            .map((control) => [control.getBoundingClientRect(), control.outerHTML.slice(0, 90)])
            .filter(([{ width, height }]) => height < 43.5 || width < 43.5)
            .map(([{ width, height }, html]) => `${width} × ${height}: ${html}`),
        );
        assert.deepEqual(small, [], instrument);
      }
    }
    await page.goto('about:blank');
    await open('/#/icans-astct-2019');
    await page.locator('summary').filter({ hasText: 'Test point by point' }).tap();
    await page.locator('.rs-pick').filter({ hasText: 'Year: Failed' }).tap();
    await button(page, 'All others tested and done').tap();
    await says(page, 'ICE 9 of 10, all points tested');
    await page.goto('about:blank');
    await open('/#/haq-di');
    await page.locator('#item-haq_dressing').tap();
    await page.keyboard.type('2');
    await page.locator('#item-haq_dressing_aid').selectOption('present');
    await says(page, '1 of 8 categories graded: the index needs 6');
  },
  { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
);

const FORMS = [
  'doris-2017', 'lldas', 'selena-flare-index', 'sri', 'sle-das', 'escsg-2001', 'mrss', 'mmt8', 'haq-di', 'crs-astct-2019',
  'icans-astct-2019', 'licats', 'icaht-platelets', 'imacs-improvement',
];

for (const width of [320, 360, 768, 1280]) {
  pageTest(
    `every answer of the forms can be read to its end at ${width} px`,
    async ({ page, open }) => {
      for (const instrument of FORMS) {
        await page.goto('about:blank');
        await open(`/#/${instrument}`);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, instrument);
        const cut = await page.locator('.rs-answer, .rs-item__name, .rs-input > label').evaluateAll((texts) =>
          texts.filter((text) => text.checkVisibility() && text.scrollWidth > text.clientWidth + 1 && !text.matches('.rs-grades *')).map((text) => text.innerText),
        );
        assert.deepEqual(cut, [], instrument);
      }
    },
    { viewport: { width, height: 800 } },
  );
}
