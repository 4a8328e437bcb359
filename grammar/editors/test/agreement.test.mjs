// The compiler, the TextMate grammar and the tree-sitter grammar read every program alike.
import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from './differences.mjs';
import { programs } from './programs.mjs';
import * as textmate from './textmate.mjs';
import * as treeSitter from './tree-sitter.mjs';

const right = programs.filter((program) => program.parses);
const texts = right.map((program) => program.text);
const trees = treeSitter.read(texts).map(({ tree }) => tree);
const leaves = treeSitter.categories(texts);

test('there are many programs to agree on', () => {
  assert.ok(right.length > 200, `${right.length} programs parse`);
});

for (const [i, program] of right.entries()) {
  test(`TextMate agrees on ${program.path}`, () => {
    assert.deepEqual(differences(program, textmate.categories(program.text)), []);
  });
  test(`tree-sitter agrees on ${program.path}`, () => {
    assert.doesNotMatch(trees[i], /\((ERROR|MISSING|unclosed)/);
    assert.deepEqual(differences(program, leaves[i]), []);
  });
}
