// For browsers, with and without a bundler: the engine lies beside this file.

import { start } from './rheumscore.js';

export { assess, assessMany, assessText, describe, instruments, trial, version } from './rheumscore.js';

export function load(source) {
  return start(() => source ?? new URL('./rheumscore.wasm', import.meta.url));
}
