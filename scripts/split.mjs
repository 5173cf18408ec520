// Splits the program of a release: into what the first page needs, and what is
// loaded behind it (src/app/part.rs draws the border). Trunk knows one WebAssembly
// file and cannot do this; what it has made of the program is replaced.
//
//   cargo's output  -> wasm-split-cli  a main piece, pieces, and a script that loads those
//   the main piece  -> wasm-bindgen    its JavaScript
//   every piece     -> wasm-opt        smaller
//   both scripts    -> esbuild         one

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { makeSmaller } from './smaller.mjs';

/** The output of cargo, with the relocations that scripts/lib.sh asks the linker for. */
const PROGRAM = join(process.env.CARGO_TARGET_DIR ?? 'target', 'wasm32-unknown-unknown/web/app.wasm');

/**
 * The program: the `script`, the `main` piece, and the `pieces` that the script
 * asks for by their names in it.
 */
export function splitProgram() {
  const folder = mkdtempSync(join(tmpdir(), 'rheumscore-'));
  try {
    run('wasm-split-cli', [PROGRAM, folder, '--out-name', 'app']);
    // The other pieces need the table of functions, which wasm-bindgen else keeps to itself.
    const options = ['--target', 'web', '--out-dir', folder, '--no-typescript', '--keep-lld-exports'];
    run('wasm-bindgen', [join(folder, 'app.wasm'), ...options]);
    const pieces = readdirSync(folder).filter((name) => /^(?:split|chunk)_\w+\.wasm$/.test(name));
    return {
      script: bundle(folder),
      main: smaller(folder, 'app_bg.wasm'),
      pieces: pieces.map((name) => ({ name, content: smaller(folder, name) })),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command, args) {
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
}

function smaller(folder, name) {
  const file = join(folder, name);
  makeSmaller(file);
  return readFileSync(file);
}

/** One script of the two, which need each other. */
function bundle(folder) {
  const loader = join(folder, '__wasm_split.js');
  writeFileSync(loader, withoutMediaType(readFileSync(loader, 'utf8')));
  const { outputFiles } = buildSync({
    entryPoints: [join(folder, 'app.js')],
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    write: false,
  });
  return outputFiles[0].text;
}

/**
 * Loads a piece also from a host that sends it under another media type, as
 * wasm-bindgen does with the main one; an error page is no piece.
 */
function withoutMediaType(script) {
  const streaming = 'WebAssembly.instantiateStreaming(src, imports)';
  if (!script.includes(streaming)) throw new Error('the loader of the pieces is written otherwise now');
  return `${script.replaceAll(streaming, 'instantiate(await src, imports)')}
async function instantiate(answer, imports) {
    if (!answer.ok) throw new Error(\`\${answer.url}: \${answer.status}\`);
    return answer.headers.get('Content-Type') === 'application/wasm'
        ? WebAssembly.instantiateStreaming(answer, imports)
        : WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}
`;
}
