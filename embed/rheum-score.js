// <rheum-score>: the form and the result of one instrument, within a page of
// others. This is the one script that such a page loads; the program comes with
// the first element that is shown, and once for all of them.
//
// The page holds the state. What it gives is read at the end of its turn, or as
// soon as it asks for something; what cannot be read is told by
// rheumscore:error and changes nothing. Attributes and properties, methods and
// events stand in this order below.

import { ChangeLog } from './change-log.js';
import { forget, isTrap, load, onStop } from './program.js';
import { WORDS } from './rheum-score-words.js';
import { checkedText, textOf } from './values.js';

/** The parts of a request, by the property that gives them. */
const PARTS = { options: 'options', answers: 'current', previous: 'previous', baseline: 'baseline' };
/** Attributes that are properties as well: those that are texts, and those that are there or not. */
const TEXTS = ['instrument', 'locale', 'theme', 'name'];
const FLAGS = { readonly: 'readonly', disabled: 'disabled', required: 'required', lockOptions: 'lock-options', changeLog: 'change-log' };
const LOCALES = ['en'];
/** What a person can change something by. */
const HEARD = ['input', 'change', 'click', 'keydown', 'focusout'];
/** What ends the typing in a field. A browser tells no change where it holds again what it held before. */
const LEFT = ['change', 'focusout'];

/** The elements that show something. */
const shown = new Set();
onStop(() => {
  for (const element of shown) element.stop();
});

class RheumScore extends HTMLElement {
  static formAssociated = true;
  static observedAttributes = [...TEXTS, ...Object.values(FLAGS), 'options'];

  /** How many elements of this page show a form, in the program's own count. */
  static get shown() {
    return program?.shown() ?? 0;
  }

  #internals = this.attachInternals();
  #root = this.attachShadow({ mode: 'open' });
  /** What the page has given and the program has taken over, as JSON texts. */
  #given = {};
  /** What it has given since. */
  #offered = {};
  /** What stood there when this was last looked at: answers, options, result; and its text. */
  #now = { answers: {}, options: {}, result: null };
  #text = '';
  /** The program's side of this element, and where that shows the form. */
  #score;
  #place;
  /** Looks whether the result is in sight. */
  #sight;
  /** A request that was refused before anything was shown. */
  #refused;
  /** The instrument that the program has begun with, and whether another was named since. */
  #begun;
  #renewed = false;
  #settling = false;
  /** Whether somebody is typing in a field that was not left yet. */
  #typing = false;
  /** A form around it that is disabled. */
  #disabled = false;
  /** What a browser has kept of an earlier visit to the page. */
  #restored;
  #log = new ChangeLog();

  constructor() {
    super();
    for (const event of HEARD) {
      // What the page has given before comes before what a person does.
      this.#root.addEventListener(event, () => this.#settle(), { capture: true });
      this.#root.addEventListener(event, (heard) => this.#hear(heard));
    }
  }

  // Attributes and properties.

  get answers() {
    return this.#read('answers');
  }
  set answers(answers) {
    this.#offer('answers', textOf(answers));
  }

  get previous() {
    return this.#read('previous');
  }
  set previous(answers) {
    this.#offer('previous', textOf(answers));
  }

  get baseline() {
    return this.#read('baseline');
  }
  set baseline(answers) {
    this.#offer('baseline', textOf(answers));
  }

  get options() {
    return this.#read('options');
  }
  set options(options) {
    this.#offer('options', textOf(options));
  }

  /** The changes of answers so far, oldest first; empty without `change-log`. */
  get changes() {
    this.#settle();
    return this.changeLog ? this.#log.entries : [];
  }

  get form() {
    return this.#internals.form;
  }
  get labels() {
    return this.#internals.labels;
  }
  get type() {
    return this.localName;
  }
  /** What is submitted under the name: the result as JSON text. */
  get value() {
    this.#settle();
    return this.#now.result ? JSON.stringify(this.#now.result) : '';
  }
  get validity() {
    this.#settle();
    return this.#internals.validity;
  }
  get validationMessage() {
    this.#settle();
    return this.#internals.validationMessage;
  }
  get willValidate() {
    return this.#internals.willValidate;
  }

  // Methods.

  checkValidity() {
    this.#settle();
    return this.#internals.checkValidity();
  }

  reportValidity() {
    this.#settle();
    return this.#internals.reportValidity();
  }

  /** Back to what the page gave last; the log of changes goes with the rest. */
  reset() {
    this.#settle();
    if (!this.#refused) this.#take({}, { answers: true, options: true });
  }

  /** The result of the contract, or `{id, errors}`; `null` before rheumscore:ready. */
  result() {
    this.#settle();
    return this.#now.result && structuredClone(this.#now.result);
  }

  /** Moves to the first answer. */
  focus(options) {
    this.#root.querySelector('input:not(:disabled), button, select, summary')?.focus(options);
  }

  // What the browser tells an element.

  connectedCallback() {
    // What was given before this script was there.
    for (const name of [...Object.keys(PARTS), ...TEXTS, ...Object.keys(FLAGS)]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#start();
  }

  disconnectedCallback() {
    // An element that is moved is taken away and is back at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#hide();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'options') this.#offer('options', now === null ? '{}' : checkedText(now));
    else if (name === 'instrument') this.#renew();
    else if (name === 'locale') this.#checkLocale();
    else if (name === 'name' || name === 'required') this.#submit();
    else if (name !== 'theme') this.#hold();
  }

  formResetCallback() {
    this.reset();
  }

  formDisabledCallback(disabled) {
    this.#disabled = disabled;
    this.#hold();
  }

  formStateRestoreCallback(state) {
    this.#restored = JSON.parse(state);
    this.#restore();
  }

  /** The program has stopped; of what was shown nothing can be used. */
  stop() {
    const errors = [{ path: '', code: 'stopped', message: WORDS.stopped }];
    this.#end(errors);
    this.#say(WORDS.stopped, () => this.#start());
    this.#tellErrors(errors);
  }

  // What the page gives.

  #read(name) {
    this.#settle();
    const current = { answers: this.#now.answers, options: this.#now.options }[name];
    const isKept = this.#score || (this.#text && !(name in this.#offered));
    if (isKept && current) return structuredClone(current);
    return JSON.parse(this.#offered[name] ?? this.#given[name] ?? 'null');
  }

  #offer(name, text) {
    if (text === undefined) {
      this.#tellErrors([{ path: `/${PARTS[name]}`, code: 'not_json', message: WORDS.notJson }]);
      return;
    }
    this.#offered[name] = text;
    this.#settleSoon();
  }

  #renew() {
    this.#renewed = true;
    this.#settleSoon();
  }

  #settleSoon() {
    if (this.#settling) return;
    this.#settling = true;
    queueMicrotask(() => {
      this.#settling = false;
      this.#settle();
    });
  }

  /** Takes over what was given since this was last done. */
  #settle() {
    if (!this.#score) return;
    const offers = Object.keys(this.#offered).length > 0;
    if (this.#renewed || (this.#refused && offers)) this.#begin();
    else if (offers) this.#takeOffered();
  }

  /** Begins with the instrument that is named now, and with what stands there already. */
  #begin() {
    this.#renewed = false;
    const { answers, options } = this.#now;
    const entered = this.#text ? { answers: JSON.stringify(answers), options: JSON.stringify(options) } : {};
    this.#text = '';
    if (this.#begun !== this.instrument) {
      // What the person chose of one instrument is no choice of another. What the
      // page gave has to fit: nothing scores by another rule set than the page says.
      delete entered.options;
    }
    this.#begun = this.instrument;
    this.#hide();
    this.#free();
    this.#score = new program.Score(this.instrument ?? '');
    // What the person has entered is shown, and is not what the page has given:
    // a reset goes back behind it, and the log still tells of it.
    const given = { ...this.#given, ...this.#offered };
    const keepsLog = !('answers' in this.#offered);
    this.#offered = { ...this.#given, ...entered, ...this.#offered };
    this.#hold();
    this.#refused = undefined;
    this.#takeOffered({ answers: true, options: true, keepsLog });
    if (!this.#refused) this.#given = given;
    if (this.isConnected) this.#show();
    if (!this.#refused) this.#tellReady();
  }

  #takeOffered(all = {}) {
    const offered = this.#offered;
    this.#offered = {};
    const errors = this.#take(offered, { answers: 'answers' in offered, options: 'options' in offered, ...all });
    if (!errors) return;
    // A form that is shown stays as it is. One that was never right is not shown,
    // and is tried again with what is given next.
    if (all.answers) {
      this.#refused = errors;
      this.#given = { ...this.#given, ...offered };
      this.#now = { answers: {}, options: {}, result: { id: null, errors } };
      this.#text = '';
      this.#submit();
    }
    this.#tellErrors(errors);
  }

  /** Has the program take over what was given; tells what is wrong with it, and then keeps what was. */
  #take(offered, { answers, options, keepsLog = false }) {
    if (!this.#score) return undefined;
    const given = { ...this.#given, ...offered };
    const refusal = this.#score.give(this.#request(given), answers, options);
    if (refusal) return JSON.parse(refusal).errors;
    this.#given = given;
    if (answers && !keepsLog) this.#log.clear();
    this.#look();
    return undefined;
  }

  #request(given) {
    const parts = Object.entries(given).map(([name, text]) => `"${PARTS[name]}":${text}`);
    return `{${[`"instrument":${JSON.stringify(this.instrument)}`, ...parts].join()}}`;
  }

  /** What the person had entered, where the page gives nothing itself. */
  #restore() {
    if (!this.#score || !this.#restored || this.#given.answers) return;
    const { answers, options } = this.#restored;
    this.#restored = undefined;
    const given = this.#given;
    const entered = { answers: JSON.stringify(answers), options: JSON.stringify(options) };
    const errors = this.#take(entered, { answers: true, options: !this.lockOptions });
    this.#given = given;
    // The page has not given it, and hears of it as of anything that is entered.
    if (!errors) this.#tellChange('final');
  }

  #hold() {
    this.#score?.hold(this.readonly || this.#disabled, this.lockOptions, this.changeLog);
    this.#submit();
  }

  #checkLocale() {
    if (this.locale === null || LOCALES.includes(this.locale)) return;
    this.#tellErrors([{ path: '/locale', code: 'unknown_locale', message: WORDS.locale(LOCALES) }]);
  }

  // What a person does.

  /** Hears what the program has heard before, and looks whether anything is another now. */
  #hear({ type, target }) {
    if (!this.#place?.contains(target)) return;
    const why = target.dataset.why;
    if (why && (type === 'input' || type === 'change')) this.#log.explain(why, target.value || null);
    const before = this.#text;
    const answers = this.#now.answers;
    if (!this.#look()) return;
    this.#log.record(answers, this.#now.answers, { time: new Date().toISOString() });
    this.#showReasons(answers);
    const news = this.#text !== before || (why && type === 'input');
    if (type === 'input' && isTyped(target)) {
      this.#typing ||= news;
      if (news) this.#tellChange('draft');
    } else if (news || (LEFT.includes(type) && this.#typing)) {
      this.#typing = false;
      this.#log.settle();
      this.#tellChange('final');
    }
  }

  /** A reason belongs to one change: where an answer is another now, it is asked for anew. */
  #showReasons(before) {
    const now = this.#now.answers;
    for (const input of this.#place.querySelectorAll('[data-why]')) {
      const item = input.dataset.why;
      if (JSON.stringify(before[item]) !== JSON.stringify(now[item])) input.value = this.#log.reasonOf(item) ?? '';
    }
  }

  /** Looks at what stands there now; false where the program has just stopped. */
  #look() {
    let text;
    try {
      text = this.#score.now();
    } catch (error) {
      if (!isTrap(error)) throw error;
      forget();
      this.stop();
      return false;
    }
    if (text === this.#text) return true;
    this.#text = text;
    this.#now = JSON.parse(text);
    this.#submit();
    return true;
  }

  // What the page hears.

  #tellReady() {
    const { engine, contract, definitions } = this.#now.version;
    this.#tell('ready', { instrument: this.instrument, version: { engine, contract, definitions } });
  }

  #tellChange(state) {
    this.#submit();
    const { answers, options, result } = structuredClone(this.#now);
    const changes = this.changeLog ? { changes: this.#log.entries } : {};
    this.#tell('change', { state, answers, result, options, locked: this.lockOptions, ...changes });
  }

  #tellErrors(errors) {
    this.#tell('error', { errors });
  }

  #tell(event, detail) {
    this.dispatchEvent(new CustomEvent(`rheumscore:${event}`, { bubbles: true, composed: true, detail }));
  }

  /** What a form around it submits, and whether it may. */
  #submit() {
    const { result, answers, options } = this.#now;
    if (!result) {
      this.#validate({});
      return;
    }
    const entries = new FormData();
    const name = this.name;
    if (name) {
      entries.set(name, JSON.stringify(result));
      entries.set(`${name}.answers`, JSON.stringify(answers));
      if (this.changeLog) entries.set(`${name}.changes`, JSON.stringify(this.#log));
    }
    this.#internals.setFormValue(name ? entries : null, JSON.stringify({ answers, options }));
    this.#validate(result);
  }

  #validate({ errors, status }) {
    if (errors) {
      this.#internals.setValidity({ badInput: true }, errors[0]?.message || WORDS.notJson, this.#entry('[aria-invalid]'));
    } else if (this.required && status !== 'complete') {
      this.#internals.setValidity({ valueMissing: true }, WORDS.incomplete, this.#entry('[data-state=open] input'));
    } else {
      this.#internals.setValidity({});
    }
  }

  /** Where the browser points when it tells what is wrong. */
  #entry(selector) {
    const entry = this.#place?.querySelector(selector) ?? this.#place?.querySelector('input, select');
    return entry ?? this.#root.querySelector('.rs-place--message') ?? undefined;
  }

  // What is shown.

  async #start() {
    if (this.#score) {
      this.#settle();
      this.#show();
      return;
    }
    this.#say(WORDS.loading);
    try {
      program = await load();
    } catch (error) {
      console.error(error);
      if (!this.isConnected) return;
      this.#say(WORDS.failed, () => this.#start());
      this.#tellErrors([{ path: '', code: 'not_loaded', message: WORDS.failed }]);
      return;
    }
    // Meanwhile it may have been started by another call, or taken away.
    if (this.#score || !this.isConnected) return;
    this.#begin();
    this.#restore();
  }

  #show() {
    shown.add(this);
    this.#root.adoptedStyleSheets = [program.styleOf(this.ownerDocument)];
    if (this.#refused) {
      this.#say(WORDS.refused, undefined, this.#refused);
    } else if (!this.#place) {
      this.#place = this.#put('div', { className: 'rs-place' });
      this.#score.show(this.#place);
      this.#watchResult();
      // Now there is a place to point at.
      this.#submit();
    }
  }

  #hide() {
    shown.delete(this);
    this.#score?.hide();
    this.#sight?.disconnect();
    this.#place = undefined;
    this.#root.replaceChildren();
  }

  /**
   * The bar at the foot says how it stands while the result is further down, and
   * not beside the result. In a frame as high as its content it is never needed.
   */
  #watchResult() {
    const bar = this.#place.querySelector('.rs-bar');
    bar.hidden = true;
    this.#sight = new IntersectionObserver(
      (seen) => {
        const { isIntersecting, boundingClientRect } = seen.at(-1);
        bar.hidden = isIntersecting || boundingClientRect.top <= 0;
      },
      // Not the part of the window that is seen, but that of the document: a frame is a window of its own.
      { root: this.ownerDocument },
    );
    this.#sight.observe(this.#place.querySelector('.rs-embed__result'));
  }

  /** Lets go of the program's side. */
  #free() {
    this.#score?.free();
    this.#score = undefined;
  }

  /** The same when the program has stopped: it cannot be asked to let go. */
  #end(errors) {
    this.#score = undefined;
    this.#hide();
    this.#renewed = true;
    this.#typing = false;
    // Nor is it submitted. The answers are what the next program begins with.
    this.#now = { ...this.#now, result: { id: null, errors } };
  }

  /** A message in place of the form, with a way on and its details. */
  #say(words, again, errors = []) {
    const role = again || errors.length ? 'alert' : 'status';
    // Where there is no form, this is what the browser points at.
    const message = this.#put('div', { className: 'rs-place rs-place--message', role, tabIndex: -1 });
    message.append(add('p', words), ...errors.map(({ path, message }) => add('p', path ? `${path}: ${message}` : message)));
    if (again) {
      const button = add('button', WORDS.again, { type: 'button', className: 'rs-button' });
      button.addEventListener('click', again);
      message.append(button);
    }
    this.#submit();
  }

  #put(tag, properties) {
    const place = add(tag, '', properties);
    this.#root.replaceChildren(place);
    return place;
  }
}

/** The program, once it is there. */
let program;

function add(tag, text, properties = {}) {
  return Object.assign(document.createElement(tag), { textContent: text }, properties);
}

/** Whether a text is typed there, key by key. */
const isTyped = (target) => target.localName === 'input' && !['radio', 'checkbox'].includes(target.type);

for (const name of TEXTS) {
  reflect(name, (element) => element.getAttribute(name), (element, value) => element.setAttribute(name, value));
}
for (const [property, name] of Object.entries(FLAGS)) {
  reflect(property, (element) => element.hasAttribute(name), (element, value) => element.toggleAttribute(name, Boolean(value)));
}

/** A property that an attribute stands for. */
function reflect(property, get, set) {
  Object.defineProperty(RheumScore.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return get(this);
    },
    set(value) {
      set(this, value);
    },
  });
}

// A page that loads the script twice has one element.
if (!customElements.get('rheum-score')) customElements.define('rheum-score', RheumScore);
