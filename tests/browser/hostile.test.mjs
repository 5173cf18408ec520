// What is hostile, broken or strange goes in through every entry of the page:
// tests/hostile/index.json says what it is and what becomes of it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pageTest } from './harness.mjs';
import { answer, button, cardOf, disclose, discloseAll, headline, label, openFile, read, save } from './visit.mjs';

const CORPUS = new URL('../hostile/', import.meta.url);
const { texts, file_names: fileNames, documents } = JSON.parse(readFileSync(new URL('index.json', CORPUS), 'utf8'));

/** What the page says of a file that it does not open, by the word of the index. */
const SAYS = {
  not_json: /it is not a complete JSON file/,
  foreign: /it is no export of Rheumscore/,
  duplicate_key: /stands in it twice/,
  broken: /is missing in it or is not what an export holds/,
};

/** Nothing of it has become an element or run. */
async function assertHarmless(page, what) {
  assert.equal(await page.evaluate(() => window.hacked), undefined, what);
  assert.equal(await page.locator('#app :is(img, script, iframe, object, embed)').count(), 0, what);
  assert.equal(await page.locator('#stopped').isVisible(), false, what);
}

/** A visit that would be lost. */
async function enterSomething(page) {
  await label(page, 'mine');
  await answer(page, { rash: true });
  assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
}

pageTest('hostile texts typed into every field stay texts, are saved as they are and come back', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await discloseAll(page);
  await button(page, 'Add an event').click();
  await answer(page, { wbc: { value: 2.1, unit: '10*9/L' }, leukopenia: false });
  await label(page, undefined, '2026-03-01');
  const fields = ['visit-label', 'pseudonym', 'event-0-label', 'event-0-when', 'item-leukopenia-reason', 'item-c3'];
  for (const [what, text] of Object.entries(texts)) {
    await discloseAll(page);
    for (const field of fields) await page.locator(`#${field}`).fill(text);
    // What a field of one line takes of it.
    const typed = await page.locator('#visit-label').inputValue();
    const { text: saved, course } = await save(page);
    const [visit, event] = [course.visits[0], course.events[0]];
    assert.deepEqual([visit.label, course.pseudonym, event.label, visit.entered.leukopenia.reason], Array(4).fill(typed), what);
    await page.getByRole('link', { name: 'Course' }).click();
    await page.waitForFunction(() => location.hash === '#/course');
    await assertHarmless(page, what);
    await openFile(page, saved);
    await page.getByText('agrees with the stored one').waitFor();
    assert.equal(await page.locator('#visit-label').inputValue(), typed, what);
    await assertHarmless(page, what);
  }
});

/** The files of the corpus. */
const files = documents.map((document) => ({ ...document, bytes: readFileSync(new URL(document.file, CORPUS)) }));

/** What opening a file as whatever it is comes to. */
const outcome = ({ course, laboratory }) => (course === 'foreign' ? laboratory : course);

pageTest('each file of the corpus is opened or refused with its reason, and nothing entered is lost', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enterSomething(page);
  const refused = page.getByRole('alert').filter({ hasText: 'not opened' });
  for (const { file, bytes, ...expected } of files) {
    await openFile(page, bytes, file);
    if (outcome(expected) === 'opened') {
      await page.getByRole('alert').filter({ hasText: /Restored|were taken over/ }).waitFor();
      await assertHarmless(page, file);
      await cardOf(page, 'sledai-2k').waitFor();
      await page.keyboard.press('Control+z');
    } else {
      await refused.waitFor();
      if (outcome(expected)) assert.match(await read(refused), SAYS[outcome(expected)], file);
      await assertHarmless(page, file);
      await refused.getByRole('button', { name: 'Close' }).click();
    }
    assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far', file);
    assert.equal(await page.locator('#visit-label').inputValue(), 'mine', file);
  }
});

pageTest('a file that is dropped goes the same way', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enterSomething(page);
  const said = page.getByRole('alert').filter({ hasText: /not opened|Restored/ });
  for (const file of ['markup.course.json', 'utf-16.course.json', 'prototype.course.json', 'nested-open.json', 'control-escaped.course.json']) {
    await page.evaluate(
      ([name, bytes]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
        document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
      },
      [file, [...readFileSync(new URL(file, CORPUS))]],
    );
    await said.waitFor();
    await assertHarmless(page, file);
    await said.getByRole('button', { name: 'Close' }).click();
    if (documents.find((document) => document.file === file).course === 'opened') await page.keyboard.press('Control+z');
    assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far', file);
  }
});

pageTest('a file of 50 MB is refused unread, chosen or dropped', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enterSomething(page);
  const refused = page.getByRole('alert').filter({ hasText: 'larger than any export' });
  for (const dropped of [false, true]) {
    await page.evaluate((dropped) => {
      const files = new DataTransfer();
      files.items.add(new File(['['.repeat(50_000_000)], 'course.json'));
      if (dropped) {
        document.querySelector('main').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files }));
        return;
      }
      const input = document.querySelector('input[type=file]');
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
    }, dropped);
    await refused.waitFor();
    await refused.getByRole('button', { name: 'Close' }).click();
    assert.equal(await headline(page, 'sledai-2k'), 'At least 2 so far');
  }
});

pageTest('the name of a file that is opened means nothing, and no file is saved under it', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await enterSomething(page);
  const { text } = await save(page);
  for (const [what, name] of Object.entries(fileNames)) {
    await page.evaluate(
      ([name, text]) => {
        const files = new DataTransfer();
        files.items.add(new File([text], name));
        const input = document.querySelector('input[type=file]');
        input.files = files.files;
        input.dispatchEvent(new Event('change'));
      },
      [name, text],
    );
    const said = page.getByText('agrees with the stored one');
    await said.waitFor();
    await assertHarmless(page, what);
    assert.match((await save(page)).name, /^rheumscore-course-\d{4}-\d\d-\d\d\.json$/, what);
    await said.waitFor({ state: 'detached' });
  }
});

pageTest('a label does not turn round what stands after it', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await label(page, 'month 3 \u202e21 \u2066', '2026-03-01');
  await answer(page, { rash: true });
  await button(page, 'Add a visit').click();
  await disclose(page);
  for (const link of ['Visit', 'Course']) {
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: link, exact: true }).click();
    await page.locator('#heading').waitFor();
    assert.match(await read(page.locator('body')), /month 3 21/);
    assert.doesNotMatch(await page.locator('#app').evaluate((app) => app.textContent), /[\u202a-\u202e\u2066-\u2069]/);
  }
});
