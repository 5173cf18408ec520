// Which Chromium the browser tests use, and how it is started.
//
//   node tests/browser/chromium.mjs    prints this as WebDriver capabilities,
//                                      for the tests that run inside wasm

import { pathToFileURL } from 'node:url';

/** Set by scripts/test to the installed one. */
export const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const flags = [
  '--headless=new',
  '--disable-gpu',
  // Nothing of its own on the network: the tests count requests.
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers often give /dev/shm too little room.
  '--disable-dev-shm-usage',
  // Chromium's sandbox refuses to run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(JSON.stringify({ 'goog:chromeOptions': { binary: executable, args: flags } }));
}
