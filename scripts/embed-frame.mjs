// Builds the frame for other people's pages into the folder that Trunk has
// filled: embed.html with its hashed script and style, the script for the page
// around it with its types, and the file that says who may show the frame.
//
//   node scripts/embed-frame.mjs [folder]    dist/ unless given

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { META_POLICY } from './policy.mjs';

const SOURCES = fileURLToPath(new URL('../embed/', import.meta.url));

/** What embed-origins.json says until a site replaces it. */
const ANYBODY = '{"origins": "any"}\n';

const POLICY = `<meta http-equiv="Content-Security-Policy" content="${META_POLICY}">`;

export function buildFrame(folder) {
  const style = addHashed(folder, 'embed', '.css', bundled('frame.css'));
  const script = addHashed(folder, 'embed', '.js', bundled('frame.js'));
  const page = readFileSync(join(SOURCES, 'embed.html'), 'utf8')
    .replaceAll(/\s*<!--.*?-->/gs, '')
    .replace('./frame.css', `./${style}`)
    .replace('./frame.js', `./${script}`)
    .replace('./icon.svg', iconOf(folder))
    .replace(/<meta charset[^>]*>/, (charset) => `${charset}\n    ${POLICY}`);
  writeFileSync(join(folder, 'embed.html'), page);
  writeFileSync(join(folder, 'rheum-score-frame.js'), bundled('rheum-score-frame.js'));
  writeFileSync(join(folder, 'rheum-score-frame.d.ts'), readFileSync(join(SOURCES, 'rheum-score-frame.d.ts')));
  writeFileSync(join(folder, 'embed-origins.json'), ANYBODY);
}

/** The icon of the workspace, by its hashed name. */
function iconOf(folder) {
  const found = /href="(\.\/icon-[^"]+)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8'));
  if (!found) throw new Error('index.html names no icon: the frame is built after a release build');
  return found[1];
}

/** One small file of a source and of all that it imports, but for the element, which stays where it is. */
function bundled(source) {
  const { outputFiles } = buildSync({
    entryPoints: [join(SOURCES, source)],
    bundle: true,
    external: ['./rheum-score.js'],
    format: 'esm',
    minify: true,
    write: false,
  });
  return outputFiles[0].text;
}

function addHashed(folder, stem, extension, content) {
  const name = `${stem}-${createHash('sha256').update(content).digest('hex').slice(0, 16)}${extension}`;
  writeFileSync(join(folder, name), content);
  return name;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildFrame(process.argv[2] ?? 'dist');
