// Packs the package as npm publishes it, and installs it where somebody else
// would use it: target/package/consumer. There the sample site is built by
// Vite, and put together by hand for browsers without a bundler.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const CONSUMER = fileURLToPath(new URL('../../target/package/consumer/', import.meta.url));
const PACKAGE = fileURLToPath(new URL('../../target/package/rheumscore/', import.meta.url));
const SITE = fileURLToPath(new URL('site/', import.meta.url));

rmSync(CONSUMER, { recursive: true, force: true });
mkdirSync(CONSUMER, { recursive: true });
writeFileSync(`${CONSUMER}package.json`, '{ "private": true, "type": "module" }\n');
npm('pack', PACKAGE, '--pack-destination', CONSUMER, '--silent');
const { version } = JSON.parse(readFileSync(`${PACKAGE}package.json`, 'utf8'));
npm('install', '--offline', '--no-audit', '--no-fund', '--silent', `./rheumscore-${version}.tgz`);
writeFileSync(`${CONSUMER}entry.js`, "export * from 'rheumscore';\n");

cpSync(SITE, `${CONSUMER}site`, { recursive: true });
await build({ root: `${CONSUMER}site`, logLevel: 'warn', build: { outDir: `${CONSUMER}sites/vite`, emptyOutDir: true } });

// Without a bundler the package is named by its place.
cpSync(SITE, `${CONSUMER}sites/plain`, { recursive: true });
cpSync(PACKAGE, `${CONSUMER}sites/plain/rheumscore`, { recursive: true });
const main = readFileSync(`${SITE}main.js`, 'utf8').replace("'rheumscore'", "'./rheumscore/index.js'");
writeFileSync(`${CONSUMER}sites/plain/main.js`, main);

function npm(...words) {
  execFileSync('npm', words, { cwd: CONSUMER, stdio: 'inherit' });
}
