// The size of what a first visit loads, and the ratchet that keeps it small.
//
//   ./scripts/test size                   compare dist/ with tests/size-budget.json
//   UPDATE_SIZES=1 ./scripts/test size    write down what has been reached

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const DIST = 'dist';
const BUDGET = 'tests/size-budget.json';
const UPDATE = 'UPDATE_SIZES=1 ./scripts/test size';

/** What index.html loads at once, itself included: the requests of a first visit. */
export function measure(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const names = [...html.matchAll(/<(?:link|script)\b[^>]*\s(?:href|src)="\.\/([^"]+)"/g)].map((m) => m[1]);
  return ['index.html', ...new Set(names)].map((name) => {
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

export function table(files) {
  const total = { name: `${files.length} requests`, raw: 0, gzip: 0, brotli: 0 };
  for (const file of files) for (const key of ['raw', 'gzip', 'brotli']) total[key] += file[key];
  const rows = [{ name: 'bytes', raw: 'raw', gzip: 'gzip', brotli: 'brotli' }, ...files, total];
  return rows
    .map((row) => row.name.padEnd(32) + ['raw', 'gzip', 'brotli'].map((key) => String(row[key]).padStart(9)).join(''))
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

function check(files, budget) {
  const { tolerance_percent: tolerance, most_requests, most_total, brotli: agreed } = budget;
  const now = reached(files);
  const tooLarge = [];
  const looser = [];
  for (const kind of Object.keys(now)) {
    const before = agreed[kind] ?? 0;
    const allowed = Math.floor(before * (1 + tolerance / 100));
    const line = `${kind}: ${now[kind]} bytes, agreed ${before}, allowed ${allowed}`;
    if (now[kind] > allowed) tooLarge.push(line);
    else if (now[kind] < before * (1 - tolerance / 100)) looser.push(line);
  }
  if (now.total > most_total) tooLarge.push(`total: ${now.total} bytes, never more than ${most_total}`);
  if (files.length > most_requests) tooLarge.push(`${files.length} requests, never more than ${most_requests}`);
  return { tooLarge, looser };
}

function main() {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('dist/ is missing: ./scripts/test build makes it');
  const files = measure(DIST);
  const budget = JSON.parse(readFileSync(BUDGET, 'utf8'));
  console.log(table(files));

  if (process.env.UPDATE_SIZES) {
    writeFileSync(BUDGET, `${JSON.stringify({ ...budget, brotli: reached(files) }, null, 2)}\n`);
    console.log(`Written to ${BUDGET}.`);
    return;
  }
  const { tooLarge, looser } = check(files, budget);
  for (const line of looser) console.log(`smaller than agreed: ${line}`);
  if (looser.length) console.log(`Tighten the ratchet with: ${UPDATE}`);
  for (const line of tooLarge) console.error(`too large: ${line}`);
  if (tooLarge.length) {
    console.error(`Make it smaller; where the growth is worth it, agree to it with: ${UPDATE}`);
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
