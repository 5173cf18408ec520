// <rheum-score> within pages that are not ours: several on one page, moved and
// taken away, hostile styles, strict policies, narrow columns, the keyboard.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { INSTRUMENTS, cases } from './visit.mjs';
import { answer, get, heard, hostTest, put, result, set } from './hosts/harness.mjs';

hostTest('several elements share one program, and nothing else', async (page, { forms }) => {
  const one = await put(page, { id: 'one' }, { answers: { rash: 'present' } });
  const other = await put(page, { id: 'other', instrument: 'eustar-2017' });
  await answer(one, 'fever', 'Present').click();
  await answer(other, 'digital_ulcers', 'Present').click();
  assert.deepEqual(await get(one, 'answers'), { rash: 'present', fever: 'present' });
  assert.deepEqual(await get(other, 'answers'), { digital_ulcers: 'present' });
  const same = await put(page, { id: 'same' });
  await answer(same, 'rash', 'Absent').click();
  assert.equal((await get(one, 'answers')).rash, 'present');
  // One question of each has the focus of its own tree.
  await same.locator('#item-psychosis input').first().focus();
  await page.keyboard.press('a');
  assert.deepEqual(await get(same, 'answers'), { psychosis: 'absent', rash: 'absent' });
  assert.deepEqual([await get(one, 'answers'), forms.served.filter((name) => name.endsWith('.wasm')).length], [
    { rash: 'present', fever: 'present' },
    1,
  ]);
});

hostTest('the program is fetched with the first element, and not before', async (page, { forms }) => {
  await page.waitForFunction(() => customElements.get('rheum-score'));
  assert.deepEqual(forms.served, ['rheum-score.js']);
  await put(page);
  assert.deepEqual(forms.served.map((name) => name.replace(/-[0-9a-f]{16}/, '')).toSorted(), [
    'rheum-score.js',
    'rheum-score.js',
    'rheum-score.wasm',
  ]);
});

hostTest('a moved element goes on as it was', async (page) => {
  const element = await put(page);
  await element.locator('#item-upcr').fill('0.8');
  await page.evaluate(() => document.body.append(document.querySelector('rheum-score')));
  assert.equal(await element.locator('#item-upcr').inputValue(), '0.8');
  await answer(element, 'rash', 'Present').click();
  assert.deepEqual((await result(element)).errors?.map(({ code }) => code), ['missing_unit']);
  assert.equal((await heard(page, 'ready')).length, 1);
});

hostTest('an element that was taken away comes back with what was entered and what was given since', async (page) => {
  const element = await put(page, {}, { answers: { rash: 'present' } });
  await answer(element, 'fever', 'Present').click();
  await page.evaluate(() => {
    globalThis.kept = document.querySelector('rheum-score');
    globalThis.kept.remove();
  });
  assert.equal(await page.evaluate(() => customElements.get('rheum-score').shown), 0);
  assert.deepEqual(await page.evaluate(() => globalThis.kept.answers), { rash: 'present', fever: 'present' });
  await page.evaluate(() => document.body.append(globalThis.kept));
  await element.locator('.rs-form').waitFor();
  assert.deepEqual(await get(element, 'answers'), { rash: 'present', fever: 'present' });
  await page.evaluate(() => {
    globalThis.kept.remove();
    globalThis.kept.answers = { rash: 'absent' };
    document.body.append(globalThis.kept);
  });
  assert.equal(await answer(element, 'rash', 'Absent').locator('input').isChecked(), true);
  assert.equal((await result(element)).min, 0);
});

hostTest('an element in another document goes on there', async (page) => {
  await put(page, {}, { answers: { rash: 'present' } });
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentDocument.body.append(document.querySelector('rheum-score'));
  });
  const element = page.frameLocator('iframe').locator('rheum-score');
  await element.locator('.rs-form').waitFor();
  await answer(element, 'fever', 'Present').click();
  assert.deepEqual(await get(element, 'answers'), { rash: 'present', fever: 'present' });
});

hostTest('elements that are gone are let go of', async (page) => {
  await put(page, { id: 'first' });
  const shown = () => page.evaluate(() => customElements.get('rheum-score').shown);
  for (let round = 0; round < 3; round += 1) {
    await put(page, { id: `round-${round}` }, { answers: { rash: 'present' } });
    assert.equal(await shown(), 2);
    await page.evaluate((id) => {
      const element = document.getElementById(id);
      globalThis.gone ??= [];
      globalThis.gone.push(new WeakRef(element), new WeakRef(element.shadowRoot.querySelector('.rs-form')));
      element.remove();
    }, `round-${round}`);
    assert.equal(await shown(), 1);
  }
  // Weak references are let go of between turns; a leak never is.
  await page.waitForFunction(() => {
    globalThis.gc();
    return globalThis.gone.every((weak) => weak.deref() === undefined);
  });
});

hostTest('a program that cannot be loaded is told, and tried again', async (page, { forms }) => {
  forms.broken = (name) => name.endsWith('.wasm');
  await page.evaluate(() => {
    document.querySelector('#place').innerHTML = '<rheum-score id="score" instrument="sledai-2k"></rheum-score>';
  });
  const element = page.locator('#score');
  await element.getByRole('alert').waitFor();
  assert.deepEqual((await heard(page, 'error'))[0].errors.map(({ code }) => code), ['not_loaded']);
  assert.equal(await result(element), null);
  forms.broken = () => false;
  await set(element, { answers: { rash: 'present' } });
  await element.getByRole('button', { name: 'Try again' }).click();
  await element.locator('.rs-form').waitFor();
  assert.deepEqual(await get(element, 'answers'), { rash: 'present' });
}, { expected: [/404/] });

hostTest('a program of a server that knows no wasm starts all the same', async (page, { forms }) => {
  const types = forms.types;
  forms.types = { ...types, '.wasm': 'application/octet-stream' };
  await put(page);
  forms.types = types;
}, { expected: [/compileStreaming|instantiateStreaming/] });

const STRICT = [
  "default-src 'none'; script-src 'self' {forms} 'wasm-unsafe-eval'; style-src 'self'; connect-src {forms}; img-src data:",
  "require-trusted-types-for 'script'; trusted-types 'none'",
].join('; ');

hostTest('a strict policy of the page is kept', async (page) => {
  // What the tests do themselves is no markup either.
  const element = await put(page, { 'change-log': '' }, { answers: { upcr: { value: 0.8, unit: 'g/g' } } });
  await answer(element, 'rash', 'Present').click();
  await element.locator('#item-upcr').fill('0.9');
  await element.getByLabel(/Reason for the change/).fill('typing error');
  await element.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
  await element.getByText('SLEDAI-2K:').first().waitFor();
  assert.equal(await element.locator('.rs-card').evaluate((card) => getComputedStyle(card).display), 'flex', 'its style sheet is taken');
}, { policy: STRICT });

for (const instrument of INSTRUMENTS) {
  hostTest(`a worked case of ${instrument}, entered by hand, comes to its result`, async (page) => {
    const complete = cases(instrument).filter(({ request, expect }) => request?.current && expect.status === 'complete');
    // Where something is measured, with a value that has a unit or a limit.
    const { request, expect } = complete.find(({ request }) => isMeasured(request)) ?? complete[0];
    const { options = {}, previous = null, baseline = null, current } = request;
    const element = await put(page, { instrument, options: JSON.stringify(options) }, { previous, baseline });
    await enter(element, current);
    const now = await result(element);
    for (const field of ['rule_set', 'status', 'score', 'min', 'max', 'verdict', 'category', 'clinical']) {
      if (field in expect) assert.deepEqual(now[field], expect[field], field);
    }
    for (const [id, part] of Object.entries(expect.parts ?? {})) {
      const found = now.parts.find((one) => one.id === id);
      assert.deepEqual(Object.fromEntries(Object.keys(part).map((key) => [key, found[key]])), part, id);
    }
    const [last] = (await heard(page, 'change')).slice(-1);
    assert.deepEqual([last.state, last.result], ['final', now]);
  });
}

/** Whether a case has a plain value with its unit or limit. */
function isMeasured({ current }) {
  return Object.values(current).some((answer) => typeof answer === 'object' && answer !== null && !('comparator' in answer) && !('from' in answer));
}

/** Enters answers as a person would, one by one. */
async function enter(element, answers) {
  const codes = { true: ['present', 'true'], false: ['absent', 'false'] };
  for (const [item, given] of Object.entries(answers)) {
    const field = element.locator(`#item-${item}`);
    if (given === null || (await field.count()) === 0) continue;
    const kind = await field.evaluate(({ localName, type }) => (localName === 'fieldset' ? 'question' : type));
    if (kind === 'checkbox') await field.setChecked(given);
    else if (kind === 'question') {
      const chosen = (codes[given] ?? [given]).map((code) => `:has(input[value="${code}"])`);
      await field.locator(`label:is(${chosen})`).click();
    }
    else await type(element, item, typeof given === 'object' ? given : { value: given });
  }
}

async function type(element, item, { value, unit, drug, ...limit }) {
  await element.locator(`#item-${item}`).fill(String(value));
  for (const [part, chosen] of Object.entries({ unit, drug })) {
    const input = element.locator(`#item-${item}-${part}`);
    if (chosen !== undefined && (await input.count()) > 0) await input.selectOption(chosen);
  }
  for (const text of Object.values(limit)) await element.locator(`#item-${item}-limit`).fill(String(text));
  // A value is meant when its field is left.
  await element.locator(`#item-${item}`).press('Tab');
}

hostTest('the keyboard is enough', async (page) => {
  const element = await put(page, { instrument: 'eustar-2017' });
  await page.getByLabel('Subject').focus();
  await page.keyboard.press('Control+Enter');
  await element.locator('#item-skin_worsening input:checked').focus();
  const focused = () => element.evaluate(({ shadowRoot }) => shadowRoot.activeElement.closest('[data-item]')?.dataset.item);
  const start = await focused();
  await page.keyboard.press('p');
  assert.notEqual(await focused(), start, 'on to the next item');
  await element.locator('#item-digital_ulcers input:checked').focus();
  await page.keyboard.press('a');
  await element.locator('#item-tendon_friction_rubs input:checked').focus();
  await page.keyboard.press('n');
  await element.locator('#item-tendon_friction_rubs input:checked').focus();
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await focused(), 'tendon_friction_rubs');
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(), 'tendon_friction_rubs');
  await page.keyboard.press('o');
  assert.deepEqual(await get(element, 'answers'), { skin_worsening: 'present', digital_ulcers: 'absent', tendon_friction_rubs: 'other_cause' });
  await page.keyboard.press('Control+Enter');
  assert.ok(['mrss', 'crp', 'dlco_percent'].includes(await focused()), 'to an item that waits');
});

hostTest('hostile styles of the page do not come in', async (page) => {
  const element = await put(page, {}, { answers: { rash: 'present' } });
  const looks = (selector, ...names) =>
    element.locator(selector).first().evaluate((found, names) => names.map((name) => getComputedStyle(found)[name]), names);
  assert.deepEqual(await looks('.rs-embed', 'direction', 'letterSpacing', 'textTransform', 'fontStyle', 'textIndent', 'whiteSpace', 'textAlign'), [
    'ltr',
    'normal',
    'none',
    'normal',
    '0px',
    'normal',
    'start',
  ]);
  assert.equal(await element.locator('.rs-embed').evaluate((it) => getComputedStyle(it).color), 'rgb(22, 33, 43)');
  assert.equal(await element.locator('#item-upcr').evaluate((it) => getComputedStyle(it).borderTopColor), 'rgb(125, 138, 149)');
  const size = await element.locator('.rs-embed').evaluate((it) => parseFloat(getComputedStyle(it).fontSize));
  assert.ok(size >= 14, `${size}px`);
  const { width, height } = await element.locator('.rs-card').boundingBox();
  assert.ok(width > 200 && height > 50);
}, { at: 'hostile.html', colorScheme: 'light' });

hostTest('what a page may style, it styles', async (page) => {
  const element = await put(page, { theme: 'dark' });
  await page.addStyleTag({ content: 'rheum-score { --rheumscore-accent: rgb(1, 2, 3); --rheumscore-font: monospace } rheum-score::part(score) { color: rgb(4, 5, 6) }' });
  assert.equal(await element.locator('.rs-card__headline').evaluate((it) => getComputedStyle(it).color), 'rgb(4, 5, 6)');
  assert.equal(await element.locator('.rs-card summary').first().evaluate((it) => getComputedStyle(it).color), 'rgb(1, 2, 3)');
  assert.equal(await element.locator('.rs-embed').evaluate((it) => getComputedStyle(it).fontFamily), 'monospace');
  const ground = () => element.locator('.rs-card').evaluate((it) => getComputedStyle(it).backgroundColor);
  assert.equal(await ground(), 'rgb(23, 29, 34)');
  await set(element, { theme: 'light' });
  assert.equal(await ground(), 'rgb(255, 255, 255)');
  await set(element, { theme: 'auto' });
  assert.equal(await ground(), 'rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal(await ground(), 'rgb(23, 29, 34)');
  const parts = await element.evaluate(({ shadowRoot }) => [...new Set([...shadowRoot.querySelectorAll('[part]')].map((it) => it.getAttribute('part')))].toSorted());
  assert.deepEqual(parts, ['answer', 'field', 'legend', 'result', 'score']);
}, { colorScheme: 'light' });

hostTest('a column of 320 pixels is room enough, in a window that is wide', async (page) => {
  await page.evaluate(() => {
    document.querySelector('#place').style.width = '320px';
  });
  for (const instrument of ['sledai-2k', 'acr-eular-myositis-2016']) {
    const element = await put(page, { id: instrument, instrument }, { answers: { upcr: { value: 0.8, unit: 'g/g' } } });
    await element.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
    const beyond = await element.evaluate(({ shadowRoot }) => {
      const { left, right } = shadowRoot.host.getBoundingClientRect();
      return [...shadowRoot.querySelectorAll('*')]
        .filter((it) => it.checkVisibility() && !it.closest('.rs-hidden, .rs-bar__entries, .rs-aside__name'))
        .filter((it) => it.getBoundingClientRect().right > right + 0.5 || it.getBoundingClientRect().left < left - 0.5)
        .map((it) => `${it.localName}.${it.className}`);
    });
    assert.deepEqual(beyond, []);
  }
}, { viewport: { width: 1280, height: 800 } });

hostTest('the answers of a finding stand in rows of the same length, however wide the column is', async (page) => {
  const element = await put(page, { instrument: 'eustar-2017' });
  const rows = () =>
    element.locator('#item-digital_ulcers .rs-answers').evaluate((answers) => {
      const tops = [...answers.children].map((it) => it.getBoundingClientRect().top);
      return [...new Set(tops)].map((top) => tops.filter((it) => it === top).length);
    });
  for (const [width, expected] of [[320, [2, 2]], [480, [2, 2]], [600, [4]], [900, [4]]]) {
    await page.evaluate((width) => (document.querySelector('#place').style.width = `${width}px`), width);
    assert.deepEqual(await rows(), expected, `${width} pixels`);
  }
}, { viewport: { width: 1280, height: 800 }, hasTouch: true, isMobile: true });

hostTest('its foot says how it stands while the result is further down, and never beside it', async (page) => {
  const element = await put(page, {}, { answers: { rash: 'present' } });
  const bar = element.locator('.rs-bar');
  const card = element.locator('.rs-card');
  await bar.waitFor();
  const { bottom, height } = await element.evaluate(({ shadowRoot }) => ({
    bottom: shadowRoot.querySelector('.rs-bar').getBoundingClientRect().bottom,
    height: shadowRoot.host.offsetHeight,
  }));
  assert.equal(bottom, 700);
  assert.match(await bar.innerText(), /SLEDAI-2K\s+At least 2 so far/);
  // What the keyboard comes to is not covered by it.
  const field = element.locator('#item-c3');
  await field.focus();
  assert.ok(await bar.isVisible());
  const [below, above] = [await field.boundingBox(), await bar.boundingBox()];
  assert.ok(below.y + below.height <= above.y, 'not covered');
  await element.evaluate(() => scrollTo(0, 0));
  await bar.getByRole('button').click();
  await bar.waitFor({ state: 'hidden' });
  assert.ok(await card.isVisible());
  assert.equal(await element.evaluate((it) => it.offsetHeight), height, 'nothing moves');
  await page.evaluate(() => {
    document.body.style.paddingBlockEnd = '2000px';
    scrollTo(0, 1e6);
  });
  assert.ok(await bar.isHidden(), 'what lies above the window is not announced at its foot');
}, { viewport: { width: 360, height: 700 } });

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const colorScheme of ['light', 'dark']) {
  hostTest(`axe finds no barrier within it, ${colorScheme}`, async (page) => {
    const element = await put(page, { 'change-log': '' }, { answers: { rash: 'present', upcr: { value: 0.8, unit: 'g/g' } }, previous: { upcr: { value: 0.2, unit: 'g/g' } } });
    await page.evaluate((colorScheme) => {
      if (colorScheme === 'dark') document.body.style.background = '#0f1418';
    }, colorScheme);
    const check = async (state) => {
      await page.evaluate(`${axeSource}; undefined`);
      const { violations } = await page.evaluate(() => globalThis.axe.run('#score', { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }));
      assert.deepEqual(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary}`)), [], state);
    };
    await check('at first');
    await answer(element, 'rash', 'Absent').click();
    await element.locator('#item-platelets').fill('90');
    await element.locator('details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
    await check('with everything open');
    await set(element, { readonly: true });
    await check('read only');
  }, { colorScheme });
}
