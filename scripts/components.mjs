// What is compiled into the program, as Cargo tells it, and the licences of it.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TARGET = 'wasm32-unknown-unknown';

/** The features whose programs are published in the folder, where the package has them. */
const FEATURES = ['app', 'element'];

/** Files of a crate in which its licences and notices stand. */
const NOTICE = /^(licen[cs]e|copying|notice|unlicense|copyright)/i;

const cargo = (...args) => execFileSync('cargo', args, { encoding: 'utf8', maxBuffer: 1 << 28 });

/**
 * The crates that are compiled in, by name: `name`, `version`, `license`, `authors`,
 * `repository`, `checksum`, `features` (the programs that hold it) and `notices`, the files
 * of its licences as `{ name, text }`. What runs only while compiling is none of them.
 */
export function components() {
  const { packages } = JSON.parse(cargo('metadata', '--locked', '--format-version', '1', '--filter-platform', TARGET));
  const own = packages.find(({ name }) => name === 'rheumscore');
  const checksums = lockedChecksums();
  const found = new Map();
  for (const feature of FEATURES.filter((feature) => feature in own.features)) {
    for (const id of compiledIn(feature)) {
      if (!found.has(id)) found.set(id, []);
      found.get(id).push(feature);
    }
  }
  return [...found.keys()].sort().map((id) => {
    const [name, version] = id.split(' ');
    const { license, authors, repository, manifest_path } = packages.find((it) => it.name === name && it.version === version);
    const notices = noticesIn(dirname(manifest_path));
    return { name, version, license: license?.replaceAll('/', ' OR '), authors, repository, checksum: checksums.get(id), features: found.get(id), notices };
  });
}

/** The program itself: its name and version. */
export function program() {
  const { packages } = JSON.parse(cargo('metadata', '--locked', '--format-version', '1', '--no-deps'));
  const { name, version, license, description } = packages.find(({ name }) => name === 'rheumscore');
  return { name, version, license, description };
}

/** `name version` of each crate that a feature brings into the program. */
function compiledIn(feature) {
  const lines = cargo(
    ...['tree', '--locked', '--target', TARGET, '--edges', 'normal,no-proc-macro', '--no-default-features'],
    ...['--features', feature, '--prefix', 'none', '--format', '{p}'],
  );
  const ids = lines.split('\n').filter(Boolean).map((line) => /^(\S+) v(\S+)/.exec(line).slice(1, 3).join(' '));
  return new Set(ids.filter((id) => !id.startsWith('rheumscore ')));
}

/** The checksums of Cargo.lock, by `name version`. */
function lockedChecksums() {
  const entries = readFileSync('Cargo.lock', 'utf8').matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "(.+)"/g);
  return new Map([...entries].map(([, name, version, checksum]) => [`${name} ${version}`, checksum]));
}

function noticesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && NOTICE.test(entry.name))
    .map(({ name }) => ({ name, text: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim() }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Rust's own library, of which a part is in every program: its version, and the notices that come with it. */
export function standardLibrary() {
  const version = /^release: (.+)$/m.exec(execFileSync('rustc', ['-vV'], { encoding: 'utf8' }))[1];
  const sysroot = execFileSync('rustc', ['--print', 'sysroot'], { encoding: 'utf8' }).trim();
  const page = readFileSync(join(sysroot, 'share/doc/rust/COPYRIGHT-library.html'), 'utf8');
  return { version, license: 'MIT OR Apache-2.0', notice: plain(page) };
}

/** A page as text. */
function plain(page) {
  return page
    .replace(/<head>.*?<\/head>/s, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(code))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
