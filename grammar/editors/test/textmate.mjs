// What an editor with TextMate grammars makes of a text.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { EDITORS } from './places.mjs';

const require = createRequire(import.meta.url);
const { Registry, INITIAL } = require('vscode-textmate');
const oniguruma = require('vscode-oniguruma');

const GRAMMAR = join(EDITORS, 'vscode/syntaxes/dvl.tmLanguage.json');

await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')).buffer);
const registry = new Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => JSON.parse(readFileSync(GRAMMAR, 'utf8')),
});
const grammar = await registry.loadGrammar('source.dvl');

/** For each token its first offset, its end, and its scopes from the outermost in. */
export function tokenize(text) {
  const tokens = [];
  let state = INITIAL;
  let offset = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const result = grammar.tokenizeLine(line.replace(/\r?\n$/, ''), state);
    for (const token of result.tokens) {
      tokens.push({ start: offset + token.startIndex, end: offset + token.endIndex, scopes: token.scopes });
    }
    state = result.ruleStack;
    offset += line.length;
  }
  return tokens;
}

const CATEGORIES = [
  [/^comment\.line\.documentation/, 'doc'],
  [/^comment\.line/, 'line'],
  [/^comment\.block/, 'block'],
  [/^constant\.character\.escape/, 'escape'],
  [/^punctuation\.section\.embedded/, 'hole'],
  [/^(string|punctuation\.definition\.string)/, 'text'],
  [/^constant\.numeric/, 'number'],
  [/^constant\.language/, 'constant'],
  [/^(keyword\.(declaration|control|other\.dvl|operator\.word)|storage\.modifier)/, 'word'],
  [/^(keyword\.operator|punctuation)/, 'sign'],
  [/^(variable|entity|support|constant\.other)/, 'name'],
];

/** The category of each character, in the words of the compiler's `TokenDump`. */
export function categories(text) {
  const all = new Array(text.length);
  for (const { start, end, scopes } of tokenize(text)) {
    all.fill(category(scopes), start, end);
  }
  return all;
}

function category(scopes) {
  for (const scope of scopes.flatMap((it) => it.split(' ')).reverse()) {
    const found = CATEGORIES.find(([pattern]) => pattern.test(scope));
    if (found || scope.startsWith('meta.embedded')) return found?.[1];
  }
  return undefined;
}
