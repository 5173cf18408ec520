// The files for hosts say what the table says.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostFiles, stale } from '../../scripts/hosting.mjs';
import { headersOf, META_POLICY } from '../../scripts/policy.mjs';

/** One file of each kind, beside what the folder holds by itself. */
const NAMES = [
  'app-0123456789abcdef.js',
  'embed-origins.json',
  'embed.html',
  'index.html',
  'manifest.webmanifest',
  'rheum-score-0123456789abcdef.wasm',
  'rheum-score-frame.d.ts',
  'rheum-score-frame.js',
  'rheum-score.js',
  'sw.js',
];

const text = (name) => new Map(hostFiles(NAMES)).get(name);

test('hosting/ is written from the table: UPDATE_GOLDEN=1 node scripts/hosting.mjs', () => {
  assert.deepEqual(stale(), []);
});

/** The headers that a host which reads `_headers` sends with a path: of every block that matches. */
function fromHeadersFile(path) {
  const sent = {};
  let applies = false;
  let headers = [];
  for (const line of text('_headers').split('\n')) {
    if (line.startsWith('/')) {
      // Paths that follow each other without headers would be one block.
      if (headers.length > 0) applies = false;
      headers = [];
      const pattern = line.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*');
      applies = new RegExp(`^${pattern}$`).test(path);
    } else if (line.startsWith('  ')) {
      const [, name, value] = /^ {2}([^:]+): (.*)$/.exec(line);
      headers.push(name);
      if (!applies) continue;
      assert.ok(!(name in sent), `${name} of ${path} stands twice, and hosts differ in what they make of that`);
      sent[name] = value;
    }
  }
  return sent;
}

test('Netlify and Cloudflare Pages send each file with the headers of the table, each once', () => {
  for (const name of ['', ...NAMES]) {
    const { 'Cache-Control': cache, ...expected } = headersOf(name);
    const { 'Cache-Control': sent = 'no-cache', ...others } = fromHeadersFile(`/${name}`);
    assert.deepEqual(others, expected, name);
    assert.equal(sent, cache, name);
  }
});

/** The headers that IIS sends with a file: of the folder, changed by what is said of that file. */
function fromWebConfig(name) {
  const [folder, ...locations] = text('web.config').split('<location ');
  const of = locations.find((location) => location.startsWith(`path="${name}"`)) ?? '';
  const sent = new Map();
  for (const [, what, header, value] of `${folder}${of}`.matchAll(/<(add|remove) name="([^"]+)"(?: value="([^"]*)")?/g)) {
    if (what === 'remove') sent.delete(header);
    else {
      assert.ok(!sent.has(header), `IIS refuses ${header} of ${name}, which stands twice`);
      sent.set(header, value);
    }
  }
  return Object.fromEntries(sent);
}

test('IIS sends each file with the headers of the table', () => {
  for (const name of NAMES) {
    const sent = fromWebConfig(name);
    for (const [header, value] of Object.entries(headersOf(name))) assert.equal(sent[header], value, `${header} of ${name}`);
  }
  assert.equal(fromWebConfig('index.html')['Access-Control-Allow-Origin'], undefined);
});

test('the policy beside a page is the one inside it, and who may frame it', () => {
  assert.equal(headersOf('')['Content-Security-Policy'], `${META_POLICY}; frame-ancestors 'none'`);
  assert.equal(headersOf('embed.html')['Content-Security-Policy'], `${META_POLICY}; frame-ancestors *`);
});

test('a name is taken for one that never changes only if a hash is in it', () => {
  const forever = NAMES.filter((name) => /immutable/.test(headersOf(name)['Cache-Control']));
  assert.deepEqual(forever, ['app-0123456789abcdef.js', 'rheum-score-0123456789abcdef.wasm']);
});
