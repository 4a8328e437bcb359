// The VS Code extension: what is packed, and that its patterns and snippets are right.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { EDITORS, TARGET } from './places.mjs';
import { tokensOf } from './programs.mjs';

const FOLDER = join(EDITORS, 'vscode');
const json = (file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
const manifest = json('package.json');
const configuration = json('language-configuration.json');
const snippets = Object.entries(json('snippets/dvl.json'));

test('the package holds what its manifest names', () => {
  execFileSync(join(EDITORS, 'package'), { stdio: 'pipe' });
  const packed = execFileSync('unzip', ['-Z1', join(TARGET, `dvl-${manifest.version}.vsix`)], { encoding: 'utf8' }).split('\n');
  const { languages, grammars, snippets } = manifest.contributes;
  const named = [languages[0].configuration, grammars[0].path, snippets[0].path].map((it) => `extension/${it.slice(2)}`);
  for (const file of ['[Content_Types].xml', 'extension.vsixmanifest', 'extension/package.json', 'extension/LICENSE.txt', ...named]) {
    assert.ok(packed.includes(file), file);
  }
});

test('the manifest and the grammar speak of one language', () => {
  assert.equal(manifest.contributes.grammars[0].scopeName, json('syntaxes/dvl.tmLanguage.json').scopeName);
  assert.equal(manifest.contributes.languages[0].id, manifest.contributes.grammars[0].language);
  assert.equal(manifest.publisher, 'dvl');
});

const { increaseIndentPattern, decreaseIndentPattern, indentNextLinePattern } = configuration.indentationRules;
for (const [pattern, line, expected] of [
  [increaseIndentPattern, 'container db on app {', true],
  [increaseIndentPattern, 'let a = [ // why', true],
  [increaseIndentPattern, 'let a = f("{", (', true],
  [increaseIndentPattern, 'let a = "{', false],
  [increaseIndentPattern, '// container {', false],
  [increaseIndentPattern, 'network a {}', false],
  [decreaseIndentPattern, '  }, {', true],
  [decreaseIndentPattern, '  a = {}', false],
  [indentNextLinePattern, 'let a =', true],
  [indentNextLinePattern, 'let a = b &&', true],
  [indentNextLinePattern, 'let a = 1', false],
]) {
  test(`indentation: ${line} ${expected ? 'fits' : 'does not fit'} ${pattern.slice(0, 12)}`, () => {
    assert.equal(new RegExp(pattern).test(line), expected);
  });
}

test('a double click takes a whole word or number', () => {
  const words = 'let a_1 = b.c + 1.5GiB * 50%'.match(new RegExp(configuration.wordPattern, 'g'));
  assert.deepEqual(words, ['let', 'a_1', 'b', 'c', '1.5GiB', '50%']);
});

/** A snippet as it stands in the editor before anything is typed. */
const inserted = ({ body }) => [body].flat().join('\n').replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\d+/g, '');

const folder = join(TARGET, 'snippets');
mkdirSync(folder, { recursive: true });
const programs = tokensOf(snippets.map(([, snippet], i) => {
  const path = join(folder, `${i}.dvl`);
  writeFileSync(path, `${snippet.body.toString().startsWith('[') ? 'let list = ' : ''}${inserted(snippet)}\n`);
  return path;
}));
for (const [i, [name]] of snippets.entries()) {
  test(`the snippet ${name} is a program`, () => assert.ok(programs[i].parses, programs[i].text));
}

test('no two snippets have one prefix', () => {
  assert.equal(new Set(snippets.map(([, { prefix }]) => prefix)).size, snippets.length);
});
