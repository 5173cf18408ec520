// The zip of a release: complete, the same each time, and the site in it works
// wherever it is put.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync, inflateRawSync } from 'node:zlib';
import { namesIn } from '../../scripts/ask-host.mjs';
import { components } from '../../scripts/components.mjs';
import { release } from '../../scripts/release.mjs';
import { serve, SUB_PATH } from '../../scripts/server.mjs';
import { pageTest } from '../browser/harness.mjs';
import { enter, headline, patient } from '../browser/visit.mjs';

let zip;
let folder;
let top;

before(() => {
  zip = release();
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  for (const [name, content] of unzip(zip.bytes)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  top = join(folder, zip.name.replace(/\.zip$/, ''));
});

after(() => {
  if (folder) rmSync(folder, { recursive: true });
});

/** What a zip holds, found by the directory at its end. */
function unzip(bytes) {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const [method, packed, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    const [long, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + long);
    at += 46 + long + extra + comment;
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + packed);
    const content = method === 8 ? inflateRawSync(body) : body;
    assert.equal(content.length, size, name);
    return [name, content];
  });
}

const read = (name) => readFileSync(join(top, name), 'utf8');
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

test('made twice, a release is the same byte for byte', () => {
  assert.equal(sha256(release().bytes), sha256(zip.bytes));
});

test('the checksums name every file of the release, and are true', () => {
  const sums = read('SHA256SUMS').trim().split('\n').map((line) => line.split('  '));
  assert.deepEqual(sums.map(([, name]) => name).sort(), namesIn(top).filter((name) => name !== 'SHA256SUMS'));
  for (const [sum, name] of sums) assert.equal(sha256(readFileSync(join(top, name))), sum, name);
});

test('the site is what was built, with the licences beside it', () => {
  const site = namesIn(join(top, 'site')).filter((name) => !/\.(br|gz)$/.test(name));
  assert.deepEqual(site, [...namesIn('dist'), 'THIRD-PARTY-LICENSES.txt'].sort());
  for (const name of namesIn('dist')) assert.deepEqual(readFileSync(join(top, 'site', name)), readFileSync(join('dist', name)), name);
});

test('every file for hosts is in it', () => {
  assert.deepEqual(namesIn(join(top, 'hosting')), namesIn('hosting'));
});

test('a link in its papers leads to a file of the zip', () => {
  const papers = namesIn(top).filter((name) => /^[^/]+\.md$/.test(name));
  const links = papers.flatMap((name) => [...read(name).matchAll(/\]\(((?!https?:|#)[^)#]+)/g)].map(([, to]) => to));
  assert.ok(papers.includes('EMBEDDING.md') && links.includes('CONTRACT.md'), String(links));
  assert.deepEqual(links.filter((to) => !existsSync(join(top, to))), []);
});

test('what is compressed is the file without that ending', () => {
  const site = join(top, 'site');
  const compressed = namesIn(site).filter((name) => /\.(br|gz)$/.test(name));
  assert.ok(compressed.some((name) => name.endsWith('.wasm.br')) && compressed.includes('index.html.gz'), String(compressed));
  for (const name of compressed) {
    const content = readFileSync(join(site, name));
    const plain = name.endsWith('.br') ? brotliDecompressSync(content) : gunzipSync(content);
    assert.deepEqual(plain, readFileSync(join(site, name.replace(/\.(br|gz)$/, ''))), name);
  }
});

test('the licence of all that is compiled in is there in full', () => {
  const licences = read('site/THIRD-PARTY-LICENSES.txt');
  const crates = components();
  assert.ok(crates.some(({ name }) => name === 'leptos') && crates.some(({ name }) => name === 'serde_json'));
  for (const { name, version, license, notices } of crates) {
    assert.ok(license, `${name} names its licence`);
    assert.ok(licences.includes(`\n${name} ${version}: ${license}`), `${name} is listed`);
    const heads = licences.split(`${'='.repeat(78)}\n`).filter((_, at) => at % 2 === 1).join('');
    assert.ok(heads.includes(`${name} ${version}`), `${name} has a text`);
    for (const { text } of notices) assert.ok(licences.includes(text), `the text of ${name}`);
  }
  assert.match(licences, /Copyright notices for The Rust Standard Library/);
});

test('the bill of materials names each crate with its checksum, and the tools as not delivered', () => {
  const { bomFormat, components: listed, dependencies } = JSON.parse(read('SBOM.cdx.json'));
  assert.equal(bomFormat, 'CycloneDX');
  const of = (scope) => listed.filter((component) => component.scope === scope);
  const locked = readFileSync('Cargo.lock', 'utf8');
  for (const { name, version } of components()) {
    const [found] = of('required').filter(({ purl }) => purl === `pkg:cargo/${name}@${version}`);
    assert.ok(found, `${name} is listed`);
    assert.ok(locked.includes(`name = "${name}"\nversion = "${version}"`) && locked.includes(found.hashes[0].content), name);
  }
  assert.deepEqual(of('excluded').map(({ name }) => name).sort(), ['binaryen', 'esbuild', 'trunk', 'wasm-bindgen-cli']);
  assert.equal(dependencies[0].dependsOn.length, of('required').length);
  assert.ok(!of('required').some(({ name }) => name === 'quickcheck'), 'what only tests use is not delivered');
});

const { request } = patient(/^Patient 40 /);

/** Where a site is put: the way to it, and the server that stands there. */
const PLACES = [
  ['at the top of a host that sends the headers', '/', { headers: true }],
  ['at the top of a file server that was told nothing', '/', {}],
  ['in a folder of a file server', SUB_PATH, {}],
  ['as the pages of a project, with a page for what is not there and no headers', '/project/', { only: '/project/', missing: '<!doctype html><title>404</title>' }],
];
for (const [where, path, options] of PLACES) {
  pageTest(
    `unzipped ${where}, the site scores a visit`,
    async ({ page, open, served }) => {
      await open(`${path}#/${request.instrument}`);
      await enter(page, request);
      assert.equal(await headline(page, request.instrument), '6');
      assert.ok(served.every((file) => file.startsWith(path)), String(served));
    },
    { startSite: () => serve(join(top, 'site'), 0, options) },
  );
}
