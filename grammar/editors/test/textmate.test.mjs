// The TextMate grammar: scopes of every construct, and of all examples.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import test from 'node:test';
import source from '../textmate/grammar.mjs';
import { EDITORS, ROOT, TARGET } from './places.mjs';
import { files } from './programs.mjs';

const GRAMMAR = join(EDITORS, 'vscode/syntaxes/dvl.tmLanguage.json');
const SNAPSHOTS = join(EDITORS, 'test/snapshots');
const write = process.env.DVL_GOLDENS === 'write';

/** Runs a tool of vscode-tmgrammar-test; its output is the message of a failure. */
function tool(name, ...options) {
  try {
    execFileSync(process.execPath, [join(EDITORS, `node_modules/vscode-tmgrammar-test/dist/${name}.js`), '-g', GRAMMAR, '--config', join(EDITORS, 'vscode/package.json'), ...options], { encoding: 'utf8', stdio: 'pipe' });
  } catch (failure) {
    assert.fail(`${failure.stdout}${failure.stderr}`);
  }
}

test('the extension has the grammar as it was written', () => {
  assert.equal(readFileSync(GRAMMAR, 'utf8'), JSON.stringify(source, null, 2) + '\n', 'run `npm run textmate`');
});

for (const file of readdirSync(join(EDITORS, 'test/scopes'))) {
  test(`scopes of ${file}`, () => tool('unit', join(EDITORS, 'test/scopes', file)));
}

/** A snapshot stands beside its program, which examples are not to have there; so both are brought together elsewhere. */
for (const path of files(join(ROOT, 'examples'), '.dvl')) {
  const name = relative(join(ROOT, 'examples'), path).replaceAll('/', '-');
  test(`scopes of the example ${name}`, () => {
    const folder = join(TARGET, 'snapshots');
    const program = join(folder, name);
    const golden = join(SNAPSHOTS, `${name}.snap`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    cpSync(path, program);
    const missing = !existsSync(golden);
    if (missing || write) {
      tool('snapshot', '--updateSnapshot', program);
      cpSync(`${program}.snap`, golden);
    } else {
      cpSync(golden, `${program}.snap`);
    }
    assert.ok(!missing, `${golden} was missing and is written now`);
    tool('snapshot', program);
  });
}
