// Enters visits into the page as a person would, and reads what it says.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const VIGNETTES = new URL('../vignettes/', import.meta.url);

/** The instruments: each has its worked cases in a file of its own. */
export const INSTRUMENTS = readdirSync(VIGNETTES)
  .filter((name) => name.endsWith('.jsonl') && !['patients.jsonl', 'refused.jsonl'].includes(name))
  .map((name) => name.slice(0, -'.jsonl'.length));

/** The worked cases of a file in tests/vignettes. */
export function cases(name) {
  const lines = readFileSync(new URL(`${name}.jsonl`, VIGNETTES), 'utf8');
  return lines.split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/** The one patient whose story begins like this. */
export function patient(pattern) {
  const found = cases('patients').find(({ why }) => pattern.test(why));
  assert.ok(found, `a patient like ${pattern}`);
  return found;
}

/** The worked case of an instrument with this id. */
export function worked(instrument, id) {
  const found = cases(instrument).find(({ request }) => request.id === id);
  assert.ok(found, `${instrument} has a worked case ${id}`);
  return found;
}

/** Starts a visit of a disease from the first page. */
export async function start(page, disease) {
  await page.getByRole('button', { name: disease }).click();
  await page.locator('form').waitFor();
}

/** Scores an instrument, or no longer, beside those that are scored already. */
export async function score(page, instrument, wanted = true) {
  const input = page.locator(`#score-${instrument}`);
  await disclose(page, `details:has(#score-${instrument})`);
  await input.setChecked(wanted);
}

/** Opens disclosures, as one press on each would. */
export async function disclose(page, selector = 'details') {
  await page.locator(selector).evaluateAll((all) => all.forEach((details) => (details.open = true)));
}

/** Opens the disclosure of this name. */
export async function panel(page, name) {
  await disclose(page, `details:has(> summary:has-text("${name}"))`);
}

/** Opens every disclosure there is, also those that others bring. */
export async function discloseAll(page) {
  const closed = page.locator('details:not([open])');
  while ((await closed.count()) > 0) {
    await disclose(page);
    // What a disclosure holds is made once it has told that it is open.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }
}

/** The button of a page by its whole name. */
export const button = (page, name) => page.getByRole('button', { name, exact: true });

/**
 * Enters a request of the contract. Its visits become visits of the course in
 * the order of time, the first of them in the visit that is open. Items that
 * the form does not ask are passed over: a visit is entered once and scored by
 * many instruments.
 */
export async function enter(page, { instrument, options = {}, ...request }) {
  for (const [option, code] of Object.entries(options)) {
    await chooseRule(page, instrument, option, code);
  }
  const roles = ['baseline', 'previous', 'current'].filter((role) => request[role]);
  for (const [at, role] of roles.entries()) {
    if (at > 0) await button(page, 'Add a visit').click();
    await answer(page, request[role]);
  }
}

/** Enters answers at the open visit. Keys and taps, one by one, are for the tests that are about them. */
export async function answer(page, answers) {
  const given = Object.entries(answers).filter(([, answer]) => answer !== null);
  await page.evaluate(
    pressAll,
    given.map(([item, answer]) => {
      const { value, unit, drug, ...limit } = typeof answer === 'object' ? answer : { value: answer };
      const texts = { unit, drug, limit: Object.values(limit)[0] };
      // What is present or absent, or is stated or not, may be told by a word.
      const codes = { true: ['present', 'true'], false: ['absent', 'false'] }[value] ?? [String(value)];
      return { item, value, codes, texts };
    }),
  );
}

/** Runs in the page. */
function pressAll(answers) {
  const type = (input, text) => {
    input.value = text;
    if (input.value !== String(text)) throw new Error(`${input.id} does not take ${text}`);
    for (const event of ['input', 'change']) input.dispatchEvent(new Event(event, { bubbles: true }));
  };
  for (const { item, value, codes, texts } of answers) {
    const field = document.getElementById(`item-${item}`);
    if (!field) continue;
    if (field.localName === 'fieldset') {
      [...field.querySelectorAll('input')].find((input) => codes.includes(input.value)).click();
    } else if (field.localName === 'select') {
      type(field, codes[0]);
    } else if (field.type === 'checkbox') {
      if (field.checked !== value) field.click();
    } else {
      type(field, value);
      for (const [part, text] of Object.entries(texts)) {
        const input = document.getElementById(`item-${item}-${part}`);
        if (input && text !== undefined) type(input, text);
      }
    }
  }
}

/** The choice of a rule, in the card of its instrument. */
export async function rule(page, instrument, option) {
  const details = cardOf(page, instrument).locator('details').filter({ hasText: /^Rule set/ });
  await details.evaluate((details) => (details.open = true));
  const select = page.locator(`#option-${instrument}-${option}`);
  await select.waitFor();
  return select;
}

export async function chooseRule(page, instrument, option, code) {
  await (await rule(page, instrument, option)).selectOption(String(code));
}

/** The field of an item, with all that is asked and said about it. */
export const field = (page, item) => page.locator(`[data-item]:is(#item-${item}, :has(#item-${item}))`).first();

/** The card of an instrument. */
export const cardOf = (page, instrument) => page.locator(`[data-instrument="${instrument}"]`);

/** A text as a person reads it. */
export const read = async (locator) => (await locator.innerText()).replaceAll('\u00a0', ' ');

/** What the card of an instrument says, without what lies behind disclosures. */
export const card = (page, instrument) => read(cardOf(page, instrument));

/** What stands beside the form: every card, and what is said of all of them. */
export const results = (page) => read(page.getByRole('complementary', { name: 'Results' }));

/** The headline of that card: the score, or how it stands. */
export const headline = (page, instrument) => read(cardOf(page, instrument).locator('.rs-card__headline'));

/** What is still open in a score, line by line. */
export async function stillOpen(page, instrument) {
  const details = cardOf(page, instrument).locator('details').filter({ hasText: /^Still open/ });
  await details.evaluate((details) => (details.open = true));
  return (await details.getByRole('listitem').allInnerTexts()).map((line) => line.replaceAll('\u00a0', ' '));
}

/** Waits until the card of an instrument says this. */
export const says = (page, instrument, pattern) =>
  cardOf(page, instrument).filter({ hasText: pattern }).waitFor();

/** The visits, as they are listed. */
export const visits = (page) => page.getByRole('navigation', { name: 'Visits' }).getByRole('listitem');

/** Opens a visit by how it is called. */
export async function openVisit(page, name) {
  await visits(page).getByRole('button', { name }).click();
}

/** Names the open visit, and says when it was. */
export async function label(page, name, when) {
  if (name !== undefined) await page.locator('#visit-label').fill(name);
  if (when !== undefined) {
    await page.locator('#visit-when').fill(when);
    // A date is entered once the input is left, or Enter is pressed.
    await page.locator('#visit-when').blur();
  }
}

/** The file that a press on something saves: its name and text. */
export async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Saves the course, and gives the name and the text of its file, also as `course`. */
export async function save(page) {
  const file = await saved(page, button(page, 'Save'));
  return { ...file, course: JSON.parse(file.text) };
}

/** The result of an instrument at the last visit of a saved course. */
export function resultOf({ visits }, instrument) {
  const found = visits.at(-1).results[instrument];
  assert.ok(found, `a result of ${instrument}`);
  return found.result;
}

/** Opens a file, given as text or bytes. */
export async function openFile(page, content, name = 'course.json') {
  const input = page.getByLabel('Open a saved file');
  await input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

/** Clears the page for the next patient. */
export async function clear(page) {
  await button(page, 'Clear for the next patient').click();
  await button(page, 'Yes, clear').click();
}

/** Asserts that a result of the contract is what a worked case expects. */
export function assertResult(actual, expected, of = '') {
  for (const field of ['rule_set', 'status', 'score', 'min', 'max', 'verdict', 'category', 'clinical']) {
    if (field in expected) assert.deepEqual(actual[field], expected[field], `${field}: ${of}`);
  }
  if (expected.missing) assert.deepEqual(new Set(actual.missing), new Set(expected.missing), `missing: ${of}`);
  if (expected.warnings) {
    const codes = (warnings) => warnings.map((warning) => warning.code ?? warning).sort();
    assert.deepEqual(codes(actual.warnings), codes(expected.warnings), `warnings: ${of}`);
  }
}
