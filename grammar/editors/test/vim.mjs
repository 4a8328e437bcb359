// What Vim makes of a text.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EDITORS, TARGET } from './places.mjs';

/** Runs a script in Vim with the files of this folder, without those of the user; gives what it writes to `$DVL_OUT`. */
export function vim(script, names) {
  const list = join(TARGET, 'vim-names');
  const out = join(TARGET, 'vim-out');
  writeFileSync(list, names.join('\n') + '\n');
  writeFileSync(out, '');
  const environment = { ...process.env, DVL_VIM: join(EDITORS, 'vim'), DVL_NAMES: list, DVL_OUT: out };
  execFileSync('vim', ['-es', '-u', 'NONE', '-i', 'NONE', '-N', '-S', join(EDITORS, 'test', script)], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  return readFileSync(out, 'utf8');
}

/** For each text and each of its lines the groups `[name, start, end]`, in bytes. */
export function groups(texts) {
  const names = texts.map((text, i) => {
    const name = join(TARGET, `text-${i}.dvl`);
    writeFileSync(name, text);
    return name;
  });
  return vim('dump.vim', names).split('--\n').slice(0, -1).map((file) => file.split('|\n').slice(0, -1).map(rows));
}

const rows = (line) =>
  line.split('\n').filter(Boolean).map((row) => row.split(' ')).map(([name, start, end]) => [name, Number(start), Number(end)]);

const CATEGORIES = [
  [/^dvlDocComment/, 'doc'],
  [/^dvlLineComment/, 'line'],
  [/^dvlBlockComment/, 'block'],
  [/^dvlEscape/, 'escape'],
  [/^dvlHoleEdge/, 'hole'],
  [/^dvlText/, 'text'],
  [/^dvlNumber/, 'number'],
  [/^dvlConstant/, 'constant'],
  [/^dvl(Word|ItemWord|Modifier|Conditional|Repeat)/, 'word'],
  [/^dvl(Name|ItemName|Function|Type|Kind|Key|Member|Annotation)/, 'name'],
];

/** The category of each character of each text, in the words of the compiler's `TokenDump`; signs have none. */
export function categories(texts) {
  return groups(texts).map((lines, i) => {
    const all = [];
    for (const [j, line] of texts[i].split('\n').entries()) {
      const bytes = Buffer.from(line);
      const here = new Array(line.length);
      for (const [name, start, end] of lines[j] ?? []) {
        const from = bytes.subarray(0, start).toString().length;
        here.fill(CATEGORIES.find(([pattern]) => pattern.test(name))?.[1], from, bytes.subarray(0, end).toString().length);
      }
      all.push(...here, undefined);
    }
    return all;
  });
}
