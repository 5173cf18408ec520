// For Node, which fetches nothing from files: it reads the engine itself.

import { readFile } from 'node:fs/promises';
import { start } from './rheumscore.js';

export { assess, assessMany, assessText, describe, instruments, trial, version } from './rheumscore.js';

export function load(source) {
  return start(() => source ?? readFile(new URL('./rheumscore.wasm', import.meta.url)));
}
