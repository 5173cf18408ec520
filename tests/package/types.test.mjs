// The types of the package: they say what wasm-bindgen emits, and a strict
// compiler takes right uses and refuses wrong ones.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const DECLARED = path('../../target/package/consumer/node_modules/rheumscore/index.d.ts');
const BOUND = path('../../target/package/bound/engine.d.ts');

/** The functions of a declaration: how many arguments each takes. */
function functions(file) {
  const source = typescript.createSourceFile(file, readFileSync(file, 'utf8'), typescript.ScriptTarget.Latest);
  const declared = source.statements.filter(typescript.isFunctionDeclaration);
  return new Map(declared.map(({ name, parameters }) => [name.text, parameters.length]));
}

/** What the compiler has to say of a file. */
function complaints(file, paths) {
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    target: typescript.ScriptTarget.ES2022,
    module: typescript.ModuleKind.NodeNext,
    moduleResolution: typescript.ModuleResolutionKind.NodeNext,
    paths,
  };
  const program = typescript.createProgram([file], options);
  return typescript.getPreEmitDiagnostics(program).map(({ file: at, start, messageText }) => {
    const line = at ? at.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${line}: ${typescript.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

test('the functions that are declared are those that wasm-bindgen emits, with as many arguments', () => {
  const [declared, bound] = [functions(DECLARED), functions(BOUND)];
  // How the engine is started is the package's own.
  for (const start of ['initSync', '__wbg_init']) bound.delete(start);
  assert.ok(bound.size >= 5);
  for (const [name, count] of bound) assert.equal(declared.get(name), count, name);
  const own = [...declared.keys()].filter((name) => !bound.has(name));
  assert.deepEqual(own.sort(), ['describe', 'load', 'trial']);
});

test('what is declared is there, and nothing else is', async () => {
  const scorer = await import(new URL('../../target/package/consumer/entry.js', import.meta.url));
  assert.deepEqual(Object.keys(scorer).sort(), [...functions(DECLARED).keys()].sort());
});

test('a strict compiler takes right uses and refuses wrong ones', () => {
  assert.deepEqual(complaints(path('types/sample.ts'), { rheumscore: [DECLARED] }), []);
});
