// Makes a release build final. Trunk calls it after each build; in a
// development build it does nothing. In the folder that Trunk has filled it
//
// 1. joins the style sheets into one small file,
// 2. makes the scripts around the program small,
// 3. takes the program apart, and names its files by what is in them,
// 4. puts the Content-Security-Policy into index.html, and
// 5. refuses what that policy would block.

import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { META_POLICY } from './policy.mjs';
import { anInstrument, firstScreen, measure, table } from './sizes.mjs';
import { splitProgram } from './split.mjs';

if (process.env.TRUNK_PROFILE === 'release') finish(process.env.TRUNK_STAGING_DIR);

function finish(folder) {
  const page = join(folder, 'index.html');
  let html = readFileSync(page, 'utf8').replace(/\s*<!--.*?-->/gs, '');
  html = joinStyles(html, folder);
  html = minifyScripts(html, folder);
  html = placeProgram(html, folder);
  html = addPolicy(html);
  refuseInline(html);
  writeFileSync(page, html);
  console.log(table('first screen', measure(folder, firstScreen(folder))));
  console.log(table('an instrument', measure(folder, anInstrument(folder))));
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

/** Writes the scripts around the program without comments and spaces, under names of what is in them now. */
function minifyScripts(html, folder) {
  return html.replace(/(<script src="\.\/)([^"]+)-[0-9a-f]+\.js/g, (tag, start, stem) => {
    const file = join(folder, tag.slice(start.length));
    const { code } = transformSync(readFileSync(file, 'utf8'), { minify: true });
    rmSync(file);
    const name = hashed(stem, code, '.js');
    writeFileSync(join(folder, name), code);
    return start + name;
  });
}

/**
 * The program in its pieces, in the place of what Trunk has made of it. shell.js
 * finds the pieces that are not for the first page by a meta element each.
 */
function placeProgram(html, folder) {
  const { script, main, pieces } = splitProgram();
  const write = (stem, content, extension) => {
    const name = hashed(stem, content, extension);
    writeFileSync(join(folder, name), content);
    return name;
  };
  let loader = script;
  const parts = pieces.map(({ name, content }) => {
    const placed = write('part', content, '.wasm');
    loader = loader.replaceAll(name, placed);
    return placed;
  });
  const replace = (link, name) => {
    const [all, start, old] = link.exec(html);
    rmSync(join(folder, old));
    html = html.replace(all, start + name);
  };
  replace(/(<link rel="modulepreload" href="\.\/)([^"]+)/, write('app', loader, '.js'));
  replace(/(<link rel="preload" href="\.\/)([^"]+)/, write('app', main, '.wasm'));
  const metas = parts.map((name) => `<meta name="rheumscore-part" content="./${name}">\n`);
  return html.replace('</head>', `${metas.join('')}</head>`);
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
