// WebKit, as GTK programs carry it: its WebDriver over HTTP, and a small
// browser that needs a screen, here one in memory.

import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { until } from './processes.mjs';
import { WebDriver } from './webdriver.mjs';

const COMMANDS = {
  navigate: () => 'url',
  click: ({ id }) => `element/${id}/click`,
  type: ({ id }) => `element/${id}/value`,
  execute: () => 'execute/sync',
  frame: () => 'frame',
};

/** The member by which WebDriver names an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Starts the driver, and through it the browser, in a home of their own. */
export async function launch(resources) {
  const home = await resources.folder('webkit');
  const downloads = join(home, 'downloads');
  await mkdir(downloads);
  await writeFile(join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const display = await screen(resources);
  const port = await freePort();
  const driver = await resources.program(process.env.WEBKIT_DRIVER || 'WebKitWebDriver', [`--port=${port}`], {
    env: {
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
      // No helpers of a desktop, which would stay behind.
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
      NO_AT_BRIDGE: '1',
    },
  });
  const address = `http://127.0.0.1:${port}`;
  await until('the WebDriver of WebKit is up', async () => {
    if (driver.exitCode !== null) throw new Error(`WebKit's driver ended at once, with status ${driver.exitCode}`);
    return call('GET', `${address}/status`).catch(() => undefined);
  });
  const { sessionId } = await call('POST', `${address}/session`, { capabilities: {} });
  const session = `${address}/session/${sessionId}`;
  resources.onEnd(() => call('DELETE', session));
  return new WebDriver((command, parameters) => {
    const body = command === 'frame' ? { id: parameters.frame && { [ELEMENT]: parameters.frame } } : parameters;
    return call('POST', `${session}/${COMMANDS[command](parameters)}`, body);
  }, downloads);
}

/** A screen in memory. The browser ends with it, whatever else happens. */
async function screen(resources) {
  const server = await resources.program(
    process.env.XVFB || 'Xvfb',
    ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', '1280x1024x24'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  for await (const number of createInterface({ input: server.stdout })) return `:${number}`;
  throw new Error('Xvfb has given no screen');
}

/** The driver takes no "any": a port that was free a moment ago. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function call(method, address, parameters) {
  const body = parameters && JSON.stringify(parameters);
  const response = await fetch(address, { method, body, signal: AbortSignal.timeout(60_000) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${new URL(address).pathname}: ${value.error}: ${value.message}`);
  return value;
}
