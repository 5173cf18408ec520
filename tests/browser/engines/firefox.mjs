// Firefox, driven through Marionette: the WebDriver commands as it takes them
// itself, each a JSON array with its length in front, on a socket.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { until } from './processes.mjs';
import { WebDriver } from './webdriver.mjs';

const COMMANDS = {
  navigate: 'WebDriver:Navigate',
  click: 'WebDriver:ElementClick',
  type: 'WebDriver:ElementSendKeys',
  execute: 'WebDriver:ExecuteScript',
  frame: 'WebDriver:SwitchToFrame',
};

/** Starts Firefox with a profile of its own. */
export async function launch(resources) {
  const profile = await resources.folder('firefox');
  const downloads = join(profile, 'downloads');
  await mkdir(downloads);
  await writeFile(join(profile, 'user.js'), preferences(downloads));
  const firefox = await resources.program(
    process.env.FIREFOX || 'firefox-esr',
    // System access is for the list of errors.
    ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile],
  );
  const port = await until(
    'Firefox is up',
    async () => {
      if (firefox.exitCode !== null) throw new Error(`Firefox ended at once, with status ${firefox.exitCode}`);
      return Number(await readFile(join(profile, 'MarionetteActivePort'), 'utf8').catch(() => ''));
    },
    60_000,
  );
  const marionette = await Marionette.connect(port);
  resources.onEnd(() => marionette.end());
  await marionette.send('WebDriver:NewSession', {});
  return new Firefox(marionette, downloads);
}

function preferences(downloads) {
  const values = {
    'marionette.port': 0,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.alwaysOpenPanel': false,
  };
  const lines = Object.entries(values).map((entry) => `user_pref(${entry.map((one) => JSON.stringify(one)).join(', ')});`);
  return `${lines.join('\n')}\n`;
}

class Firefox extends WebDriver {
  #marionette;

  constructor(marionette, downloads) {
    super((command, parameters) => {
      const { frame, ...others } = parameters;
      const words = command === 'frame' && frame ? { element: frame } : others;
      return marionette.send(COMMANDS[command], words);
    }, downloads);
    this.#marionette = marionette;
  }

  /** With what broke while a page was loaded, from Firefox's own list of errors. */
  async problems() {
    await this.#marionette.send('Marionette:SetContext', { value: 'chrome' });
    const listed = await this.#marionette.send('WebDriver:ExecuteScript', { script: ERRORS, args: [] });
    await this.#marionette.send('Marionette:SetContext', { value: 'content' });
    return [...listed, ...(await super.problems())];
  }
}

/** Runs in Firefox itself. */
const ERRORS = `
  return Services.console
    .getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError)
    .filter(({ flags, sourceName }) => !(flags & Ci.nsIScriptError.warningFlag) && sourceName.startsWith('http'))
    .map(({ errorMessage }) => errorMessage);
`;

class Marionette {
  #socket;
  #received = Buffer.alloc(0);
  #last = 0;
  #waiting = new Map();

  static async connect(port) {
    const socket = connect(port, '127.0.0.1');
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    return new Marionette(socket);
  }

  constructor(socket) {
    this.#socket = socket;
    socket.on('data', (bytes) => this.#receive(bytes));
    socket.on('error', () => {});
    socket.on('close', () => this.#waiting.forEach(({ reject }) => reject(new Error('Firefox has hung up'))));
  }

  send(name, parameters) {
    const id = ++this.#last;
    const message = JSON.stringify([0, id, name, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { name, resolve, reject });
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  end() {
    this.#socket.destroy();
  }

  #receive(bytes) {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      const end = colon + 1 + Number(this.#received.subarray(0, colon));
      if (colon < 0 || this.#received.length < end) return;
      const message = JSON.parse(this.#received.subarray(colon + 1, end));
      this.#received = this.#received.subarray(end);
      // Only the greeting is no array.
      if (Array.isArray(message)) this.#answer(message);
    }
  }

  #answer([, id, error, result]) {
    const { name, resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) reject(new Error(`${name}: ${error.error}: ${error.message}`));
    else resolve(result !== null && 'value' in result ? result.value : result);
  }
}
