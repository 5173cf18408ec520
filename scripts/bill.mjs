// The two lists that go with a release: what is compiled into it (a bill of
// materials, CycloneDX 1.5) and under which licences.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Tools that make the release, of which nothing is in it. */
function buildTools() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const npm = ['binaryen', 'esbuild'].map((name) => ({ name, ...packages[`node_modules/${name}`], from: 'npm' }));
  const trunk = /trunk-version = "=(.+)"/.exec(readFileSync('Trunk.toml', 'utf8'))[1];
  const bindgen = /name = "wasm-bindgen"\nversion = "(.+)"/.exec(readFileSync('Cargo.lock', 'utf8'))[1];
  const cargo = [
    { name: 'trunk', version: trunk },
    { name: 'wasm-bindgen-cli', version: bindgen },
  ].map((tool) => ({ ...tool, license: 'MIT OR Apache-2.0', from: 'cargo' }));
  return [...npm, ...cargo];
}

/** The bill of materials, as JSON text. `date` is that of the sources, in milliseconds. */
export function bill(program, components, standardLibrary, date) {
  const purl = (from, { name, version }) => `pkg:${from}/${name}@${version}`;
  const entry = (from, { name, version, license }) => ({
    type: 'library',
    'bom-ref': purl(from, { name, version }),
    name,
    version,
    licenses: [{ expression: license }],
    purl: purl(from, { name, version }),
  });
  const own = entry('cargo', program);
  const compiled = components.map((component) => ({
    ...entry('cargo', component),
    scope: 'required',
    hashes: [{ alg: 'SHA-256', content: component.checksum }],
    ...(component.repository && { externalReferences: [{ type: 'vcs', url: component.repository }] }),
    properties: component.features.map((value) => ({ name: 'rheumscore:program', value })),
  }));
  const rust = { ...entry('generic', { name: 'rust-standard-library', ...standardLibrary }), scope: 'required' };
  // "excluded" is what is used and not delivered.
  const tools = buildTools().map((tool) => ({
    ...entry(tool.from, tool),
    type: 'application',
    scope: 'excluded',
    properties: [{ name: 'rheumscore:used', value: 'to build' }],
  }));
  const body = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      timestamp: new Date(date).toISOString(),
      component: { ...own, type: 'application', description: program.description },
    },
    components: [...compiled, rust, ...tools],
    dependencies: [{ ref: own['bom-ref'], dependsOn: [...compiled, rust].map((component) => component['bom-ref']) }],
  };
  const { bomFormat, specVersion, ...rest } = body;
  const text = JSON.stringify({ bomFormat, specVersion, serialNumber: serialOf(rest), ...rest }, null, 2);
  return `${text}\n`;
}

/** A serial number that is the same for the same content: a UUID of its hash. */
function serialOf(content) {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest();
  hash[6] = (hash[6] & 0x0f) | 0x80;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}

/**
 * The licences of all that is compiled in, in full. Texts that many share stand
 * once; a crate that brings no text stands under the usual one with its authors.
 */
export function licences(program, components, standardLibrary) {
  const texts = new Map();
  for (const component of components) {
    for (const { name, text } of textsOf(component)) {
      if (!texts.has(text)) texts.set(text, []);
      texts.get(text).push(`${component.name} ${component.version}${name ? ` (${name})` : ''}`);
    }
  }
  const rule = '='.repeat(78);
  return [
    `What is compiled into Rheumscore ${program.version}, and its licences`,
    `Rheumscore itself is under ${program.license}.`,
    components.map(({ name, version, license }) => `${name} ${version}: ${license}`).join('\n'),
    `Rust standard library ${standardLibrary.version}: ${standardLibrary.license}`,
    ...[...texts].map(([text, owners]) => `${rule}\n${owners.join('\n')}\n${rule}\n\n${text}`),
    `${rule}\nRust standard library ${standardLibrary.version}\n${rule}\n\n${standardLibrary.notice}`,
  ].join('\n\n').concat('\n');
}

/** The licence texts of a crate: its own, or the MIT licence, where it allows that and brings none. */
export function textsOf({ name, version, license, authors, notices }) {
  if (notices.length > 0) return notices;
  if (!/\bMIT\b/.test(license ?? '')) throw new Error(`${name} ${version} (${license}) brings no text of its licence`);
  const [title] = readFileSync('LICENSE-MIT', 'utf8').split('\n');
  const terms = readFileSync('LICENSE-MIT', 'utf8').trim().replace(/^[^]*?(?=Permission is hereby granted)/, '');
  const holders = authors.length > 0 ? authors.join(', ') : `the authors of ${name}`;
  return [{ name: '', text: `${/^MIT/.test(title) ? title : 'MIT License'}\n\nCopyright (c) ${holders}\n\n${terms}` }];
}
