// Puts a release together from dist/: one zip, whose bytes depend on the commit
// and the tools alone. scripts/release calls it after the build.
//
//   node scripts/release.mjs [folder]    writes rheumscore-<version>.zip, into release/ unless given

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { namesIn } from './ask-host.mjs';
import { bill, licences } from './bill.mjs';
import { components, program, standardLibrary } from './components.mjs';
import { hostFiles } from './hosting.mjs';
import { TYPES } from './policy.mjs';
import { zip } from './zip.mjs';

const DIST = 'dist';
const HOSTING = 'hosting';

/** Beside the site: what is for whoever puts it up, or builds a score into a page of their own. */
const PAPERS = [
  ['README-HOSTING.md', 'docs/hosting.md'],
  ['OFFLINE.md', 'docs/offline.md'],
  ['EMBEDDING.md', 'docs/embedding.md'],
  ['CONTRACT.md', 'docs/contract.md'],
  ['SECURITY.md', 'SECURITY.md'],
  ['CHANGELOG.md', 'CHANGELOG.md'],
  ['LICENSE-MIT', 'LICENSE-MIT'],
  ['LICENSE-APACHE', 'LICENSE-APACHE'],
];

/** Compressed once is worth it from here on, and where a tenth is saved. */
const WORTH = { bytes: 1024, share: 0.9 };

/** The zip of what stands in dist/, and its name. */
export function release() {
  const own = program();
  const [crates, rust] = [components(), standardLibrary()];
  const date = dateOfSources();
  const names = namesIn(DIST);
  const site = names.map((name) => [name, readFileSync(join(DIST, name))]);
  // The licences ask to go along with every copy, also with the published one.
  site.push(['THIRD-PARTY-LICENSES.txt', Buffer.from(licences(own, crates, rust))]);
  const files = [
    ...site.flatMap(withCompressed).map(([name, content]) => [`site/${name}`, content]),
    // Those that name files name the ones of this release.
    ...new Map([...namesIn(HOSTING).map(fromHosting), ...hostFiles(names).map(([name, text]) => [`hosting/${name}`, Buffer.from(text)])]),
    ...PAPERS.map(([name, path]) => [name, Buffer.from(paper(path))]),
    ['SBOM.cdx.json', Buffer.from(bill(own, crates, rust, date))],
  ].sort(([one], [other]) => (one < other ? -1 : 1));
  const sums = files.map(([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`).join('');
  const folder = `${own.name}-${own.version}`;
  const all = [...files, ['SHA256SUMS', Buffer.from(sums)]].map(([name, content]) => [`${folder}/${name}`, content]);
  return { name: `${folder}.zip`, bytes: zip(all, date) };
}

/** A paper, whose links lead to what is in the zip; what is only in the sources is named, and not linked. */
function paper(path) {
  return readFileSync(path, 'utf8').replaceAll(/\[([^\]]+)\]\((?!https?:|#)([^)#]+)(#[^)]*)?\)/g, (_, words, to, place = '') => {
    const target = posix.join(posix.dirname(path), to);
    if (target === HOSTING || target.startsWith(`${HOSTING}/`)) return `[${words}](${target}${place})`;
    const [name] = PAPERS.find(([, source]) => source === target) ?? [];
    return name ? `[${words}](${name}${place})` : words;
  });
}

const fromHosting = (name) => [`hosting/${name}`, readFileSync(join(HOSTING, name))];

/** A file, and beside it what a server may send in its place. */
function withCompressed([name, content]) {
  if (content.length < WORTH.bytes || extname(name) === '.png' || !(extname(name) in TYPES)) return [[name, content]];
  const compressed = [
    [`${name}.br`, brotliCompressSync(content)],
    [`${name}.gz`, gzipSync(content, { level: 9 })],
  ];
  return [[name, content], ...compressed.filter(([, small]) => small.length < content.length * WORTH.share)];
}

/** When the sources were last changed, in milliseconds; outside of a clone, the day that Unix began. */
function dateOfSources() {
  if (process.env.SOURCE_DATE_EPOCH) return Number(process.env.SOURCE_DATE_EPOCH) * 1000;
  try {
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) * 1000;
  } catch {
    return 0;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] ?? 'release';
  const { name, bytes } = release();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
  console.log(`${createHash('sha256').update(bytes).digest('hex')}  ${join(folder, name)} (${Math.ceil(bytes.length / 1024)} kB)`);
}
