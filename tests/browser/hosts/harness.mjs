// What the tests of <rheum-score> share: a page of others at an origin of its
// own, and the checks that hold for each.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { executable, flags } from '../chromium.mjs';
import { serveForms, serveHosts } from './serve.mjs';

let forms;
let host;
let browser;

before(async () => {
  forms = await serveForms();
  host = await serveHosts(forms);
  browser = await chromium.launch({ executablePath: executable, args: [...flags, '--js-flags=--expose-gc'] });
});

after(async () => {
  await browser?.close();
  host?.close();
  forms?.close();
});

/**
 * A test with a page of others of its own. It fails as well when that logs an
 * error, throws one, breaks its policy or asks a third origin for anything.
 *
 * `at` names the page, `policy` what it sends; `expected` lists patterns of
 * messages that belong to the test; the rest are options of a context.
 */
export function hostTest(name, body, { at = 'plain.html', policy = '', expected = [], ...options } = {}) {
  test(name, async () => {
    const context = await browser.newContext(options);
    const problems = [];
    watch(context, problems);
    forms.served.length = 0;
    Object.assign(host, { policy });
    try {
      const page = await context.newPage();
      // What is not there by then is not coming: a failure, not a wait.
      page.setDefaultTimeout(5_000);
      await page.goto(`${host.origin}/${at}`);
      await body(page, { forms });
      if (!page.url().includes('submitted')) problems.push(...(await page.evaluate(() => globalThis.violations)));
    } catch (error) {
      if (problems.length) error.message += `\n\nThe page said: ${problems.join('\n')}`;
      throw error;
    } finally {
      await context.close();
    }
    const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
    assert.deepEqual(unexpected, [], 'the page did something it should not');
  });
}

function watch(context, problems) {
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && ![forms.origin, host.origin].includes(origin)) problems.push(`foreign request: ${request.url()}`);
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`page error: ${error.error()}`));
}

/** Puts an element into the page, with attributes and properties, and waits until it is ready. */
export async function put(page, attributes = {}, properties = {}, place = '#place') {
  const id = attributes.id ?? 'score';
  await page.evaluate(
    ([place, attributes, properties]) => {
      const element = document.createElement('rheum-score');
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      Object.assign(element, properties);
      document.querySelector(place).append(element);
    },
    [place, { id, instrument: 'sledai-2k', ...attributes }, properties],
  );
  await page.waitForFunction((id) => globalThis.heard.some(({ event, of }) => of === id && event === 'ready'), id);
  return page.locator(`#${id}`);
}

/** What the page has heard of one kind, in its order; what was heard before is forgotten. */
export function heard(page, event) {
  return page.evaluate((event) => {
    const heard = globalThis.heard.filter((one) => one.event === event).map(({ detail }) => detail);
    globalThis.heard = globalThis.heard.filter((one) => one.event !== event);
    return heard;
  }, event);
}

/** A property of an element. */
export const get = (element, name) => element.evaluate((element, name) => element[name], name);

/** Sets properties of an element. */
export const set = (element, properties) =>
  element.evaluate((element, properties) => void Object.assign(element, properties), properties);

/** The result of an element. */
export const result = (element) => element.evaluate((element) => element.result());

/** An answer of a finding, by its name. */
export const answer = (element, item, name) =>
  element.locator(`#item-${item} label`).filter({ hasText: new RegExp(`^${name}$`) });
