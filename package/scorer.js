// The scorer: what is asked goes to the compiled engine, what it says comes
// back as a value. Exceptions tell the programmer what was called wrongly.

import init, * as engine from './engine.js';

/** The one loading that all callers share. */
let loading;
let loaded = false;

/**
 * Loads the engine from what `source` gives, once: every further call waits for
 * the first. One that failed can be tried again.
 */
export function start(source) {
  loading ??= Promise.resolve(source())
    .then((module_or_path) => init({ module_or_path }))
    .then(
      () => {
        loaded = true;
      },
      (error) => {
        loading = undefined;
        throw error;
      },
    );
  return loading;
}

export function instruments() {
  needLoaded();
  return engine.instruments();
}

export function assess(request) {
  needLoaded();
  return engine.assess(request);
}

export function assessText(request) {
  needLoaded();
  if (typeof request !== 'string') throw new TypeError('assessText() takes a text; an object goes to assess()');
  return engine.assessText(request);
}

export function assessMany(requests) {
  needLoaded();
  if (!Array.isArray(requests)) throw new TypeError('assessMany() takes a list; one request goes to assess()');
  return engine.assessMany(requests);
}

export function version() {
  needLoaded();
  return engine.version();
}

function needLoaded() {
  if (!loaded) throw new Error('rheumscore is not loaded yet: wait for load() before the first call');
}
