// The inside of the frame: one form, and the page around it that gives the
// answers and gets the result. Nothing is stored here; the page keeps it.
//
// What is heard, and whom it is from, is decided in door.js and protocol.js.

import { KEYS, readAddress } from './address.js';
import { Door } from './door.js';
import { readOrigins } from './origins.js';
import { SETTINGS, write } from './protocol.js';
import { WORDS } from './words.js';

const byId = (id) => document.getElementById(id);

/** What the page around has asked for, and what it has given. */
let settings = {};
let door;
/** The form that is shown, and whether it has told that it is ready. */
let form;
let ready = false;
/** How often the form has told that something given to it cannot be read. */
let refusals = 0;
/** The height that was told last. */
let height;

// Under Trusted Types this policy, the only one there may be, is asked wherever
// a text would become markup or code. For want of functions it refuses all.
window.trustedTypes?.createPolicy('default', {});

start();

function start() {
  byId('help').remove();
  stayHere();
  const { settings: asked = {}, errors } = readAddress(location.hash);
  look(asked);
  if (window.parent === window) return alone();
  if (self.origin === 'null') return refuse(WORDS.opaqueFrame);
  if (errors) tell(WORDS.address, [...errors, WORDS.addressAllowed(KEYS), example()]);
  say(WORDS.loading);
  const program = import('./rheum-score.js');
  const opened = fetchOrigins();
  // Before anything has been waited for: what is said meanwhile waits in line.
  addEventListener('message', (event) => opened.then((origins) => origins && receive(event, program)));
  // A program that does not come is told of where it is waited for.
  program.catch(() => {});
  return opened.then((origins) => open(origins, asked, program));
}

function open(origins, asked, program) {
  if (!origins) return refuse(WORDS.originsUnread);
  door = new Door(origins);
  settings = asked;
  new ResizeObserver(fit).observe(byId('frame'));
  // Where not everybody may show the form, it waits until it knows who does.
  if (origins === 'any' && asked.instrument) return show(program);
  return say(WORDS.waiting);
}

/** Who may show this frame; nothing where that cannot be read. */
async function fetchOrigins() {
  try {
    const response = await fetch('./embed-origins.json', { cache: 'no-cache', redirect: 'error' });
    return response.ok ? readOrigins(await response.text()) : undefined;
  } catch {
    return undefined;
  }
}

function receive({ source, origin, data }, program) {
  const judged = door.judge({ fromParent: source === window.parent, origin, data });
  if (!judged) return;
  const { refused, errors, message } = judged;
  if (refused) tell(refused, errors?.map(({ path, message }) => `${path || 'message'}: ${message}`));
  else if (errors) answer('error', { errors });
  else act(message, program);
}

function act({ type, rheumscore, ...content }, program) {
  if (type === 'init') return begin(content, program);
  if (type === 'answers') Object.assign(settings, content);
  if (form && type === 'reset') form.reset();
  else if (form) give(form, content);
  return answerResult();
}

/** What the page asks for wins over the address; the rest of the address stays. */
function begin(asked, program) {
  const { settings: before = {} } = readAddress(location.hash);
  settings = { ...before, ...asked };
  height = undefined;
  form = undefined;
  byId('notice').hidden = true;
  look(settings);
  fit();
  if (settings.instrument) return show(program);
  const error = { path: '', code: 'missing_instrument', message: WORDS.noInstrument };
  tell(error.message);
  return answer('error', { errors: [error] });
}

/** Shows the form anew, as it is asked for now. */
async function show(program) {
  say(WORDS.loading);
  ready = false;
  byId('form').replaceChildren();
  byId('save').hidden = true;
  const wanted = settings;
  try {
    await program;
  } catch (error) {
    console.error(error);
    refuse(WORDS.notLoaded);
    return answer('error', { errors: [{ path: '', code: 'not_loaded', message: WORDS.notLoaded }] });
  }
  // While the program was on its way, something else was asked for.
  if (wanted !== settings) return undefined;
  form = made(wanted);
  listen(form);
  // From here on the element says itself how it is getting on.
  say('');
  byId('form').replaceChildren(form);
  return undefined;
}

/** The element of what is asked for. */
function made({ instrument, locale, theme, lockOptions, readonly, changeLog, options, ...visits }) {
  const element = document.createElement('rheum-score');
  const attributes = { instrument, locale, theme, 'lock-options': lockOptions, readonly, 'change-log': changeLog };
  for (const [name, value] of Object.entries(attributes)) {
    if (value) element.setAttribute(name, value === true ? '' : value);
  }
  if (options) element.options = options;
  give(element, visits);
  return element;
}

/** Gives an element the visits that are named; the others stay as they are. */
function give(element, { answers, previous, baseline }) {
  for (const [name, visit] of Object.entries({ baseline, previous, answers })) {
    if (visit !== undefined) element[name] = visit;
  }
}

function listen(element) {
  element.addEventListener('rheumscore:ready', ({ detail: { instrument, version } }) => {
    ready = true;
    offerDownload(instrument);
    answer('ready', { instrument, version });
    answerResult();
  });
  element.addEventListener('rheumscore:change', ({ detail }) => {
    answer('change', detail);
    if (detail.state === 'final') answerResult();
  });
  element.addEventListener('rheumscore:error', ({ detail: { errors } }) => {
    refusals += 1;
    answer('error', { errors });
  });
}

/** What the form comes to. Before it is ready it says nothing, and says it then. */
function answerResult() {
  if (!ready) return;
  const before = refusals;
  const result = form.result();
  // Of what cannot be read there is none, and that of what stood there before is no answer to it.
  if (refusals === before) answer('result', { result });
}

/** To the page around, once it is known, and to nobody else. */
function answer(type, content) {
  if (door.pinned) window.parent.postMessage(write(type, content), door.pinned);
}

/** Tells how high the frame has to be, when that has changed. */
function fit() {
  const needed = Math.ceil(byId('frame').getBoundingClientRect().height);
  if (!door.pinned || needed === height) return;
  height = needed;
  answer('resize', { height });
}

/** A file of what is in the form, only where the page around allows it. */
function offerDownload(instrument) {
  const button = byId('save');
  button.textContent = WORDS.save;
  button.hidden = !settings.allowDownloads;
  button.onclick = () => {
    const { answers, changes } = form;
    const content = { result: form.result(), answers, ...(settings.changeLog ? { changes } : {}) };
    const file = new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: 'application/json' });
    const link = document.createElement('a');
    // Never revoked: Safari reads the address late, and it goes with the frame.
    link.href = URL.createObjectURL(file);
    link.download = `rheumscore-${instrument}-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
  };
}

/** A file that is dropped beside a field would take the place of the frame. */
function stayHere() {
  for (const event of ['dragover', 'drop']) {
    addEventListener(event, (dropped) => {
      if (dropped.dataTransfer?.types.includes('Files')) dropped.preventDefault();
    });
  }
}

function look({ theme = 'auto', locale = 'en' }) {
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = locale;
}

function alone() {
  tell(WORDS.alone, [example()]);
}

/** The lines that put this frame into a page. */
function example() {
  const folder = new URL('.', location.href).href;
  return [
    `<iframe data-rheumscore title="Score" src="${folder}embed.html#instrument=sledai-2k&theme=auto"></iframe>`,
    `<script type="module" src="${folder}rheum-score-frame.js"></script>`,
  ].join('\n');
}

/** The quiet line while something is under way. */
function say(words) {
  byId('status').textContent = words;
}

/** A message that stands above the form, or in its place, and its details. */
function tell(words, details = []) {
  say('');
  byId('notice-words').textContent = words;
  byId('notice-details').replaceChildren(
    ...details.map((detail) => {
      const line = document.createElement(detail.startsWith('<') ? 'pre' : 'p');
      line.textContent = detail;
      return line;
    }),
  );
  byId('notice').hidden = false;
}

/** Ends it: a message and no form. */
function refuse(words) {
  form = undefined;
  byId('form').replaceChildren();
  byId('save').hidden = true;
  tell(words);
}
