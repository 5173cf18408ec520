// What the package gives, wherever it runs.

export { describe } from './describe.js';
export { assess, assessMany, assessText, instruments, start, version } from './scorer.js';
export { trial } from './trial.js';
