// What goes out of the page: a table, a note, a file to share.

import assert from 'node:assert/strict';
import { pageTest } from './harness.mjs';
import { answer, button, enter, label, patient, read, save, saved } from './visit.mjs';

/** The rows of a table of comma-separated values, by RFC 4180. */
function rows(text) {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/g)];
  const rows = [[]];
  for (const [, cell, end] of cells) {
    rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

pageTest('the table has one row a visit, with its results, rule set and answers', async ({ page, open }) => {
  const { request } = patient(/^Nephritis before treatment/);
  await open('/#/sledai-2k');
  await label(page, 'before', '2026-03-01');
  await answer(page, request.current);
  await button(page, 'Add a visit').click();
  await label(page, '=1+1', '2026-03-29');
  await answer(page, { arthritis: true });
  const { name, text } = await saved(page, button(page, 'Save a table (CSV)'));
  assert.match(name, /^rheumscore-table-\d{4}-\d\d-\d\d\.csv$/);
  assert.equal(text.codePointAt(0), 0xfeff, 'spreadsheets read it as UTF-8');
  const [head, first, second, ...more] = rows(text.slice(1));
  assert.deepEqual(more, []);
  const column = (name) => {
    const at = head.indexOf(name);
    assert.ok(at >= 0, `${name} among ${head}`);
    return [first[at], second[at]];
  };
  assert.deepEqual(column('sledai-2k.score'), ['20', '']);
  assert.ok(head.some((name) => /rule_set/.test(name)));
  assert.deepEqual(column('arthritis')[1], 'present');
  assert.ok(second.includes("'=1+1"), 'no cell begins a formula');
  assert.equal(first.length, head.length);
  assert.equal(second.length, head.length);
});

const NOTE = /SLEDAI-2K, five-level bands, 10-day window: /;

pageTest(
  'a note of the open visit is copied',
  async ({ page, open, context }) => {
    await context.grantPermissions(['clipboard-write']);
    const { request } = patient(/^Nephritis before treatment/);
    await open('/#/sledai-2k');
    await enter(page, request);
    await button(page, 'Copy a note').click();
    await page.getByText('Copied. Paste it into the record.').waitFor();
    const note = await pasted(context);
    assert.match(note, NOTE);
    assert.match(note, /: 20; very high activity/);
    assert.match(note, /Rheumscore \d/);
  },
);

/** What is pasted into a record elsewhere: the page itself may not read the clipboard. */
async function pasted(context) {
  const record = await context.newPage();
  await record.setContent('<textarea></textarea>');
  const field = record.locator('textarea');
  await field.focus();
  await record.keyboard.press('Control+V');
  return field.inputValue();
}

for (const [how, refuse] of [
  ['refuses', () => (navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')))],
  ['is not there', () => Object.defineProperty(navigator, 'clipboard', { value: undefined })],
]) {
  pageTest(`where the clipboard ${how} the note is shown, to be copied by hand`, async ({ page, open }) => {
    await open('/#/sledai-2k');
    await page.evaluate(refuse);
    await answer(page, { rash: true });
    await button(page, 'Copy a note').click();
    const note = page.getByRole('textbox', { name: 'Note' });
    assert.match(await note.inputValue(), NOTE);
    assert.match(await read(page.getByRole('alert').filter({ has: note })), /did not allow copying/);
    await button(page, 'Close').click();
    assert.equal(await note.count(), 0);
  });
}

const TOUCH = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } };

/** Runs in the page before its program: a system that shares files, or does not. */
function mockSharing(can) {
  window.shared = [];
  navigator.canShare = ({ files }) => can && files.length === 1;
  navigator.share = async ({ files: [file] }) => {
    window.shared.push({ name: file.name, type: file.type, text: await file.text() });
  };
}

pageTest(
  'a device that is used by touch hands the file to the system',
  async ({ page, open, context }) => {
    await context.addInitScript(mockSharing, true);
    await open('/#/sledai-2k');
    await answer(page, { rash: true });
    const downloads = [];
    page.on('download', (download) => downloads.push(download));
    for (const [name, file, type] of [
      ['Save', /^rheumscore-course-.*\.json$/, 'application/json'],
      ['Save a table (CSV)', /^rheumscore-table-.*\.csv$/, 'text/csv'],
    ]) {
      await button(page, name).tap();
      await page.waitForFunction((name) => window.shared.some((file) => new RegExp(name).test(file.name)), file.source);
      const shared = (await page.evaluate(() => window.shared)).at(-1);
      assert.equal(shared.type, type);
    }
    const [{ text }] = await page.evaluate(() => window.shared);
    assert.equal(JSON.parse(text).visits[0].entered.rash.answer, 'present');
    assert.deepEqual(downloads, []);
  },
  TOUCH,
);

pageTest(
  'a device that is used by touch saves the file where the system shares none',
  async ({ page, open, context }) => {
    await context.addInitScript(mockSharing, false);
    await open('/#/sledai-2k');
    await answer(page, { rash: true });
    assert.match((await save(page)).name, /\.json$/);
    assert.deepEqual(await page.evaluate(() => window.shared), []);
  },
  TOUCH,
);

pageTest('a device with a mouse saves the file, though its system could share it', async ({ page, open, context }) => {
  await context.addInitScript(mockSharing, true);
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  assert.match((await save(page)).name, /\.json$/);
  assert.deepEqual(await page.evaluate(() => window.shared), []);
});

pageTest('printing asks the browser, once', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  await page.evaluate(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
  });
  await button(page, 'Print').click();
  assert.equal(await page.evaluate(() => window.printed), 1);
});

pageTest('the last export is kept outside the program once typing rests', async ({ page, open }) => {
  await open('/#/sledai-2k');
  await answer(page, { rash: true });
  await page.waitForFunction(() => window.rheumscore.lastExport !== '');
  const kept = JSON.parse(await page.evaluate(() => window.rheumscore.lastExport));
  assert.deepEqual(kept.visits[0].entered, { rash: { answer: 'present' } });
});

pageTest('files name no patient, and no file is saved of nothing', async ({ page, open }) => {
  await open('/#/sledai-2k');
  for (const name of ['Save', 'Save a table (CSV)', 'Copy a note', 'Print']) {
    assert.equal(await button(page, name).count(), 0, name);
  }
  await label(page, 'Miller');
  const { name } = await save(page);
  assert.doesNotMatch(name, /Miller/);
});
