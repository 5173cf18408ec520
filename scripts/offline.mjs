// Writes the service worker of a folder that is published: offline/worker.js
// with the files that are there, and the hash of each.
//
//   node scripts/offline.mjs [folder]    dist/ unless given
//
// It comes last: what is put into the folder or changed there later would not
// be what the worker expects.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { anInstrument } from './sizes.mjs';

/** What the page or its program may load. */
const KEPT = /^(index\.html|manifest\.webmanifest|(examples|icons)\/.+|.+\.(js|wasm|css|svg|woff2))$/;

/** What it does not: the worker itself, and the embedding, which is the business of other people's pages. */
const PASSED = /^(sw\.js$|embed|rheum-score)/;

/** What a host or a release may add beside a file, and what is hidden. */
const BESIDE = /\.(br|gz|map)$|(^|\/)\./;

/** The names of the files that work without a network, in one order everywhere. */
export function keptFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).replaceAll(sep, '/'))
    .filter((name) => KEPT.test(name) && !PASSED.test(name) && !BESIDE.test(name))
    .sort();
}

/** Writes sw.js into the folder, and gives the names of the files that it keeps. */
export function writeWorker(folder) {
  const names = keptFiles(folder);
  const forgotten = anInstrument(folder).filter((name) => !names.includes(name));
  if (forgotten.length) throw new Error(`the page loads what the worker does not keep: ${forgotten.join(', ')}`);

  const files = Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(folder, name)))]));
  const worker = readFileSync(new URL('../offline/worker.js', import.meta.url), 'utf8');
  const rest = `const FILES = ${JSON.stringify(files, null, 2)};\nconst PASSED = ${PASSED};\n\n${worker}`;
  // Another worker is another version, even where the files are the same.
  writeFileSync(join(folder, 'sw.js'), `const VERSION = '${sha256(rest).slice(0, 16)}';\n${rest}`);
  return names;
}

function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] ?? 'dist';
  const bytes = writeWorker(folder).map((name) => readFileSync(join(folder, name)).length);
  const kilobytes = Math.round(bytes.reduce((sum, size) => sum + size, 0) / 1000);
  console.log(`sw.js keeps ${bytes.length} files, ${kilobytes} kB, for use without a network`);
}
