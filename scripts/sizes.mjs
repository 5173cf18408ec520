// The size of what is downloaded, bundle by bundle, and the ratchet that keeps
// it small. A bundle is what somebody loads at once.
//
//   ./scripts/test size                   compare what is built with tests/size-budget.json
//   UPDATE_SIZES=1 ./scripts/test size    write down what has been reached

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const DIST = 'dist';
const PACKAGE = 'target/package/rheumscore';
const BUDGET = 'tests/size-budget.json';
const UPDATE = 'UPDATE_SIZES=1 ./scripts/test size';

/** The files of each bundle, found in the folder that is published. */
const BUNDLES = {
  'first screen': firstScreen,
  'an instrument': anInstrument,
  element: theElement,
  package: () => ['index.js', 'rheumscore.js', 'rheumscore.wasm'],
  'script beside a frame': () => ['rheum-score-frame.js'],
};

/** Where a bundle lies that is no part of the page. */
const FOLDERS = { package: PACKAGE };

/** What index.html loads at once, itself included: the requests of a first visit. */
export function firstScreen(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  // (An icon for a home screen is loaded when there is to be one.)
  const names = [...html.matchAll(/<(?:link|script)\b(?! rel="apple-touch-icon")[^>]*\s(?:href|src)="\.\/([^"]+)"/g)].map((m) => m[1]);
  return ['index.html', ...new Set(names)];
}

/** The same, and the pieces of the program that are behind it: what a form needs. */
export function anInstrument(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const pieces = [...html.matchAll(/<meta name="rheumscore-part" content="\.\/([^"]+)"/g)].map((m) => m[1]);
  return [...firstScreen(folder), ...pieces];
}

/** What a page of others loads with its first <rheum-score>, whichever instrument that shows. */
export function theElement(folder) {
  return readdirSync(folder).filter((name) => /^rheum-score(-[0-9a-f]{16})?\.(js|wasm)$/.test(name));
}

/** The sizes of files in a folder. */
export function measure(folder, names) {
  return names.map((name) => {
    const bytes = readFileSync(join(folder, name));
    return {
      name,
      kind: extname(name).slice(1),
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    };
  });
}

export function table(title, files) {
  const total = { name: `${files.length} requests`, raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) for (const key of ['raw', 'gzip', 'brotli']) total[key] += file[key];
  const rows = [{ name: title, raw: 'raw', gzip: 'gzip', brotli: 'brotli' }, ...files, total];
  return rows
    .map((row) => row.name.padEnd(36) + ['raw', 'gzip', 'brotli'].map((key) => String(row[key]).padStart(9)).join(''))
    .join('\n');
}

/** Brotli bytes of each kind of file, and of all together. */
function reached(files) {
  const sums = { total: 0 };
  for (const { kind, brotli } of files) {
    sums[kind] = (sums[kind] ?? 0) + brotli;
    sums.total += brotli;
  }
  return sums;
}

/** What of a bundle is larger than agreed, and what has become smaller. */
function check(title, files, { most_requests, most_total, brotli: agreed = {} }, tolerance) {
  const now = reached(files);
  const tooLarge = [];
  const looser = [];
  for (const kind of Object.keys(now)) {
    const before = agreed[kind] ?? 0;
    const allowed = Math.floor(before * (1 + tolerance / 100));
    const line = `${title}, ${kind}: ${now[kind]} bytes, agreed ${before}, allowed ${allowed}`;
    if (now[kind] > allowed) tooLarge.push(line);
    else if (now[kind] < before * (1 - tolerance / 100)) looser.push(line);
  }
  if (now.total > most_total) tooLarge.push(`${title}: ${now.total} bytes, never more than ${most_total}`);
  if (files.length > most_requests) {
    tooLarge.push(`${title}: ${files.length} requests, never more than ${most_requests}`);
  }
  return { tooLarge, looser };
}

function main() {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('dist/ is missing: ./scripts/test build makes it');
  const budget = JSON.parse(readFileSync(BUDGET, 'utf8'));
  const tooLarge = [];
  const looser = [];
  for (const [title, find] of Object.entries(BUNDLES)) {
    const folder = FOLDERS[title] ?? DIST;
    const files = measure(folder, find(folder));
    console.log(`${table(title, files)}\n`);
    const agreed = (budget.bundles[title] ??= {});
    const found = check(title, files, agreed, budget.tolerance_percent);
    tooLarge.push(...found.tooLarge);
    looser.push(...found.looser);
    agreed.brotli = reached(files);
  }

  if (process.env.UPDATE_SIZES) {
    writeFileSync(BUDGET, `${JSON.stringify(budget, null, 2)}\n`);
    console.log(`Written to ${BUDGET}.`);
    return;
  }
  for (const line of looser) console.log(`smaller than agreed: ${line}`);
  if (looser.length) console.log(`Tighten the ratchet with: ${UPDATE}`);
  for (const line of tooLarge) console.error(`too large: ${line}`);
  if (tooLarge.length) {
    console.error(`Make it smaller; where the growth is worth it, agree to it with: ${UPDATE}`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
