// Makes the npm package of what cargo has built: the engine, small; the
// functions around it; types, schemas and descriptions that the command line
// writes from the definitions. scripts/package calls it.

import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { measure, table } from './sizes.mjs';
import { makeSmaller } from './smaller.mjs';

const TARGET = process.env.CARGO_TARGET_DIR ?? 'target';
const OUT = 'target/package/rheumscore';
/** What wasm-bindgen writes, and the tests compare with. */
const BOUND = 'target/package/bound';
const SCHEMAS = ['request', 'visit', 'result'];
const LOCALES = ['en'];

rmSync('target/package', { recursive: true, force: true });
for (const folder of ['schema', ...LOCALES.map((locale) => `data/${locale}`)]) {
  mkdirSync(join(OUT, folder), { recursive: true });
}
engine();
const ids = scorer('instruments').trim().split('\n').map((line) => line.split(' ')[0]);
for (const locale of LOCALES) for (const id of ids) description(locale, id);
functions();
write('index.d.ts', readFileSync('package/index.d.ts', 'utf8') + scorer('types'));
for (const name of SCHEMAS) write(`schema/${name}.schema.json`, scorer('schema', name));
for (const name of ['LICENSE-MIT', 'LICENSE-APACHE']) copyFileSync(name, join(OUT, name));
copyFileSync('package/README.md', join(OUT, 'README.md'));
write('package.json', `${JSON.stringify(manifest(), null, 2)}\n`);
console.log(table('package', measure(OUT, ['index.js', 'rheumscore.js', 'rheumscore.wasm'])));

/** The compiled engine with its bindings. */
function engine() {
  const compiled = join(TARGET, 'wasm32-unknown-unknown/web/rheumscore.wasm');
  const bindings = ['--target', 'web', '--omit-default-module-path', '--out-dir', BOUND, '--out-name', 'engine'];
  run('wasm-bindgen', ...bindings, compiled);
  makeSmaller(join(BOUND, 'engine_bg.wasm'), join(OUT, 'rheumscore.wasm'));
}

/** What is told of an instrument: as JSON, and as the module that describe() imports. */
function description(locale, id) {
  const json = scorer('describe', '--json', id);
  write(`data/${locale}/${id}.json`, json);
  write(`data/${locale}/${id}.js`, `export default ${JSON.stringify(JSON.parse(json))};\n`);
}

/** The functions in one small file, and the two entries, which stay as they are. */
function functions() {
  const sources = join(BOUND, 'package');
  cpSync('package', sources, { recursive: true });
  cpSync('embed', join(BOUND, 'embed'), { recursive: true });
  renameSync(join(BOUND, 'engine.js'), join(sources, 'engine.js'));
  const imports = (locale) => ids.map((id) => `'${id}': () => import('./data/${locale}/${id}.js')`);
  const known = LOCALES.map((locale) => `${locale}: { ${imports(locale).join(', ')} }`);
  writeFileSync(join(sources, 'descriptions.js'), `export const DESCRIPTIONS = { ${known.join(', ')} };\n`);
  buildSync({
    entryPoints: [join(sources, 'rheumscore.js')],
    outfile: join(OUT, 'rheumscore.js'),
    bundle: true,
    external: ['./data/*'],
    format: 'esm',
    minify: true,
    target: 'es2022',
  });
  for (const name of ['index.js', 'node.js']) copyFileSync(join('package', name), join(OUT, name));
}

function manifest() {
  const cargo = readFileSync('Cargo.toml', 'utf8');
  const said = (key) => JSON.parse(new RegExp(`^${key} = (.*)$`, 'm').exec(cargo)[1]);
  return {
    name: said('name'),
    version: said('version'),
    description: said('description'),
    keywords: said('keywords'),
    license: said('license'),
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20' },
    types: './index.d.ts',
    exports: {
      '.': { types: './index.d.ts', node: './node.js', default: './index.js' },
      './rheumscore.wasm': './rheumscore.wasm',
      './data/*': './data/*',
      './schema/*': './schema/*',
      './package.json': './package.json',
    },
  };
}

/** What the command line prints. */
function scorer(...words) {
  return execFileSync(join(TARGET, 'debug/rheumscore'), words, { encoding: 'utf8', maxBuffer: 1 << 26 });
}

function run(command, ...words) {
  execFileSync(command, words, { stdio: 'inherit' });
}

function write(name, text) {
  writeFileSync(join(OUT, name), text);
}
