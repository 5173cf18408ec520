// The licences of the npm packages that build and test, read from the lock
// file. Nothing of them reaches the page.

import { readFileSync } from 'node:fs';

const ALLOWED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MPL-2.0'];

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const refused = Object.entries(packages)
  .filter(([path, { license }]) => path !== '' && !ALLOWED.includes(license))
  .map(([path, { license = 'no licence' }]) => `${path.replace('node_modules/', '')}: ${license}`);
if (refused.length > 0) {
  console.error(`Not among the licences of tools that are agreed to (${ALLOWED.join(', ')}):\n${refused.join('\n')}`);
  process.exitCode = 1;
} else {
  console.log(`npm: ${Object.keys(packages).length - 1} packages, all under ${ALLOWED.join(', ')}`);
}
