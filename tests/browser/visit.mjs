// Enters worked cases into the page as a person would, and reads the result.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** The worked cases of a file in tests/vignettes. */
export function cases(name) {
  const lines = readFileSync(new URL(`../vignettes/${name}.jsonl`, import.meta.url), 'utf8');
  return lines.split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

const FINDINGS = new Map([
  [true, 'Present'],
  [false, 'Absent'],
  ['present', 'Present'],
  ['absent', 'Absent'],
  ['not_assessed', 'Not assessed'],
  ['other_cause', 'Other cause'],
]);
const STATEMENTS = new Map([
  [true, 'Yes'],
  [false, 'No'],
]);

/** Opens the form of an instrument. */
export async function choose(page, instrument) {
  await page.locator(`a[href="#/${instrument}"]`).click();
  await page.locator('form').waitFor();
}

/**
 * Enters a request of the contract. Items that this form does not ask are
 * passed over: a visit is entered once and scored by many instruments.
 */
export async function enter(page, { options = {}, ...request }) {
  for (const [option, code] of Object.entries(options)) {
    await page.locator(`#option-${option}`).selectOption(String(code));
  }
  for (const role of ['baseline', 'previous', 'current']) {
    for (const [item, answer] of Object.entries(request[role] ?? {})) {
      if (answer !== null) await answerItem(page, `${role}-${item}`, answer);
    }
  }
}

async function answerItem(page, id, answer) {
  const field = page.locator(`#${id}`);
  if ((await field.count()) === 0) return;
  const tag = await field.evaluate((element) => element.tagName);
  if (tag === 'FIELDSET') {
    const statement = (await field.getByLabel('Yes', { exact: true }).count()) > 0;
    const label = (statement ? STATEMENTS : FINDINGS).get(answer);
    await field.getByLabel(label, { exact: true }).check();
  } else if ((await field.getAttribute('type')) === 'checkbox') {
    await field.setChecked(answer);
  } else {
    await enterValue(page, id, typeof answer === 'object' ? answer : { value: answer });
  }
}

async function enterValue(page, id, { value, unit, drug, ...limit }) {
  // A site of a total lies behind a disclosure.
  await page.locator(`details:has(#${id})`).evaluateAll((all) => all.forEach((details) => (details.open = true)));
  await page.locator(`#${id}`).fill(String(value));
  const choice = page.locator(`#${id}-unit`);
  if (unit && (await choice.count())) await choice.selectOption(unit);
  if (drug && drug !== 'prednisolone') await page.locator(`#${id}-drug`).selectOption(drug);
  for (const number of Object.values(limit)) await page.locator(`#${id}-limit`).fill(String(number));
}

/** What the page says of the result, as a person reads it. */
export async function result(page) {
  return (await page.locator('.rs-result').innerText()).replaceAll('\u00a0', ' ');
}

/** The headline of the result. */
export async function headline(page) {
  return page.locator('.rs-result__headline').innerText();
}

/** Saves the visit, and gives the document and the name of its file. */
export async function save(page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as JSON' }).click(),
  ]);
  const path = await download.path();
  return { name: download.suggestedFilename(), text: await readFile(path, 'utf8') };
}

/** Opens a file, given as text. */
export async function openFile(page, text, name = 'visit.json') {
  const buffer = Buffer.from(text);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer });
}

/** Asserts that a result of the contract is what a worked case expects. */
export function assertResult(actual, expected) {
  for (const field of ['rule_set', 'status', 'score', 'min', 'max', 'verdict', 'category', 'clinical']) {
    if (field in expected) assert.deepEqual(actual[field], expected[field], field);
  }
  if (expected.missing) assert.deepEqual(new Set(actual.missing), new Set(expected.missing), 'missing');
  if (expected.warnings) {
    const codes = (warnings) => warnings.map((warning) => warning.code ?? warning).sort();
    assert.deepEqual(codes(actual.warnings), codes(expected.warnings), 'warnings');
  }
}
