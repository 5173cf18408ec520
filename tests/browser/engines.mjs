// One journey in any engine: the few things a person does on a page, said in
// the same words whatever drives the browser.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as chromium from './engines/chromium.mjs';
import { ofElement } from './engines/find.mjs';
import * as firefox from './engines/firefox.mjs';
import { Resources, until } from './engines/processes.mjs';
import * as webkit from './engines/webkit.mjs';

const LAUNCHERS = { chromium, firefox, webkit };

/**
 * The text of an element as a person reads it: a no-break space is a space,
 * and the engines do not agree on the empty lines between blocks.
 */
const TEXT = String.raw`(element) => element.innerText.replaceAll('\u00a0', ' ').replaceAll(/\n\s*\n/g, '\n').trim()`;

/** The names of the engines. */
export const ENGINES = Object.keys(LAUNCHERS);

/** Starts an engine. Whoever has called this calls `close()`. */
export async function launch(engine) {
  const resources = new Resources();
  try {
    const folder = await resources.folder('files');
    return new Journey(await LAUNCHERS[engine].launch(resources), resources, folder);
  } catch (error) {
    await resources.end();
    throw error;
  }
}

/**
 * A page in one of the engines. A selector is one of CSS, to which a text in
 * quotes may be added, as in `button "Clear"`, and means the first element it
 * matches. What acts on an element waits until it is to be seen.
 */
class Journey {
  #driver;
  #resources;
  #folder;

  constructor(driver, resources, folder) {
    this.#driver = driver;
    this.#resources = resources;
    this.#folder = folder;
  }

  /** Ends all that was started for this page. */
  close() {
    return this.#resources.end();
  }

  /** Loads the page, anew also where only the part behind # differs, and waits until its program runs. */
  async open(url) {
    await this.#driver.goto('about:blank');
    await this.#driver.goto(url);
    await this.until('the program runs', "() => document.querySelector('#app > *') && !document.getElementById('shell')");
  }

  /** Loads the page of somebody else. */
  visit(url) {
    return this.#driver.goto(url);
  }

  /** Goes into a frame of the page, for all that follows; without a selector, back to the page. */
  async enter(selector) {
    if (selector) await this.waitFor(selector);
    await this.#driver.enter(selector);
  }

  async click(selector) {
    await this.waitFor(selector);
    await this.#driver.click(selector);
  }

  /** Types a text, key by key, in place of what the field holds. */
  async fill(selector, text) {
    await this.waitFor(selector);
    await this.#driver.fill(selector, text);
  }

  /** Chooses an option by its value. */
  async select(selector, value) {
    await this.waitFor(selector);
    await this.#driver.select(selector, value);
  }

  /** Chooses a radio button or ticks a box, by itself or by its label, unless it is so already. */
  async check(selector) {
    const checked = ofElement('(element) => (element.control ?? element).checked');
    await this.waitFor(selector);
    if (await this.evaluate(checked, selector)) return;
    await this.#driver.click(selector);
    await this.until(`${selector} is checked`, checked, selector);
  }

  /** The text as a person reads it, without empty lines. */
  async text(selector) {
    await this.waitFor(selector);
    return this.evaluate(ofElement(TEXT), selector);
  }

  /** Waits until the element is to be seen and, with a pattern, its text matches it. */
  async waitFor(selector, pattern = /(?:)/) {
    const shows = ofElement(
      `(element, source, flags) =>
        Boolean(element?.checkVisibility()) && new RegExp(source, flags).test((${TEXT})(element))`,
    );
    await this.until(`${selector} shows ${pattern}`, shows, selector, pattern.source, pattern.flags);
  }

  /**
   * Calls a function in the page. It comes as a function that uses nothing from
   * outside, or as its source; arguments and answer pass through JSON.
   */
  evaluate(source, ...args) {
    return this.#driver.evaluate(String(source), ...args);
  }

  /** Chooses a file of this name and text. The field may be out of sight. */
  async upload(selector, name, text) {
    const path = join(this.#folder, name);
    await writeFile(path, text);
    await this.#driver.attach(selector, path);
  }

  /** Waits for the file that the page saves, and gives its `name` and `text`. */
  saved() {
    return this.#driver.download();
  }

  /** What went wrong in the page so far: errors thrown and logged, breaches of its security policy. */
  async problems() {
    return this.#driver.problems();
  }

  /** Waits until a function in the page, given as for `evaluate`, answers with something true. */
  until(what, source, ...args) {
    return until(what, () => this.evaluate(source, ...args));
  }
}
