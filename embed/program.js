// The program of all elements of a page: fetched when the first of them is
// shown, and once.

/* global SCRIPT, WASM -- scripts/embed.mjs puts the names of the files here. */

let loading;
/** A file that failed once may be remembered as failed: asked for by another address, it is fetched. */
let attempts = 0;
let whenStopped = () => {};

/** The program: loaded already, on its way, or begun anew after a failure. */
export function load() {
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Tells when the program has stopped, after which nothing of it can be used. */
export function onStop(tell) {
  whenStopped = tell;
}

/** Whether an error means that the program has stopped: a trap that reached nothing else. */
export const isTrap = (error) => error instanceof WebAssembly.RuntimeError;

/** Lets go of a program that has stopped. */
export function forget() {
  loading = undefined;
}

async function start() {
  const again = attempts > 0 ? `?again=${attempts}` : '';
  attempts += 1;
  const at = (file) => new URL(file + again, import.meta.url).href;
  // The script and what it needs are fetched side by side.
  const [program, response] = await Promise.all([import(at(SCRIPT)), fetch(at(WASM))]);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  await program.default({ module_or_path: response });
  program.whenStopped((message) => {
    forget();
    whenStopped(message);
  });
  return { Score: program.Score, shown: program.shown, styleOf: styles(program.STYLE) };
}

/** The style sheet for a document: one serves all elements of it, and none of another. */
function styles(text) {
  const made = new WeakMap();
  return (document) => {
    let style = made.get(document);
    if (!style) {
      style = new document.defaultView.CSSStyleSheet();
      style.replaceSync(text);
      made.set(document, style);
    }
    return style;
  };
}
