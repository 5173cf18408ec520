// docs/embedding.md keeps its word: what can be copied from it is copied into a
// page of somebody else, under the policy that it names, and run.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readOrigins } from '../../embed/origins.js';
import { read } from '../../embed/protocol.js';
import { until } from './engines/processes.mjs';
import { hostTest } from './hosts.mjs';

const PROJECT = new URL('../../', import.meta.url);
const PACKAGE = fileURLToPath(new URL('target/package/rheumscore/', PROJECT));
const DOCUMENT = await readFile(new URL('docs/embedding.md', PROJECT), 'utf8');

/** What can be copied, by its name, and whether a test has. */
const SNIPPETS = new Map([...DOCUMENT.matchAll(/^```(\w+) ([\w-]+)\n(.*?)^```$/gms)].map(([, , name, text]) => [name, text]));
const copied = new Set();

/** What stands under this name, for forms that are published at this origin. */
function snippet(name, forms = 'https://scores.example') {
  assert.ok(SNIPPETS.has(name), `docs/embedding.md has ${name}`);
  copied.add(name);
  return SNIPPETS.get(name).replaceAll('https://scores.example', forms);
}

const policy = (name, forms) => snippet(name, forms).replace(/^Content-Security-Policy: /, '').trim();

/** A page of somebody else, with a script and a style sheet of its own. */
const pageOf = (body, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Somebody else</title>${head}</head><body>${body}<script type="module" src="/page.js"></script></body></html>`;

/** What the page has sent, by name. */
const sent = ({ posted }) => Object.fromEntries(posted.at(-1).map(([name, value]) => [name, JSON.parse(value)]));
const choose = (form, item, name) => form.locator(`#item-${item}`).getByRole('radio', { name, exact: true }).check();

const send = async (page) => {
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.waitForURL('**/visits');
};

hostTest('the element is sent with its form once it is complete, and tells what is entered', async ({ page, forms, host }) => {
  host.policy = policy('csp-element', forms);
  host.pages.set('/', pageOf(snippet('element', forms)));
  host.pages.set('/page.js', snippet('element-script', forms));
  await page.goto(`${host.origin}/`);
  await page.locator('#item-mrss').waitFor();
  assert.equal(await page.locator('#item-mrss').inputValue(), '14');
  for (const item of ['skin_worsening', 'digital_ulcers']) await choose(page, item, 'Absent');
  const draft = () => page.evaluate(() => JSON.parse(sessionStorage.getItem('draft')));
  await until('the draft is kept', async () => (await draft())?.answers.digital_ulcers === 'absent');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  assert.equal(await page.evaluate(() => document.querySelector('form').matches(':invalid')), true, 'it waits');
  assert.equal(host.posted.length, 0);
  await page.locator('#item-dlco_percent').fill('80');
  await page.locator('#item-dlco_percent').blur();
  await page.waitForFunction(() => document.querySelector('rheum-score').result().status === 'complete');
  await send(page);
  const { activity, 'activity.answers': answers, ...rest } = sent(host);
  assert.deepEqual([activity.status, activity.verdict, answers.mrss, rest], ['complete', 'met', 14, {}]);
});

hostTest('the element in trial mode is sent with the log, and nobody changes its rule set', async ({ page, forms, host }) => {
  host.policy = policy('csp-element', forms);
  host.pages.set('/', pageOf(snippet('trial-element', forms)));
  host.pages.set('/page.js', 'document.querySelector("rheum-score").answers = { mrss: 14 };');
  await page.goto(`${host.origin}/`);
  await page.locator('#item-mrss').fill('16');
  await page.locator('#item-mrss').blur();
  await page.waitForFunction(() => document.querySelector('rheum-score').changes.length === 1);
  assert.equal(await page.locator('select[id^="option-"]:enabled').count(), 0);
  await send(page);
  const { activity, 'activity.changes': changes } = sent(host);
  assert.deepEqual([activity.rule_set, activity.options], ['eustar-2017/binary', { mrss_rule: 'binary' }]);
  assert.match(activity.definitions, /^[0-9a-f]{16}$/);
  const [{ time, ...change }] = changes;
  assert.deepEqual(change, { visit: 'current', item: 'mrss', old: 14, new: 16, reason: null });
  assert.ok(Math.abs(Date.now() - Date.parse(time)) < 60_000);
});

hostTest('the frame tells its result by events of the iframe', async ({ page, forms, host }) => {
  host.policy = policy('csp-frame', forms);
  host.pages.set('/', pageOf(snippet('frame', forms)));
  host.pages.set('/page.js', snippet('frame-events', forms));
  await page.goto(`${host.origin}/`);
  await choose(page.frameLocator('iframe'), 'rash', 'Present');
  await page.waitForFunction(() => JSON.parse(document.querySelector('[name=result]').value || '{}').min === 2);
  await send(page);
  const { result } = sent(host);
  assert.deepEqual([result.instrument, result.options.bands, result.status], ['sledai-2k', 'bsr', 'partial']);
});

hostTest('the frame takes what the function gives, and goes back to it', async ({ page, forms, host }) => {
  host.policy = policy('csp-frame', forms);
  const html = snippet('frame', forms).replace(/ data-rheumscore='[^']*'/, '').replace(/<script.*/s, '');
  host.pages.set('/', pageOf(html.replace('</form>', '<button type="reset">Reset</button></form>')));
  host.pages.set('/page.js', snippet('frame-script', forms));
  await page.goto(`${host.origin}/`);
  const frame = page.frameLocator('iframe');
  const rubs = frame.locator('#item-tendon_friction_rubs label:has(:checked)');
  await rubs.filter({ hasText: 'Present' }).waitFor();
  await choose(frame, 'tendon_friction_rubs', 'Absent');
  const met = (verdict) =>
    page.waitForFunction((verdict) => JSON.parse(document.querySelector('[name=result]').value || '{}').verdict === verdict, verdict);
  await met('undetermined');
  await page.getByRole('button', { name: 'Reset' }).click();
  await rubs.filter({ hasText: 'Present' }).waitFor();
  await met('met');
  await send(page);
  assert.equal(sent(host).result.instrument, 'eustar-2017');
});

hostTest('the package scores in a page that serves it, under the policy of that page', async ({ page, host }) => {
  host.policy = policy('csp-package');
  for (const name of await readdir(PACKAGE)) {
    if (/\.(js|wasm)$/.test(name)) host.pages.set(`/rheumscore/${name}`, await readFile(join(PACKAGE, name)));
  }
  const script = snippet('package-page');
  host.pages.set('/', pageOf('<output></output>'));
  host.pages.set('/page.js', script);
  await page.goto(`${host.origin}/`);
  await page.locator('output').filter({ hasText: /^.+$/ }).waitFor();
  assert.equal(await page.locator('output').innerText(), said(script));
});

for (const name of ['package', 'trial-package']) {
  test(`what is copied from ${name} says in Node what stands beside it`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rheumscore-embedding-'));
    try {
      await mkdir(join(folder, 'node_modules'));
      await symlink(PACKAGE, join(folder, 'node_modules', 'rheumscore'));
      await writeFile(join(folder, 'page.mjs'), snippet(name));
      const { stdout } = await promisify(execFile)(process.execPath, ['page.mjs'], { cwd: folder });
      assert.equal(stdout.trim(), said(snippet(name)));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}

/** What a snippet says that it says, in the comment on its last line. */
const said = (script) => /; \/\/ (.*)\n$/.exec(script)[1];

hostTest('the custom properties and parts reach into the element', async ({ page, forms, host }) => {
  host.pages.set('/', pageOf(snippet('element', forms), '<link rel="stylesheet" href="/page.css">'));
  host.pages.set('/page.css', snippet('look'));
  host.pages.set('/page.js', '');
  await page.goto(`${host.origin}/`);
  const styleOf = (selector, property) =>
    page.locator(selector).first().evaluate((element, property) => getComputedStyle(element)[property], property);
  await page.locator('#item-mrss').waitFor();
  assert.match(await styleOf('rheum-score [part~=legend]', 'fontFamily'), /^Georgia/);
  const size = Number.parseFloat(await styleOf('rheum-score [part~=score]', 'fontSize'));
  const spacing = Number.parseFloat(await styleOf('rheum-score [part~=score]', 'letterSpacing'));
  assert.ok(Math.abs(spacing - size * 0.02) < 0.01, `${spacing} of ${size}`);
  assert.equal(await styleOf('rheum-score button', 'color'), 'rgb(91, 63, 140)');
});

test('the list of origins is one, and the first message is understood', () => {
  assert.deepEqual(readOrigins(snippet('embed-origins')), ['https://trial.example', 'https://ward.example:8443']);
  const { message } = read(JSON.parse(snippet('message-init')));
  assert.deepEqual([message.type, message.answers.mrss, message.lockOptions], ['init', 14, true]);
});

test('the custom properties and parts that are told are those that there are', async () => {
  const told = (pattern) => [...new Set([...DOCUMENT.matchAll(pattern)].map(([, name]) => name))].sort();
  const build = await readFile(new URL('scripts/embed.mjs', PROJECT), 'utf8');
  const offered = /OFFERED = \[([^\]]*)\]/.exec(build)[1].match(/[a-z-]+/g);
  assert.deepEqual(told(/`--rheumscore-([a-z-]+)`/g), offered.sort());
  const views = new URL('src/ui/', PROJECT);
  const names = (await readdir(views)).filter((name) => name.endsWith('.rs'));
  const sources = await Promise.all(names.map((name) => readFile(new URL(name, views), 'utf8')));
  const parts = sources.flatMap((source) => [...source.matchAll(/\("part", "([a-z]+)"\)/g)].map(([, name]) => name));
  const [, rows] = /\| part \| is \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(DOCUMENT);
  const listed = rows.split('\n').flatMap((row) => (row.split('|')[1] ?? '').match(/[a-z]+/g) ?? []);
  assert.deepEqual(listed.sort(), [...new Set(parts)].sort());
});

test('each snippet has been copied', () => {
  assert.deepEqual([...SNIPPETS.keys()].filter((name) => !copied.has(name)), []);
});
