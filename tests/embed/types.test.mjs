// The types of the host script: a strict compiler takes right uses and refuses
// wrong ones, and what is typed is what the protocol knows.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';
import { read } from '../../embed/protocol.js';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const DECLARED = path('../../embed/rheum-score-frame.d.ts');

test('a strict compiler takes right uses of the host script and refuses wrong ones', () => {
  const program = typescript.createProgram([path('types/sample.ts')], {
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    target: typescript.ScriptTarget.ES2022,
    module: typescript.ModuleKind.NodeNext,
    moduleResolution: typescript.ModuleResolutionKind.NodeNext,
    paths: { 'rheum-score-frame': [DECLARED] },
  });
  const complaints = typescript.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${line}: ${typescript.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
  assert.deepEqual(complaints, []);
});

test('what an init can hold is typed, and nothing else is', () => {
  const source = typescript.createSourceFile('types', readFileSync(DECLARED, 'utf8'), typescript.ScriptTarget.Latest);
  const members = (name) =>
    source.statements.find((statement) => statement.name?.text === name).members.map((member) => member.name.text);
  const [{ message }] = read({ rheumscore: 1, type: 'init', nothing: 1 }).errors;
  const known = /What has: (.*)\.$/.exec(message)[1].split(', ');
  assert.deepEqual([...members('Init'), ...members('Visits')].sort(), known.sort());
});
