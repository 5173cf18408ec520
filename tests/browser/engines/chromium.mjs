// Chromium, driven through Playwright as in the other browser tests.

import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { executable, flags } from '../chromium.mjs';
import { FIND } from './find.mjs';
import { until } from './processes.mjs';

/** Starts Chromium with one empty page. */
export async function launch(resources) {
  const browser = await chromium.launch({ executablePath: executable, args: flags });
  resources.onEnd(() => browser.close());
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  const problems = [];
  const downloads = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('download', (download) => downloads.push(download));
  // The page, or the frame of it that was gone into.
  let place = page;
  const find = async (selector) => {
    const element = (await place.evaluateHandle(`(${FIND})(${JSON.stringify(selector)})`)).asElement();
    if (!element) throw new Error(`there is no ${selector}`);
    return element;
  };
  return {
    async goto(url) {
      place = page;
      await page.goto(url);
    },
    async enter(selector) {
      place = selector ? await (await find(selector)).contentFrame() : page;
    },
    click: async (selector) => (await find(selector)).click(),
    async fill(selector, text) {
      const field = await find(selector);
      await field.selectText();
      await field.press('Delete');
      await field.type(text);
    },
    select: async (selector, value) => (await find(selector)).selectOption(value),
    attach: async (selector, path) => (await find(selector)).setInputFiles(path),
    evaluate: (source, ...args) => place.evaluate(`(${source})(...${JSON.stringify(args)})`),
    async download() {
      const download = await until('a saved file', () => downloads.shift());
      return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
    },
    problems: () => problems,
  };
}
