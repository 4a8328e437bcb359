// What an editor with tree-sitter makes of a text.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EDITORS, TARGET } from './places.mjs';

export const FOLDER = join(EDITORS, 'tree-sitter-dvl');
const CORE = join(EDITORS, 'node_modules/tree-sitter/vendor/tree-sitter/lib');
const DUMP = compile();

/** The parser with tree-sitter itself, whose sources the package has, and a program that shows what they do. */
function compile() {
  const program = join(TARGET, 'dump');
  const core = join(TARGET, 'core.o');
  const source = join(FOLDER, 'src');
  const strict = ['-Wall', '-Wextra', '-Werror'];
  const cc = (...options) => execFileSync('cc', ['-std=c11', '-O1', '-D_DEFAULT_SOURCE', '-I', join(CORE, 'include'), ...options]);
  cc('-I', join(CORE, 'src'), '-c', join(CORE, 'src/lib.c'), '-o', core);
  cc('-I', source, '-c', join(source, 'parser.c'), '-o', join(TARGET, 'parser.o'));
  cc(...strict, '-I', source, '-o', program, join(EDITORS, 'test/dump.c'), join(source, 'scanner.c'), core, join(TARGET, 'parser.o'));
  return program;
}

/**
 * For each text its tree, its leaves `{start, end, type, parent}`, and the captures `{start, end, name, pattern}` of a
 * query file. Offsets count UTF-16 units.
 */
export function read(texts, query = 'highlights.scm') {
  const names = texts.map((text, i) => {
    const name = join(TARGET, `text-${i}.dvl`);
    writeFileSync(name, text);
    return name;
  });
  const output = execFileSync(DUMP, [join(FOLDER, 'queries', query)], { input: names.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 });
  return output.trimEnd().split('\n\n').map((part, i) => program(part.split('\n'), offsets(texts[i])));
}

function program([tree, ...lines], units) {
  const rows = lines.map((line) => line.split(' '));
  const place = ([, start, end, ...rest]) => ({ start: units[start], end: units[end], rest });
  const of = (kind) => rows.filter(([first]) => first === kind).map(place);
  return {
    tree: tree.slice('tree '.length),
    leaves: of('leaf').map(({ start, end, rest: [type, parent] }) => ({ start, end, type, parent })),
    captures: of('capture').map(({ start, end, rest: [name, pattern] }) => ({ start, end, name, pattern: Number(pattern) })),
  };
}

/** For each byte of a text the UTF-16 unit that it belongs to. */
function offsets(text) {
  const units = [];
  let unit = 0;
  for (const character of text) {
    for (let i = Buffer.byteLength(character); i > 0; i--) units.push(unit);
    unit += character.length;
  }
  units.push(unit);
  return units;
}

const CATEGORIES = {
  doc_comment: 'doc',
  line_comment: 'line',
  block_comment: 'block',
  escape_sequence: 'escape',
  string_content: 'text',
  raw_string: 'text',
  '"': 'text',
  '"""': 'text',
  '${': 'hole',
  number: 'number',
  true: 'constant',
  false: 'constant',
  null: 'constant',
  identifier: 'name',
};

/** The category of each character of each text, in the words of the compiler's `TokenDump`. */
export function categories(texts) {
  return read(texts).map(({ leaves }, i) => {
    const all = new Array(texts[i].length);
    for (const leaf of leaves) all.fill(category(leaf), leaf.start, leaf.end);
    return all;
  });
}

function category({ type, parent }) {
  if (type === '}' && parent === 'interpolation') return 'hole';
  return CATEGORIES[type] ?? (/^[a-z_]+$/.test(type) ? 'word' : 'sign');
}
