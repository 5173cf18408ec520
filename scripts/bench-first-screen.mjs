// How long a first visit takes until something can be done: nothing in the
// browser's cache, a slow network and a slow computer. What is served is
// compressed, as a real host does it.
//
//   node scripts/bench-first-screen.mjs [runs]
//
// Medians, in milliseconds from the start of the navigation:
//
// - "the first page": a disease can be pressed, and the press is answered,
// - "the form after it": the form of that disease is there,
// - "a form by its address": an answer can be given, and the score shows it.

import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { executable, flags } from '../tests/browser/chromium.mjs';
import { serve } from './server.mjs';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const SLOW = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8, offline: false };
const SLOWER = 4;

/** Runs in the page: looks each time something is painted, and notes when it was. */
function look() {
  const notes = (globalThis.notes = {});
  const note = (name) => (notes[name] ??= performance.now());
  const steps = location.hash
    ? [
        () => {
          const present = [...document.querySelectorAll('form fieldset label')].find((it) => it.innerText.trim() === 'Present');
          present?.click();
          return present;
        },
        () => /At least/.test(document.querySelector('[data-instrument]')?.innerText) && note('a form by its address'),
      ]
    : [
        () => {
          const disease = document.querySelector('.rs-begin__disease');
          disease?.click();
          return disease;
        },
        () => location.hash && note('the first page'),
        () => document.querySelector('form [data-item]') && note('the form after it'),
      ];
  const painted = () => {
    if (steps[0]()) steps.shift();
    notes.done = steps.length === 0;
    if (!notes.done) requestAnimationFrame(painted);
  };
  requestAnimationFrame(painted);
}

async function visit(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(look);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.notes.done, undefined, { timeout: 60_000 });
  const { done, ...notes } = await page.evaluate(() => globalThis.notes);
  await context.close();
  return notes;
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const runs = Number(process.argv[2] ?? 7);
const site = await serve(DIST, 0, { compressed: true });
const browser = await chromium.launch({ executablePath: executable, args: flags });
const found = {};
for (let run = 0; run < runs; run += 1) {
  for (const address of ['/', '/#/sledai-2k']) {
    for (const [name, time] of Object.entries(await visit(browser, site.origin + address))) {
      (found[name] ??= []).push(time);
    }
  }
}
await browser.close();
site.close();
for (const [name, times] of Object.entries(found)) {
  console.log(`${name.padEnd(24)}${String(Math.round(median(times))).padStart(6)} ms   (${times.map(Math.round).join(', ')})`);
}
