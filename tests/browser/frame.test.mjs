// The frame in somebody else's page: what goes in and out of it, how high it
// is, and whom it refuses.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { HOSTILE } from '../embed/hostile.mjs';
import { until } from './engines/processes.mjs';
import { axe } from './harness.mjs';
import { framePolicy, hostTest, page as pageOf } from './hosts.mjs';

const INSTRUMENT = 'eustar-2017';

/** Answers that leave only the digital ulcers open. */
const KNOWN = {
  skin_worsening: 'absent',
  mrss: 3,
  tendon_friction_rubs: 'present',
  crp: { value: 5, unit: 'mg/L' },
  dlco_percent: 80,
};

/** A page around a frame. It keeps what comes back, and puts the result into a form of its own. */
function around({ forms, host }, options = {}, { fragment = `instrument=${INSTRUMENT}` } = {}) {
  host.policy = framePolicy(forms);
  host.pages.set(
    '/',
    pageOf(`
      <h1>Visit 3</h1>
      <iframe title="The score" src="${forms}/embed.html#${fragment}" width="600"></iframe>
      <form method="post" action="/sent"><input name="status" aria-label="Status"><input name="result" aria-label="Result"><button>Send</button></form>
      <script type="module" src="/page.js"></script>`),
  );
  host.pages.set(
    '/page.js',
    `import { rheumScoreFrame } from '${forms}/rheum-score-frame.js';
    const iframe = document.querySelector('iframe');
    window.heard = [];
    window.raw = [];
    addEventListener('message', ({ data, origin }) => raw.push({ data, origin }));
    for (const type of ['ready', 'change', 'result', 'error'])
      iframe.addEventListener('rheumscore:' + type, ({ detail }) => heard.push({ type, ...detail }));
    window.frame = rheumScoreFrame(iframe, {
      ...${JSON.stringify(options)},
      onresult({ result }) {
        document.querySelector('[name=status]').value = result.status;
        document.querySelector('[name=result]').value = JSON.stringify(result);
      },
    });`,
  );
}

const inside = (page) => page.frameLocator('iframe');
const frameOf = (page, forms) => page.frames().find((frame) => frame.url().startsWith(`${forms}/embed.html`));
const choose = (page, item, name) => inside(page).locator(`#item-${item}`).getByRole('radio', { name: name, exact: true }).check();
const heard = (page, type) => page.evaluate((type) => (window.heard ?? []).filter((one) => one.type === type), type);
const notice = (page) => inside(page).locator('#notice:not([hidden])');

/** Waits until the page has heard this, and gives the last of its kind. */
const hears = (page, type, test = () => true) =>
  until(`the page hears ${type}`, async () => (await heard(page, type)).findLast(test));

/** Says something to the frame, as a script of the page could. */
const post = (page, data, forms) =>
  page.evaluate(([data, forms]) => document.querySelector('iframe').contentWindow.postMessage(data, forms), [data, forms]);

hostTest('a result arrives in a field of the page, and is submitted with it', async (site) => {
  const { page, forms, host, requests } = site;
  around(site, { instrument: INSTRUMENT, answers: KNOWN, options: { mrss_rule: 'binary' }, lockOptions: true });
  await page.goto(`${host.origin}/`);
  const { instrument, version } = await hears(page, 'ready');
  assert.equal(instrument, INSTRUMENT);
  assert.match(version.definitions, /^[0-9a-f]{16}$/);
  assert.equal((await hears(page, 'result')).result.status, 'partial', 'of what was given');
  assert.deepEqual(await heard(page, 'change'), [], 'what the page gives is no change');

  await choose(page, 'digital_ulcers', 'Absent');
  const { state, answers, options, locked, changes } = await hears(page, 'change');
  assert.deepEqual([state, answers.digital_ulcers, options.mrss_rule, locked, changes], ['final', 'absent', 'binary', true, undefined]);
  await page.waitForFunction(() => document.querySelector('[name=status]').value === 'complete');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL('**/sent');
  const [[[, status], [, sent]]] = host.posted;
  const result = JSON.parse(sent);
  assert.deepEqual([status, result.score, result.verdict], ['complete', 2.25, 'not_met']);
  assert.deepEqual([result.instrument, result.options, result.definitions], [INSTRUMENT, { mrss_rule: 'binary' }, version.definitions]);
  const asked = requests.filter(({ by }) => by === forms);
  assert.ok(asked.length > 3);
  assert.ok(asked.every(({ to }) => to === forms), 'the frame asks nobody else');
});

hostTest('a draft is told apart from what is final, and only that gives a result', async (site) => {
  const { page, host } = site;
  around(site);
  await page.goto(`${host.origin}/`);
  await hears(page, 'ready');
  const before = (await heard(page, 'result')).length;
  await inside(page).locator('#item-mrss').pressSequentially('12');
  await hears(page, 'change', ({ answers }) => answers.mrss === 12);
  assert.deepEqual(new Set((await heard(page, 'change')).map(({ state }) => state)), new Set(['draft']));
  assert.equal((await heard(page, 'result')).length, before);
  await inside(page).locator('#item-mrss').blur();
  await hears(page, 'change', ({ state }) => state === 'final');
  await page.waitForFunction((before) => window.heard.filter(({ type }) => type === 'result').length === before + 1, before);
});

hostTest('the frame is as high as what is in it', async (site) => {
  const { page, host, forms } = site;
  around(site, { answers: KNOWN });
  await page.goto(`${host.origin}/`);
  await hears(page, 'ready');
  const fits = () =>
    page.waitForFunction(() => {
      const resize = window.raw.findLast(({ data }) => data.type === 'resize');
      return resize && document.querySelector('iframe').clientHeight === resize.data.height;
    });
  const scrolls = () => frameOf(page, forms).evaluate(() => document.documentElement.scrollHeight > innerHeight);
  const height = () => page.evaluate(() => document.querySelector('iframe').clientHeight);
  await fits();
  await page.waitForFunction(() => document.querySelector('iframe').clientHeight > 150);
  assert.equal(await scrolls(), false);
  const wide = await height();
  await page.evaluate(() => (document.querySelector('iframe').width = 300));
  await page.waitForFunction((wide) => document.querySelector('iframe').clientHeight !== wide, wide);
  await fits();
  assert.equal(await scrolls(), false);
  await page.evaluate(() => (document.querySelector('iframe').width = 600));
  await page.waitForFunction((wide) => document.querySelector('iframe').clientHeight === wide, wide);
});

hostTest('the result stands in the frame once: as high as its content, it needs no foot', async (site) => {
  const { page, host, forms } = site;
  around(site, { answers: KNOWN }, { fragment: 'instrument=sledai-2k' });
  await page.goto(`${host.origin}/`);
  await hears(page, 'ready');
  const foot = inside(page).locator('.rs-bar');
  await page.waitForFunction(() => {
    const resize = window.raw.findLast(({ data }) => data.type === 'resize');
    return resize?.data.height > 1000 && document.querySelector('iframe').clientHeight === resize.data.height;
  });
  await foot.waitFor({ state: 'hidden' });
  assert.equal(await foot.count(), 1);
  // A page that gives it less room has a frame that scrolls, and there the foot helps.
  await frameOf(page, forms).evaluate(() => scrollTo(0, 0));
  await page.evaluate(() => (document.querySelector('iframe').style.height = '300px'));
  await foot.waitFor();
});

hostTest('the page shows around the form, in the light and in the dark', async (site) => {
  const { page, host, forms } = site;
  around(site);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${host.origin}/`);
  await hears(page, 'ready');
  assert.equal(await frameOf(page, forms).evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgba(0, 0, 0, 0)');
});

hostTest('the page gives answers, takes them back, and ends it', async (site) => {
  const { page, host } = site;
  around(site, { answers: KNOWN });
  await page.goto(`${host.origin}/`);
  await hears(page, 'ready');
  const shows = (item, name) => inside(page).locator(`#item-${item} label:has(:checked)`, { hasText: name }).waitFor();
  await shows('tendon_friction_rubs', 'Present');
  await page.evaluate(() => window.frame.answers({ tendon_friction_rubs: 'absent', digital_ulcers: 'present' }));
  await shows('tendon_friction_rubs', 'Absent');
  await hears(page, 'result', ({ result }) => result.parts.some(({ id, points }) => id === 'digital_ulcers' && points === 1.5));
  await choose(page, 'digital_ulcers', 'Absent');
  await hears(page, 'change');
  await page.evaluate(() => window.frame.reset());
  await shows('digital_ulcers', 'Present');
  assert.equal((await heard(page, 'change')).length, 1, 'neither is a change');
  const before = await page.evaluate(() => window.heard.length);
  await page.evaluate(() => window.frame.close());
  await choose(page, 'digital_ulcers', 'Absent');
  await page.waitForFunction(() => window.raw.findLast(({ data }) => data.type === 'result'));
  assert.equal(await page.evaluate(() => window.heard.length), before);
});

hostTest('what cannot be read is answered with what is wrong, and the form stays', async (site) => {
  const { page, host, forms } = site;
  around(site, { answers: KNOWN });
  await page.goto(`${host.origin}/`);
  await hears(page, 'ready');
  await page.evaluate(() => window.frame.answers({ crp: 5, tendon_friction_rub: 'present' }));
  const wrong = await hears(page, 'error');
  assert.deepEqual(wrong.errors.map(({ code }) => code).sort(), ['missing_unit', 'unknown_item']);
  await inside(page).locator('#item-tendon_friction_rubs label:has(:checked)', { hasText: 'Present' }).waitFor();
  await post(page, { rheumscore: 1, type: 'init', theme: 'pink' }, forms);
  assert.deepEqual((await hears(page, 'error', ({ errors }) => errors[0].path === '/theme')).errors[0].code, 'unknown_value');
});

hostTest('an instrument that there is not is told to the page, and shown', async (site) => {
  const { page, host } = site;
  around(site, { instrument: 'no-such-thing' });
  await page.goto(`${host.origin}/`);
  const { errors } = await hears(page, 'error');
  assert.equal(errors[0].code, 'unknown_instrument');
  await inside(page).getByText(errors[0].message).first().waitFor();
  await axe(page, 'an unknown instrument');
});

hostTest('a frame that is moved goes on where it was', async (site) => {
  const { page, host } = site;
  around(site, { answers: KNOWN, changeLog: true });
  await page.goto(`${host.origin}/`);
  await hears(page, 'ready');
  await choose(page, 'digital_ulcers', 'Present');
  await hears(page, 'change');
  await page.evaluate(() => document.querySelector('main').append(document.querySelector('iframe')));
  await page.waitForFunction(() => window.heard.filter(({ type }) => type === 'ready').length === 2);
  await inside(page).locator('#item-digital_ulcers label:has(:checked)', { hasText: 'Present' }).waitFor();
  await choose(page, 'digital_ulcers', 'Absent');
  const { changes } = await hears(page, 'change', ({ answers }) => answers.digital_ulcers === 'absent');
  assert.deepEqual(
    changes.map(({ item, old, new: now }) => [item, old, now]),
    [['digital_ulcers', null, 'present'], ['digital_ulcers', 'present', 'absent']],
  );
});

hostTest('a frame that is moved keeps its rule set, and forgets the log with the answers it was about', async (site) => {
  const { page, host } = site;
  around(site, { changeLog: true, answers: { mrss: 14 } });
  await page.goto(`${host.origin}/`);
  await hears(page, 'result');
  await choose(page, 'digital_ulcers', 'Present');
  await inside(page).locator('summary', { hasText: 'Rule set' }).click();
  await inside(page).locator('#option-eustar-2017-mrss_rule').selectOption('binary');
  await hears(page, 'result', ({ result }) => result.options.mrss_rule === 'binary');
  await page.evaluate(() => {
    window.heard.length = 0;
    document.body.append(document.querySelector('iframe'));
  });
  assert.deepEqual((await hears(page, 'result')).result.options, { mrss_rule: 'binary' });
  await page.evaluate(() => window.frame.answers({ mrss: 20 }));
  await hears(page, 'result', ({ result }) => result.missing.includes('digital_ulcers'));
  await choose(page, 'tendon_friction_rubs', 'Present');
  const { changes } = await hears(page, 'change');
  assert.deepEqual(changes.map(({ item }) => item), ['tendon_friction_rubs']);
});

hostTest('what cannot be read is answered by no result of what stood there before', async (site) => {
  const { page, host } = site;
  around(site, { answers: KNOWN });
  await page.goto(`${host.origin}/`);
  await hears(page, 'result');
  await page.evaluate(() => {
    window.heard.length = 0;
    window.frame.answers({ mrss: 'many' });
    window.frame.answers({ mrss: 3 });
  });
  await hears(page, 'result');
  assert.deepEqual(await page.evaluate(() => window.heard.map(({ type }) => type)), ['error', 'result']);
});

hostTest('what the page gives before the frame is there is what it begins with', async (site) => {
  const { page, host, forms } = site;
  around(site, { answers: KNOWN });
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(`${forms}/embed.html`, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${host.origin}/`, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.frame);
  await page.evaluate(() => window.frame.answers({ digital_ulcers: 'present' }));
  release();
  await hears(page, 'ready');
  await inside(page).locator('#item-digital_ulcers label:has(:checked)', { hasText: 'Present' }).waitFor();
});

hostTest('an iframe with data-rheumscore needs no line of script', async ({ page, host, forms }) => {
  host.policy = framePolicy(forms);
  host.pages.set(
    '/',
    pageOf(`
      <iframe data-rheumscore='{"options": {"bands": "bsr"}, "theme": "dark"}' title="The score" src="${forms}/embed.html#instrument=sledai-2k"></iframe>
      <script type="module" src="/page.js"></script>
      <script type="module" src="${forms}/rheum-score-frame.js"></script>`),
  );
  host.pages.set(
    '/page.js',
    `window.heard = [];
    document.addEventListener('rheumscore:result', ({ target, detail }) => heard.push({ type: 'result', by: target.title, ...detail }));`,
  );
  await page.goto(`${host.origin}/`);
  const { by, result } = await hears(page, 'result');
  assert.deepEqual([by, result.instrument, result.options.bands], ['The score', 'sledai-2k', 'bsr']);
  assert.equal(await frameOf(page, forms).evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
});

hostTest('an iframe that is set up wrongly keeps no other from beginning', async ({ page, host, forms }) => {
  const iframe = (title, data) =>
    `<iframe data-rheumscore='${data}' title="${title}" src="${forms}/embed.html#instrument=sledai-2k"></iframe>`;
  host.pages.set(
    '/',
    pageOf(`${iframe('wrong', '{"options": ')}${iframe('right', '{"options": {"bands": "bsr"}}')}
      <script type="module" src="/page.js"></script>
      <script type="module" src="${forms}/rheum-score-frame.js"></script>`),
  );
  host.pages.set(
    '/page.js',
    `window.heard = [];
    addEventListener('error', (event) => { event.preventDefault(); heard.push({ type: 'said', name: event.error.name }); });
    document.addEventListener('rheumscore:result', ({ target, detail }) => heard.push({ type: 'result', by: target.title, ...detail }));`,
  );
  await page.goto(`${host.origin}/`);
  assert.equal((await hears(page, 'said')).name, 'SyntaxError');
  const { by, result } = await hears(page, 'result');
  assert.deepEqual([by, result.options.bands], ['right', 'bsr']);
});

hostTest('a frame whose page says nothing shows what its address says', async ({ page, host, forms }) => {
  host.pages.set('/', pageOf(`<iframe title="The score" src="${forms}/embed.html#instrument=${INSTRUMENT}&theme=light"></iframe>`));
  await page.goto(`${host.origin}/`);
  await choose(page, 'digital_ulcers', 'Absent');
  assert.equal(await notice(page).count(), 0);
});

for (const [fragment, pattern] of [
  ['instrument=eustar-2017&rash=present', /rash[^]*instrument, locale, theme/],
  ['instrument=%22%3E%3Cimg%20src%3Dx%20onerror%3Dhacked%3D1%3E', /named by its id/],
  ['theme=pink', /auto, light, dark/],
]) {
  hostTest(`an address that is not understood is told: ${fragment}`, async ({ page, host, forms }) => {
    host.pages.set('/', pageOf(`<iframe title="The score" src="${forms}/embed.html#${fragment}"></iframe>`));
    await page.goto(`${host.origin}/`);
    assert.match(await notice(page).innerText(), pattern);
    assert.equal(await inside(page).locator('rheum-score, img').count(), 0);
    await axe(page, 'an address that is not understood');
  });
}

hostTest('opened by itself, the page says how to embed it', async ({ page, forms }) => {
  await page.goto(`${forms}/embed.html#instrument=sledai-2k`);
  const shown = await page.locator('#notice').innerText();
  assert.match(shown, /made to stand inside another page/);
  assert.ok(shown.includes(`${forms}/rheum-score-frame.js`));
  await axe(page, 'by itself');
});

hostTest(
  'without its program the frame says so, in the frame and to the page',
  async (site) => {
    const { page, host } = site;
    await page.route('**/rheum-score.js', (route) => route.abort());
    around(site);
    await page.goto(`${host.origin}/`);
    assert.match(await notice(page).innerText(), /could not be loaded/);
    assert.equal((await hears(page, 'error')).errors[0].code, 'not_loaded');
    await axe(page, 'not loaded');
  },
  { expected: [/net::ERR_FAILED/, /Failed to fetch dynamically imported module/] },
);

hostTest('while the form is on its way, the frame says so', async (site) => {
  const { page, host } = site;
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/rheum-score.js', async (route) => {
    await held;
    await route.continue();
  });
  around(site, { answers: KNOWN });
  await page.goto(`${host.origin}/`);
  await inside(page).getByRole('status').filter({ hasText: 'Loading the form' }).waitFor();
  await axe(page, 'loading');
  await page.evaluate(() => window.frame.answers({ digital_ulcers: 'present' }));
  release();
  await hears(page, 'ready');
  await inside(page).locator('#item-digital_ulcers label:has(:checked)', { hasText: 'Present' }).waitFor();
});

hostTest('a file is saved only where the page allows it', async (site) => {
  const { page, host, forms } = site;
  around(site, { answers: KNOWN, allowDownloads: false });
  await page.goto(`${host.origin}/`);
  await hears(page, 'ready');
  const button = inside(page).getByRole('button', { name: 'Save the result as a file' });
  assert.equal(await button.isVisible(), false);
  await post(page, { rheumscore: 1, type: 'init', instrument: INSTRUMENT, answers: KNOWN, allowDownloads: true }, forms);
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  assert.match(download.suggestedFilename(), /^rheumscore-eustar-2017-\d{4}-\d\d-\d\d\.json$/);
  const { result, answers, ...rest } = JSON.parse(await readFile(await download.path(), 'utf8'));
  assert.deepEqual([result.status, answers.mrss, rest], ['partial', 3, {}]);
});

hostTest('nothing is stored, whatever is entered', async (site) => {
  const { page, host, forms, context } = site;
  around(site, { answers: KNOWN, changeLog: true });
  await page.goto(`${host.origin}/`);
  await hears(page, 'ready');
  await choose(page, 'digital_ulcers', 'Absent');
  await hears(page, 'change');
  const kept = await frameOf(page, forms).evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookie: document.cookie,
    name: window.name,
  }));
  assert.deepEqual(kept, { local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookie: '', name: '' });
  assert.deepEqual(await context.storageState(), { cookies: [], origins: [] });
});

hostTest('each hostile message leaves the form as it is', async (site) => {
  const { page, host, forms } = site;
  around(site, { answers: KNOWN });
  host.pages.set('/hostile.js', await readFile(new URL('../embed/hostile.mjs', import.meta.url), 'utf8'));
  await page.goto(`${host.origin}/`);
  await hears(page, 'ready');
  await page.evaluate(async (forms) => {
    const { HOSTILE } = await import('/hostile.js');
    const { contentWindow } = document.querySelector('iframe');
    for (const { make } of HOSTILE) contentWindow.postMessage(make(), forms);
  }, forms);
  await page.waitForFunction((count) => window.heard.filter(({ type }) => type === 'error').length === count, HOSTILE.length);
  const codes = (await heard(page, 'error')).map(({ errors }) => errors.map(({ code }) => code));
  for (const [at, { name, code }] of HOSTILE.entries()) assert.ok(codes[at].includes(code), `${name}: ${codes[at]}`);
  await inside(page).locator('#item-tendon_friction_rubs label:has(:checked)', { hasText: 'Present' }).waitFor();
  const frame = frameOf(page, forms);
  assert.deepEqual(await frame.evaluate(() => [window.hacked, {}.hacked]), [undefined, undefined]);
  assert.equal(await notice(page).count(), 0);
  await choose(page, 'digital_ulcers', 'Absent');
  await hears(page, 'change');
});

// Whom the frame refuses.

const INIT = { rheumscore: 1, type: 'init', instrument: INSTRUMENT, answers: KNOWN };

/** A page that says something to the frame of another page, and keeps what it hears. */
const talker = (frame, message, forms) =>
  `window.heard = [];
  addEventListener('message', ({ data }) => heard.push(data));
  ${frame}.postMessage(${JSON.stringify(message)}, '${forms}');
  document.title = 'said';`;

hostTest('a second page beside the frame is refused, and told nothing', async (site) => {
  const { page, host, stranger, forms } = site;
  around(site, { answers: KNOWN });
  await page.goto(`${host.origin}/`);
  await hears(page, 'ready');
  stranger.pages.set('/', pageOf('<script src="/talk.js"></script>'));
  stranger.pages.set(
    '/talk.js',
    `parent.postMessage({ rheumscore: 1, type: 'result', result: { status: 'forged' } }, '*');
    ${talker('parent.frames[0]', { ...INIT, answers: { tendon_friction_rubs: 'absent' } }, forms)}`,
  );
  host.policy = framePolicy(`${forms} ${stranger.origin}`);
  await page.reload();
  await hears(page, 'ready');
  await page.evaluate((origin) => {
    const beside = document.createElement('iframe');
    beside.src = origin;
    beside.title = 'beside';
    document.querySelector('main').append(beside);
  }, stranger.origin);
  const words = page.frameLocator('iframe >> nth=0').locator('#notice-words');
  await words.filter({ hasText: `Another page (${stranger.origin})` }).waitFor();
  const frame = page.frameLocator('iframe >> nth=0');
  await frame.locator('#item-tendon_friction_rubs label:has(:checked)', { hasText: 'Present' }).waitFor();
  await frame.locator('#item-digital_ulcers').getByRole('radio', { name: 'Absent', exact: true }).check();
  await hears(page, 'change');
  assert.ok(await page.evaluate(() => window.raw.some(({ data }) => data.result?.status === 'forged')), 'it was said');
  assert.ok((await heard(page, 'result')).every(({ result }) => result.status !== 'forged'), 'and not heard');
  const other = page.frames().find((one) => one.url().startsWith(stranger.origin));
  assert.deepEqual(await other.evaluate(() => window.heard), []);
  await axe(page, 'a stranger refused');
});

hostTest('a window that was opened by the page is refused, whatever comes first', async (site) => {
  const { page, context, host, stranger, forms } = site;
  host.pages.set(
    '/',
    pageOf(`<button>Open</button><iframe title="The score" src="${forms}/embed.html#instrument=${INSTRUMENT}"></iframe><script src="/page.js"></script>`),
  );
  host.pages.set('/page.js', `addEventListener('click', () => open('${stranger.origin}/'));`);
  stranger.pages.set('/', pageOf('<script src="/talk.js"></script>'));
  stranger.pages.set('/talk.js', talker('opener.frames[0]', INIT, forms));
  await page.goto(`${host.origin}/`);
  await inside(page).locator('#item-digital_ulcers').waitFor();
  const [other] = await Promise.all([context.waitForEvent('page'), page.getByRole('button', { name: 'Open' }).click()]);
  assert.match(await notice(page).innerText(), /Another page/);
  assert.equal(await inside(page).locator('#item-tendon_friction_rubs label:has(:checked)', { hasText: 'Present' }).count(), 0);
  assert.deepEqual(await other.evaluate(() => window.heard), []);
});

hostTest('an init of another origin is refused once there is one', async (site) => {
  const { page, host, forms } = site;
  around(site, { answers: KNOWN });
  await page.goto(`${host.origin}/`);
  await hears(page, 'ready');
  // No browser lets the window around a frame change its origin: said by hand.
  const frame = frameOf(page, forms);
  await frame.evaluate(
    (data) => dispatchEvent(new MessageEvent('message', { data, origin: 'https://evil.example', source: parent })),
    { ...INIT, answers: { tendon_friction_rubs: 'absent' } },
  );
  assert.match(await notice(page).innerText(), /Another page \(https:\/\/evil\.example\)/);
  await axe(page, 'a form with a message above it');
  await inside(page).locator('#item-tendon_friction_rubs label:has(:checked)', { hasText: 'Present' }).waitFor();
  await post(page, INIT, forms);
  await page.waitForFunction(() => window.heard.filter(({ type }) => type === 'ready').length === 2);
  assert.equal(await notice(page).count(), 0, 'the page itself may begin anew');
});

/** Serves a page without the header that would refuse a frame before the page itself can. */
async function withoutPolicy(page, url) {
  await page.route(url, async (route) => {
    const response = await route.fetch();
    const { 'content-security-policy': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
}

hostTest('a page without an origin is refused', async ({ page, host, forms }) => {
  const opaque = `<meta charset=utf-8><iframe title=score src='${forms}/embed.html#instrument=${INSTRUMENT}'></iframe>
    <script>
      onmessage = ({ data }) => document.title += JSON.stringify(data);
      document.querySelector('iframe').onload = ({ target }) => target.contentWindow.postMessage(${JSON.stringify(INIT)}, '*');
    </script>`;
  await withoutPolicy(page, `${forms}/embed.html`);
  host.pages.set('/', pageOf(`<iframe title="opaque" src="data:text/html,${encodeURIComponent(opaque)}"></iframe>`));
  await page.goto(`${host.origin}/`);
  const frame = page.frameLocator('iframe').frameLocator('iframe');
  await frame.locator('#notice-words').filter({ hasText: 'has no origin that could be checked' }).waitFor();
  assert.equal(await frame.locator('#item-tendon_friction_rubs label:has(:checked)', { hasText: 'Present' }).count(), 0);
  assert.equal(await page.frames()[1].evaluate(() => document.title), '', 'and hears nothing');
});

for (const [what, cors] of [['its files', false], ['the files of others', true]]) {
  hostTest(
    `in a sandbox without an origin the frame says so, where it can load ${what} only`,
    async (site) => {
      const { page, host, forms } = site;
      // Some hosts let anybody read anything: there, the program starts.
      if (cors) {
        await page.route(`${forms}/**`, async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
        });
      }
      around(site);
      host.pages.set('/', host.pages.get('/').replace('<iframe', '<iframe sandbox="allow-scripts"'));
      await page.goto(`${host.origin}/`);
      const words = cors ? inside(page).locator('#notice-words') : inside(page).locator('#help');
      await words.filter({ hasText: /takes its origin away|origin was taken away/ }).waitFor();
      assert.equal(await inside(page).locator('rheum-score').count(), 0);
      assert.deepEqual(await page.evaluate(() => window.heard), []);
    },
    { expected: [/from origin 'null' has been blocked by CORS/, /net::ERR_FAILED/, /target origin provided/] },
  );
}

/** What the file of origins says, and whether the page around may show the form then. */
const FILES = [
  ['this page', ({ origin }) => ({ body: JSON.stringify({ origins: ['https://trial.example', origin] }) }), true],
  ['other pages only', () => ({ body: '{"origins": ["https://trial.example"]}' }), /may not show this form/],
  ['nobody', () => ({ body: '{"origins": []}' }), /may not show this form/],
  ['something malformed', () => ({ body: '{"origins": "*"}' }), /embed-origins\.json is missing or not as it should be/],
  ['half of it', () => ({ body: '{"origins": ["htt' }), /embed-origins\.json is missing or not as it should be/],
  ['another page, as a captive portal', () => ({ body: '<!doctype html>Log in', contentType: 'text/html' }), /nobody may/],
  ['nothing', () => ({ status: 404, body: '' }), /nobody may/],
];
for (const [what, answer, allowed] of FILES) {
  hostTest(
    `the file of origins names ${what}`,
    async (site) => {
      const { page, host } = site;
      await page.route('**/embed-origins.json', (route) => route.fulfill(answer(host)));
      around(site, { answers: KNOWN });
      await page.goto(`${host.origin}/`);
      if (allowed === true) {
        await hears(page, 'ready');
        await choose(page, 'digital_ulcers', 'Absent');
        await hears(page, 'change');
      } else {
        await inside(page).locator('#notice-words').filter({ hasText: allowed }).waitFor();
        assert.equal(await inside(page).locator('rheum-score').count(), 0);
        assert.deepEqual(await page.evaluate(() => window.raw), [], 'nothing is told');
      }
    },
    { expected: [/status of 404/] },
  );
}

hostTest('what is said before the origins are known waits, and is not lost', async (site) => {
  const { page, host } = site;
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route('**/embed-origins.json', async (route) => {
    await held;
    await route.continue();
  });
  around(site, { answers: KNOWN });
  await page.goto(`${host.origin}/`);
  await page.evaluate(() => window.frame.answers({ digital_ulcers: 'present' }));
  assert.deepEqual(await page.evaluate(() => window.raw), []);
  release();
  await hears(page, 'ready');
  await inside(page).locator('#item-digital_ulcers label:has(:checked)', { hasText: 'Present' }).waitFor();
});

hostTest('the workspace does not run in a frame, and offers a window of its own', async ({ page, context, host, forms }) => {
  host.pages.set('/', pageOf(`<iframe title="framed" src="${forms}/#/sledai-2k"></iframe>`));
  await withoutPolicy(page, `${forms}/`);
  await page.goto(`${host.origin}/`);
  const link = inside(page).getByRole('link', { name: 'Open it in a window of its own' });
  await link.waitFor();
  assert.equal(await inside(page).locator('#app > *').count(), 0, 'the program has not started');
  await axe(page, 'a framed workspace');
  const [own] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await own.locator('form [data-item]').first().waitFor();
  assert.ok(own.url().endsWith('/#/sledai-2k'));
});

hostTest(
  'a host that sends the header shows no workspace in a frame at all',
  async ({ page, host, forms }) => {
    host.pages.set('/', pageOf(`<iframe title="framed" src="${forms}/"></iframe>`));
    await page.goto(`${host.origin}/`);
    assert.equal(await inside(page).locator('#shell').count(), 0);
  },
  { expected: [/frame-ancestors/, /ERR_BLOCKED_BY_RESPONSE/] },
);
