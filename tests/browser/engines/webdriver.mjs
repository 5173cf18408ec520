// The commands of WebDriver that a journey needs, for any way of sending them.

import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FIND, ofElement } from './find.mjs';
import { until } from './processes.mjs';

const DELETE = '\uE017';
// What Firefox and WebKit name a file that is not there in full.
const UNFINISHED = /\.(part|wkdownload)$/;

/**
 * Keeps what goes wrong in the page, from the moment it is loaded: WebDriver
 * has no command for it, and runs nothing before a page's own scripts.
 */
const RECORD = `() => {
  if (window.problems) return;
  const problems = (window.problems = []);
  const keep = (kind, what) => problems.push(kind + ': ' + what);
  const log = console.error;
  console.error = (...words) => {
    keep('console', words.join(' '));
    log.apply(console, words);
  };
  addEventListener('error', (event) => keep('page error', event.message));
  addEventListener('unhandledrejection', (event) => keep('page error', event.reason));
  addEventListener('securitypolicyviolation', (event) =>
    keep('policy', event.effectiveDirective + ' blocks ' + event.blockedURI),
  );
}`;

const INTO_VIEW = "(element) => element.scrollIntoView({ block: 'center' })";
const SELECT_ALL = `(field) => {
  field.focus();
  field.select();
  return field.value !== '';
}`;
const OPTION = '(select, value) => [...select.options].find((option) => option.value === value)';
const PROBLEMS = '() => window.problems ?? []';

/**
 * One page. `send(command, parameters)` gives the value of the answer or throws its
 * error; `downloads` is the folder that the engine saves files into.
 */
export class WebDriver {
  #send;
  #downloads;
  // The problems of the pages before this one.
  #left = [];

  constructor(send, downloads) {
    this.#send = send;
    this.#downloads = downloads;
  }

  async goto(url) {
    this.#left.push(...(await this.evaluate(PROBLEMS)));
    await this.#send('navigate', { url });
    await this.evaluate(RECORD);
  }

  /** Goes into a frame of the page; without a selector, back to the page. */
  async enter(selector) {
    this.#left.push(...(await this.evaluate(PROBLEMS)));
    await this.#send('frame', { frame: selector ? await this.#find(selector) : null });
    await this.evaluate(RECORD);
  }

  async click(selector) {
    // WebKit leaves what lies just below the window where it is, and cannot click there.
    await this.evaluate(ofElement(INTO_VIEW), selector);
    await this.#send('click', { id: await this.#find(selector) });
  }

  async fill(selector, text) {
    const filled = await this.evaluate(ofElement(SELECT_ALL), selector);
    const keys = (filled ? DELETE : '') + text;
    if (keys) await this.#send('type', { id: await this.#find(selector), text: keys });
  }

  async select(selector, value) {
    const option = await this.evaluate(ofElement(OPTION), selector, value);
    if (!option) throw new Error(`${selector} has no option ${value}`);
    await this.#send('click', { id: reference(option) });
  }

  async attach(selector, path) {
    await this.#send('type', { id: await this.#find(selector), text: path });
  }

  evaluate(source, ...args) {
    return this.#send('execute', { script: `return (${source})(...arguments)`, args });
  }

  /** Takes the one file out of the folder that the engine saves into. */
  async download() {
    const file = await until('a saved file', async () => {
      const [name, ...others] = await readdir(this.#downloads);
      if (!name || others.length || UNFINISHED.test(name)) return undefined;
      const text = await readFile(join(this.#downloads, name), 'utf8');
      // Firefox puts an empty file in the place first.
      return text && { name, text };
    });
    await rm(join(this.#downloads, file.name));
    return file;
  }

  async problems() {
    return [...this.#left, ...(await this.evaluate(PROBLEMS))];
  }

  async #find(selector) {
    const element = await this.evaluate(FIND, selector);
    if (!element) throw new Error(`there is no ${selector}`);
    return reference(element);
  }
}

/** WebDriver names an element by an object with one field. */
const reference = (element) => Object.values(element)[0];
