// Vim: the file type is found, and examples keep the indentation that they have.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import test from 'node:test';
import { ROOT, place } from './places.mjs';
import { files } from './programs.mjs';
import { groups, vim } from './vim.mjs';

const programs = ['examples', 'stdlib/kinds'].flatMap((folder) => [...files(join(ROOT, folder), '.dvl')]);
const short = programs.filter((path) => readFileSync(path, 'utf8').split('\n').length < 150);
const indented = vim('indent.vim', short).split('--\n');

for (const [i, path] of short.entries()) {
  test(`Vim indents ${relative(ROOT, path)}`, () => assert.equal(indented[i], readFileSync(path, 'utf8')));
}

for (const [text, part, group] of [
  ['container db on app { image = "x" }', 'container', 'dvlKind'],
  ['container db on app { image = "x" }', 'on', 'dvlWord'],
  ['container db on app { image = "x" }', 'image', 'dvlKey'],
  ['param env: string', 'param', 'dvlItemWord'],
  ['param env: string', 'string', 'dvlType'],
  ['let param = x', 'param', 'dvlKey'],
  ['let x = param.if', 'if', 'dvlMember'],
  ['let x = f(y)', 'f', 'dvlFunction'],
  ['let x = "a ${b}"', '${', 'dvlHoleEdge'],
  ['let x = "C:\\data"', '\\d', 'dvlEscapeError'],
  ['@since("2") let a = 1', '@since', 'dvlAnnotation'],
  ['param a: secret string', 'secret', 'dvlModifier'],
]) {
  test(`Vim shows ${part} in ${text} as ${group}`, () => {
    const start = place(text, part);
    assert.deepEqual(groups([text])[0][0].find(([, from]) => from === start), [group, start, start + part.length]);
  });
}
