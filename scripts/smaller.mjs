// Makes compiled programs small: the one list of what wasm-opt does for the
// page, the element and the package.

import { execFileSync } from 'node:child_process';

const FEATURES = [
  '--enable-bulk-memory',
  '--enable-nontrapping-float-to-int',
  '--enable-sign-ext',
  '--enable-mutable-globals',
  '--enable-reference-types',
  '--enable-multivalue',
];
// Of streams, which Leptos brings for servers that no page here has.
const UNUSED_EXPORTS = ['--remove-exports', '--pass-arg=remove-exports@*intounderlying*'];
// The middle ones write all branches anew: 1 kB less. The last ones leave out
// what no browser reads: who has compiled it, and for what.
const PASSES = ['-Oz', '--flatten', '--rereloop', '-Oz', '-Oz', '--strip-producers', '--strip-target-features'];

/** Writes a smaller form of a program into another file, or into the same. */
export function makeSmaller(input, output = input) {
  execFileSync('wasm-opt', [...FEATURES, ...UNUSED_EXPORTS, ...PASSES, input, '--output', output], { stdio: 'inherit' });
}
