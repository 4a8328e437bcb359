// The compiler and the grammars of the editors read every program alike.
import assert from 'node:assert/strict';
import test from 'node:test';
import { differences } from './differences.mjs';
import { programs } from './programs.mjs';
import * as textmate from './textmate.mjs';
import * as treeSitter from './tree-sitter.mjs';
import * as vim from './vim.mjs';

/** What can be told without understanding a program. */
const LEXICAL = new Set(['doc', 'line', 'block', 'text', 'escape', 'hole', 'number']);
const lexical = (program) => ({ ...program, tokens: program.tokens.filter(([, , category]) => LEXICAL.has(category)) });
const withoutSigns = (program) => ({ ...program, tokens: program.tokens.filter(([, , category]) => category !== 'sign') });

/** Vim is slow, and gets the programs that were written to try the language out. */
const FOR_VIM = /^(examples|stdlib|grammar|compiler\/core\/src\/test\/resources\/syntax)\/(?!.*fenced)|docs-language/;
/** To tree-sitter a text ends where a NUL stands, and a list where a type belongs is skipped over, texts and all. */
const forTreeSitter = (program) => !program.text.includes('\0') && !program.path.endsWith('fixes/slips.dvl');

const right = programs.filter((program) => program.parses);
const wrong = programs.filter((program) => !program.parses);
const forVim = programs.filter((program) => FOR_VIM.test(program.path));
const texts = (some) => some.map((program) => program.text);

test('there are many programs to agree on', () => {
  assert.ok(right.length > 200, `${right.length} programs parse`);
  assert.ok(wrong.length > 20, `${wrong.length} do not`);
  assert.ok(forVim.length > 80, `${forVim.length} are for Vim`);
});

for (const program of right) {
  test(`TextMate agrees on ${program.path}`, () => assert.deepEqual(differences(program, textmate.categories(program.text)), []));
}
for (const program of wrong) {
  test(`TextMate agrees on the texts, numbers and comments of ${program.path}`, () => {
    assert.deepEqual(differences(lexical(program), textmate.categories(program.text)), []);
  });
}

const trees = treeSitter.read(texts(right));
for (const [i, categories] of treeSitter.categories(texts(right)).entries()) {
  test(`tree-sitter agrees on ${right[i].path}`, () => {
    assert.doesNotMatch(trees[i].tree, /\((ERROR|MISSING|unclosed)/);
    assert.deepEqual(differences(right[i], categories), []);
  });
}
const recovered = wrong.filter(forTreeSitter);
for (const [i, categories] of treeSitter.categories(texts(recovered)).entries()) {
  test(`tree-sitter agrees on the texts, numbers and comments of ${recovered[i].path}`, () => {
    assert.deepEqual(differences(lexical(recovered[i]), categories), []);
  });
}

for (const [i, categories] of vim.categories(texts(forVim)).entries()) {
  const program = forVim[i];
  test(`Vim agrees on ${program.path}`, () => {
    assert.deepEqual(differences(program.parses ? withoutSigns(program) : lexical(program), categories), []);
  });
}
