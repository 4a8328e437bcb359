// No list of words or units in an editor's grammar can fall behind that of the compiler.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { differences } from './differences.mjs';
import { ROOT, TARGET } from './places.mjs';
import { tokensOf } from './programs.mjs';
import * as textmate from './textmate.mjs';
import * as treeSitter from './tree-sitter.mjs';
import * as vim from './vim.mjs';

/** For each word of the language a program in which it means what it means. */
const EXAMPLES = {
  if: 'if a { volume b }', then: 'let a = if b then c else d', else: 'if a { volume b } else { volume c }',
  for: 'for a in b { volume c[a] }', in: 'let a = b in c', on: 'volume a on b', match: 'let a = match b { else -> c }',
  where: 'param a: int where it > b', true: 'let a = true', false: 'let a = false', null: 'let a = null',
  module: 'module a', import: 'import a.b', as: 'import a as b', private: 'private let a = b', param: 'param a: int',
  secret: 'secret a', known: 'param a: known int', let: 'let a = b', type: 'type A = B', fn: 'fn a(): int = b',
  component: 'component a {}', kind: 'kind a {}', provides: 'kind a { provides b }', block: 'kind a { block b {} }',
  state: 'kind a { state b }', host: 'host a: docker', check: 'check "a" { assert b }', assert: 'check "a" { assert b }',
  test: 'test "a" { apply }', expect: 'test "a" { expect b }',
  apply: 'test "a" { apply }', output: 'output a = b',
  moved: 'moved a -> b', adopt: 'adopt a = "b"', forget: 'forget a',
};
/** Where it means nothing. */
const asName = (word) => `let a = b.${word}\n`;
/** What looks like a unit, and is none. */
const NO_UNITS = ['K', 'KB', 'M', 'Mi', 'G', 'm', 'k', 'THz', 'sec', 'y', 'b'];

const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const words = [...read('grammar/src/main/antlr4/dev/dvl/grammar/DvlLexer.g4').matchAll(/^[A-Z_]+: '([a-z_]+)';/gm)].map((it) => it[1]);
const units = [...read('compiler/core/src/main/java/dev/dvl/compiler/parse/Unit.java').matchAll(/(?:size|time|new Unit)\("([^"]+)"/g)].map((it) => it[1]);

function programsOf(texts) {
  const folder = join(TARGET, 'words');
  mkdirSync(folder, { recursive: true });
  return tokensOf(texts.map((text, i) => {
    const path = join(folder, `${i}.dvl`);
    writeFileSync(path, text);
    return path;
  }));
}

test('every word of the lexer has its example', () => {
  assert.deepEqual([...words].sort(), Object.keys(EXAMPLES).sort());
});

test('there are units', () => assert.ok(units.length >= 20));

const programs = programsOf(words.flatMap((word) => [EXAMPLES[word] ?? word, asName(word)]));
const texts = programs.map((program) => program.text);
const byTreeSitter = treeSitter.categories(texts);
const byVim = vim.categories(texts);

for (const [i, program] of programs.entries()) {
  const word = words[i >> 1];
  test(`all agree on the word ${word} in ${program.text.trim()}`, () => {
    const at = program.tokens.filter(([start, end]) => program.text.slice(start, end) === word).map((it) => it[2]);
    assert.ok(program.parses);
    assert.ok(i % 2 ? at.at(-1) === 'name' : at.some((it) => it === 'word' || it === 'constant'), `${at}`);
    const rest = { ...program, tokens: program.tokens.filter(([, , category]) => category !== 'sign') };
    assert.deepEqual(differences(program, textmate.categories(program.text)), []);
    assert.deepEqual(differences(program, byTreeSitter[i]), []);
    assert.deepEqual(differences(rest, byVim[i]), []);
  });
}

const quantities = [...units, ...NO_UNITS].map((unit) => `let a = 1${unit}`);
const vimGroups = vim.groups(quantities);
for (const [i, text] of quantities.entries()) {
  const isUnit = i < units.length;
  test(`${text.slice(8)} is ${isUnit ? 'a quantity' : 'none'} to TextMate and Vim`, () => {
    const scopes = textmate.tokenize(text).at(-1).scopes;
    assert.equal(scopes.includes('keyword.other.unit.dvl'), isUnit);
    assert.equal(scopes.join(' ').includes('invalid.illegal.number.dvl'), !isUnit);
    assert.deepEqual(vimGroups[i][0].at(-1), [isUnit ? 'dvlNumber' : 'dvlNumberError', 8, text.length]);
  });
}
