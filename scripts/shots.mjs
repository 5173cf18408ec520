// Takes the pictures of the README from the release build in dist/.
//
//   node scripts/shots.mjs [name]...    all of them, or those named
//
// The same build, Chromium and fonts give the same bytes.

import { existsSync, writeFileSync } from 'node:fs';
import oxipng from '@wasm-codecs/oxipng';
import { chromium } from 'playwright-core';
import { executable, flags } from '../tests/browser/chromium.mjs';
import { serve } from './server.mjs';

/**
 * Each is docs/<name>.png. `steps` are done one after the other in the page at
 * `path`, each a verb of STEPS with what it takes.
 */
const SHOTS = [
  {
    name: 'visit',
    path: '/#/example/lupus',
    width: 1280,
    height: 860,
    colours: 'light',
    steps: [
      ['click', '.rs-said .rs-message button'],
      ['click', '.rs-visits li:nth-child(3) button'],
      ['shows', '[data-instrument=sledai-2k]', /6 to 8, 1 item open/],
    ],
  },
  {
    name: 'course',
    path: '/#/example/lupus',
    width: 860,
    height: 860,
    colours: 'light',
    steps: [
      ['click', '.rs-said .rs-message button'],
      ['click', 'a[href="#/course"]'],
      ['shows', 'section[aria-labelledby=course-doris-2021]', /Month 6/],
    ],
  },
  {
    name: 'phone',
    path: '/#/example/lupus',
    width: 360,
    height: 720,
    colours: 'dark',
    steps: [
      ['click', '.rs-said .rs-message button'],
      ['click', '.rs-visits li:nth-child(3) button'],
      ['shows', '.rs-bar', /DORIS/],
      ['scroll', '#item-low_complement', 60],
    ],
  },
];

/** What a step does with the page. */
const STEPS = {
  click: (page, selector) => page.locator(selector).click(),
  fill: (page, selector, text) => page.locator(selector).fill(text),
  select: (page, selector, value) => page.locator(selector).selectOption(value),
  /** Opens disclosures. */
  disclose: (page, selector) =>
    page.locator(selector).evaluateAll((all) => all.forEach((details) => (details.open = true))),
  /** Scrolls until the element is so many pixels below the upper edge. */
  scroll: (page, selector, below) =>
    page
      .locator(selector)
      .evaluate((element, below) => scrollBy(0, element.getBoundingClientRect().top - below), below),
  /** Fails unless the text is there that the picture is taken for. */
  shows: (page, selector, pattern) => page.locator(selector).filter({ hasText: pattern }).waitFor(),
};

/** The day on which all pictures are taken. */
const NOW = '2026-01-15T10:00:00Z';

async function take(browser, origin, { path, width, height, colours, steps }) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1,
    colorScheme: colours,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.clock.setFixedTime(NOW);
    await page.goto(origin + path);
    await page.waitForFunction(() => !document.getElementById('shell') && !document.querySelector('[aria-busy]'));
    for (const [verb, ...what] of steps) await STEPS[verb](page, ...what);
    await page.evaluate(() => document.activeElement.blur());
    await page.mouse.move(0, 0);
    return await page.screenshot({ animations: 'disabled' });
  } finally {
    await context.close();
  }
}

/** As many colours as a picture keeps: those of the page, and enough for the edges of letters. */
const COLOURS = 64;

/** The same picture in half the bytes: its rarer colours become the nearest of the frequent ones. */
async function reduce(browser, picture) {
  const page = await browser.newPage();
  try {
    const reduced = await page.evaluate(paintWithFewer, [picture.toString('base64'), COLOURS]);
    return oxipng(Buffer.from(reduced, 'base64'), { level: 6 });
  } finally {
    await page.close();
  }
}

/** Runs in a page, for its decoder and its canvas. */
async function paintWithFewer([base64, most]) {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const painted = context.getImageData(0, 0, image.width, image.height);
  const pixels = new Uint32Array(painted.data.buffer);

  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const kept = [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one)).slice(0, most);
  const channels = (pixel) => [0, 8, 16].map((bits) => (pixel >> bits) & 255);
  const distance = (one, other) => one.reduce((sum, channel, index) => sum + (channel - other[index]) ** 2, 0);
  const nearest = (pixel) => {
    const distances = kept.map((candidate) => distance(channels(pixel), channels(candidate)));
    return kept[distances.indexOf(Math.min(...distances))];
  };
  const replaced = new Map([...counts.keys()].map((pixel) => [pixel, nearest(pixel)]));

  for (const [index, pixel] of pixels.entries()) pixels[index] = replaced.get(pixel);
  context.putImageData(painted, 0, 0);
  return canvas.toDataURL('image/png').split(',')[1];
}

async function main(names) {
  const unknown = names.filter((name) => !SHOTS.some((shot) => shot.name === name));
  if (unknown.length) throw new Error(`no such picture: ${unknown.join(', ')}`);
  if (!existsSync('dist/index.html')) throw new Error('dist/ is missing: ./scripts/test build makes it');
  const site = await serve('dist');
  const browser = await chromium.launch({ executablePath: executable, args: flags });
  try {
    for (const shot of SHOTS) {
      if (names.length && !names.includes(shot.name)) continue;
      const picture = await reduce(browser, await take(browser, site.origin, shot));
      writeFileSync(`docs/${shot.name}.png`, picture);
      console.log(`docs/${shot.name}.png: ${shot.width} × ${shot.height}, ${picture.length} bytes`);
    }
  } finally {
    await browser.close();
    site.close();
  }
}

await main(process.argv.slice(2));
