// The tree-sitter grammar: its corpus, its queries, and that the parser is the one of the grammar.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { TARGET, place } from './places.mjs';
import { FOLDER, read } from './tree-sitter.mjs';

const VERSION = '0.25.10';
const corpus = join(FOLDER, 'test/corpus');

const cases = readdirSync(corpus).flatMap((file) => {
  const text = readFileSync(join(corpus, file), 'utf8');
  return [...text.matchAll(/^=+\n(.+)\n=+\n([^]*?)\n---\n\n([^]*?)(?=\n+=+\n|\s*$(?![^]))/gm)].map(([, name, source, tree]) => ({
    name: `${file.replace('.txt', '')}: ${name}`,
    source,
    tree: tree.replace(/\s+/g, ' ').replace(/ \)/g, ')').trim(),
  }));
});
const trees = read(cases.map(({ source }) => source + '\n'));

test('the corpus is read whole', () => {
  const titles = readdirSync(corpus).flatMap((file) => readFileSync(join(corpus, file), 'utf8').match(/^---$/gm));
  assert.ok(cases.length >= 30);
  assert.equal(cases.length, titles.length);
});

for (const [i, { name, tree }] of cases.entries()) {
  test(`corpus, ${name}`, () => assert.equal(trees[i].tree.replace(/\b[a-z_]+: /g, ''), tree));
}

for (const query of readdirSync(join(FOLDER, 'queries'))) {
  test(`${query} fits the grammar`, () => {
    const found = read(cases.map(({ source }) => source), query).flatMap(({ captures }) => captures);
    assert.ok(found.length > 0);
  });
}

/** Of the captures of a place the last pattern's counts; a pattern with a condition is left out, which an editor evaluates. */
function shown(text, part) {
  const start = place(text, part);
  const here = read([text])[0].captures.filter((it) => it.start === start && it.end === start + part.length);
  return here.filter((it) => it.name !== 'type.builtin').sort((a, b) => a.pattern - b.pattern).at(-1)?.name;
}

for (const [text, part, name] of [
  ['container db on app { image = "x" }', 'container', 'type'],
  ['container db on app { image = "x" }', 'db', 'label'],
  ['container db on app { image = "x" }', 'on', 'keyword'],
  ['container db on app { image = "x" }', 'image', 'property'],
  ['param env: Mode', 'param', 'keyword'],
  ['param env: Mode', 'env', 'variable.parameter'],
  ['param env: Mode', 'Mode', 'type'],
  ['let param = x', 'param', 'variable'],
  ['let a = f(b)', 'f', 'function.call'],
  ['let a = b.if', 'if', 'variable.member'],
  ['let a = if b then c else d', 'then', 'keyword.conditional'],
  ['let a = "x ${b}"', '${', 'punctuation.special'],
  ['let a = "x \\n"', '\\n', 'string.escape'],
  ['let a = 5GiB', '5GiB', 'number'],
  ['/// says', '/// says', 'comment.documentation'],
  ['@since("2") let a = 1', 'since', 'attribute'],
]) {
  test(`${part} in ${text} is shown as ${name}`, () => assert.equal(shown(text, part), name));
}

test('the parser belongs to the grammar', () => {
  for (const line of readFileSync(join(FOLDER, 'src/seal'), 'utf8').trim().split('\n')) {
    const [sum, file] = line.split(/\s+/);
    assert.equal(createHash('sha256').update(readFileSync(join(FOLDER, file))).digest('hex'), sum, `${file}: run tree-sitter-dvl/generate`);
  }
});

test('the generator makes the same parser again', { skip: generator() ? false : `there is no tree-sitter ${VERSION} here` }, () => {
  const copy = join(TARGET, 'generated');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  for (const file of ['grammar.js', 'tree-sitter.json']) cpSync(join(FOLDER, file), join(copy, file));
  execFileSync('tree-sitter', ['generate', '--abi', '14'], { cwd: copy, stdio: 'pipe' });
  assert.ok(readFileSync(join(copy, 'src/parser.c')).equals(readFileSync(join(FOLDER, 'src/parser.c'))));
});

function generator() {
  try {
    return execFileSync('tree-sitter', ['--version'], { encoding: 'utf8', stdio: 'pipe' }).includes(` ${VERSION}`);
  } catch {
    return false;
  }
}
