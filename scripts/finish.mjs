// Makes a release build final. Trunk calls it after each build; in a
// development build it does nothing. In the folder that Trunk has filled it
//
// 1. joins the style sheets into one small file,
// 2. makes the JavaScript that wasm-bindgen has written small,
// 3. names the program's files by what is in them (Trunk's hash is taken
//    before wasm-bindgen and wasm-opt have run),
// 4. puts the Content-Security-Policy into index.html, and
// 5. refuses what that policy would block.

import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { META_POLICY } from './policy.mjs';
import { firstScreen, measure, table } from './sizes.mjs';

if (process.env.TRUNK_PROFILE === 'release') finish(process.env.TRUNK_STAGING_DIR);

function finish(folder) {
  const page = join(folder, 'index.html');
  let html = readFileSync(page, 'utf8').replace(/\s*<!--.*?-->/gs, '');
  html = joinStyles(html, folder);
  minifyProgram(html, folder);
  html = nameByContent(html, folder);
  html = addPolicy(html);
  refuseInline(html);
  writeFileSync(page, html);
  console.log(table('first screen', measure(folder, firstScreen(folder))));
}

/** One style sheet instead of several, at the place of the first. */
function joinStyles(html, folder) {
  const sheets = [...html.matchAll(/[ \t]*<link rel="stylesheet" href="\.\/([^"]+)"([^>]*)>\n?/g)];
  const css = sheets.map(([, file, attributes]) => {
    const rules = readFileSync(join(folder, file), 'utf8');
    rmSync(join(folder, file));
    const media = /media="([^"]+)"/.exec(attributes)?.[1];
    return media ? `@media ${media} {\n${rules}}\n` : rules;
  });
  const { code } = transformSync(css.join(''), { loader: 'css', minify: true });
  const name = hashed('style', code, '.css');
  writeFileSync(join(folder, name), code);
  const link = `    <link rel="stylesheet" href="./${name}">\n`;
  return html.replaceAll(
    /[ \t]*<link rel="stylesheet"[^>]*>\n?/g,
    (match) => (match === sheets[0][0] ? link : ''),
  );
}

/** Writes the program's JavaScript without comments, spaces and long names. */
function minifyProgram(html, folder) {
  const [, name] = /<link rel="modulepreload" href="\.\/([^"]+)"/.exec(html);
  const file = join(folder, name);
  const { code } = transformSync(readFileSync(file, 'utf8'), { format: 'esm', minify: true });
  writeFileSync(file, code);
}

/** Renames what the preload links name; nothing else refers to those files. */
function nameByContent(html, folder) {
  return html.replace(/(<link rel="(?:module)?preload" href="\.\/)([^"]+)/g, (_, start, file) => {
    const name = hashed('app', readFileSync(join(folder, file)), extname(file));
    renameSync(join(folder, file), join(folder, name));
    return start + name;
  });
}

function addPolicy(html) {
  const charset = /<meta charset="utf-8"[^>]*>/i.exec(html)[0];
  return html.replace(
    charset,
    `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${META_POLICY}">`,
  );
}

function refuseInline(html) {
  const found = html.match(/<script(?![^>]*\ssrc=)[^>]*>|<style\b|<[^>]*\s(?:style|on[a-z]+)=/i);
  if (found) throw new Error(`index.html holds something inline, which the policy blocks: ${found[0]}`);
}

function hashed(stem, content, extension) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return `${stem}-${hash}${extension}`;
}
