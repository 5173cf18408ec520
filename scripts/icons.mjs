// Draws the icons of an installed page from shell/icon.svg, into offline/icons/.
//
//   node scripts/icons.mjs
//
// The same drawing and Chromium give the same bytes.

import { readFileSync, writeFileSync } from 'node:fs';
import oxipng from '@wasm-codecs/oxipng';
import { chromium } from 'playwright-core';
import { executable, flags } from '../tests/browser/chromium.mjs';

const DRAWING = readFileSync('shell/icon.svg', 'utf8');

/** As the drawing is, with its round corners. */
const asItIs = DRAWING;

/** Filled to the edges, where a system cuts a shape of its own: the signs keep within the middle of it. */
const filled = DRAWING.replace('rx="7" ', '').replace(
  /(<path[^]*)<\/svg>/,
  '<g transform="translate(16 16) scale(.78) translate(-16 -16)">$1</g></svg>',
);

/** Each is offline/icons/<name>.png. iOS rounds the corners of what it is given. */
const ICONS = [
  { name: '180', size: 180, drawing: filled },
  { name: '192', size: 192, drawing: asItIs },
  { name: '512', size: 512, drawing: asItIs },
  { name: 'maskable-192', size: 192, drawing: filled },
  { name: 'maskable-512', size: 512, drawing: filled },
];

const browser = await chromium.launch({ executablePath: executable, args: flags });
try {
  for (const { name, size, drawing } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(drawing.replace('<svg', `<svg width="${size}" height="${size}"`));
    await page.addStyleTag({ content: 'body { margin: 0; background: none } svg { display: block }' });
    const picture = oxipng(await page.screenshot({ omitBackground: true }), { level: 6 });
    writeFileSync(`offline/icons/${name}.png`, picture);
    console.log(`offline/icons/${name}.png: ${picture.length} bytes`);
  }
} finally {
  await browser.close();
}
