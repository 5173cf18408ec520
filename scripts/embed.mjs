// Builds <rheum-score> into the folder that Trunk has filled: rheum-score.js,
// which other people's pages load, and what that fetches, named by what is in it.
//
//   node scripts/embed.mjs <compiled> [folder]    dist/ unless given
//
// scripts/lib.sh has compiled the program, and calls this.

import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync, transformSync } from 'esbuild';
import { makeSmaller } from './smaller.mjs';

/** The component styles, in the order of index.html; what is the page's alone is left out. */
const STYLES = ['tokens', 'base', 'field', 'result', 'chart'];

/** The tokens that a page may set, each as --rheumscore-<name>. */
const OFFERED = ['accent', 'accent-ground', 'on-accent', 'raised', 'sunken', 'text', 'quiet', 'line', 'edge', 'focus', 'font', 'radius', 'round', 'size'];

const [compiled, folder = 'dist'] = process.argv.slice(2);
build(compiled, folder);

function build(compiled, folder) {
  const work = mkdtempSync(join(tmpdir(), 'rheum-score-'));
  try {
    const options = ['--target', 'web', '--no-typescript', '--out-dir', work, '--out-name', 'score'];
    execFileSync('wasm-bindgen', [compiled, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });
    removeEarlier(folder);
    const small = join(work, 'score.wasm');
    makeSmaller(join(work, 'score_bg.wasm'), small);
    const wasm = addHashed(folder, '.wasm', readFileSync(small));
    const script = addHashed(folder, '.js', program(work));
    const names = { SCRIPT: JSON.stringify(script), WASM: JSON.stringify(wasm) };
    writeFileSync(join(folder, 'rheum-score.js'), bundled('embed/rheum-score.js', names));
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The script that wasm-bindgen has written, with the style sheet as a text: one file less to fetch. */
function program(work) {
  const source = readFileSync(join(work, 'score.js'), 'utf8');
  const style = `export const STYLE = ${JSON.stringify(styleSheet())};\n`;
  return transformSync(source + style, { format: 'esm', minify: true }).code;
}

function bundled(entry, define) {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    define,
    format: 'esm',
    minify: true,
    write: false,
  });
  return outputFiles[0].text;
}

/** One sheet for shadow roots of the style sheets of the page. */
function styleSheet() {
  const sheets = STYLES.map((name) => readFileSync(`style/${name}.css`, 'utf8'));
  const css = [...sheets, readFileSync('embed/rheum-score.css', 'utf8')].join('\n');
  const { code } = transformSync(forShadow(css), { loader: 'css', minify: true });
  // What is left of it would follow the page around the element.
  const left = /[\d.]rem\b|(?:^|[},])(?:html|body|:root)\b/.exec(code);
  if (left) throw new Error(`the style sheet of the element still holds ${left[0]}`);
  return code.trim();
}

function forShadow(css) {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    // A size of the page is none of the element's.
    .replace(/(\d*\.?\d+)rem\b/g, (_, number) => `${Number(number) * 16}px`)
    .replace(/(?<=^|\n)html \{[^}]*\}/g, '')
    .replace(/(?<=^|\n)body \{[^}]*\}/g, '')
    .replace(/(?<=^|\n)body,\n:host \{[^}]*\}/g, '')
    .replaceAll(/:root,\s*:host \{/g, ':host {')
    // Room is that of the element, and not that of the window.
    .replace(
      /@media \(pointer: fine\) and \(min-width: 768px\) \{\s*:host \{/,
      '@media (pointer: fine) { @container rheum-score (min-width: 560px) { .rs-embed {',
    )
    .replace(/(--rs-segment: 24px;\s*\}\s*)\}/, '$1}}')
    .replace(/@media \(prefers-color-scheme: dark\) \{\s*:host \{([^}]*)\}\s*\}/, themes)
    .replace(/--rs-([a-z-]+): ([^;]+);/g, (rule, name, value) =>
      OFFERED.includes(name) ? `--rs-${name}: var(--rheumscore-${name}, ${value});` : rule,
    );
}

/** The dark colours: where the person prefers them, unless the page says which to take. */
function themes(_, colours) {
  return `@media (prefers-color-scheme: dark) { :host(:not([theme="light"])) {${colours}} }
    :host([theme="dark"]) {${colours}}`;
}

/** What an earlier build has left, where Trunk has not emptied the folder. */
function removeEarlier(folder) {
  const names = readdirSync(folder).filter((name) => /^rheum-score(-[0-9a-f]{16})?\.(js|wasm)$/.test(name));
  for (const name of names) rmSync(join(folder, name));
}

function addHashed(folder, extension, content) {
  const name = `rheum-score-${createHash('sha256').update(content).digest('hex').slice(0, 16)}${extension}`;
  writeFileSync(join(folder, name), content);
  return name;
}
