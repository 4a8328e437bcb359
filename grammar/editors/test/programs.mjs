// Every program of the repository, with what the compiler takes each piece of it for.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { ROOT, TARGET } from './places.mjs';

const SKIPPED = new Set(['target', 'node_modules', '.git', '.dvl']);

/** Every file below a folder whose name ends so, but what a build made. */
export function* files(folder, ending) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* files(path, ending);
    if (entry.isFile() && entry.name.endsWith(ending)) yield path;
  }
}

/** The programs between fences, each written to a file of its own. */
function* fenced() {
  const folder = join(TARGET, 'fenced');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const page of [...files(join(ROOT, 'docs'), '.md'), join(ROOT, 'README.md')]) {
    const blocks = readFileSync(page, 'utf8').matchAll(/^```dvl.*\n([^]*?)^```$/gm);
    for (const [index, [, program]] of [...blocks].entries()) {
      const file = join(folder, `${relative(ROOT, page).replace(/[/.]/g, '-')}-${index + 1}.dvl`);
      writeFileSync(file, program);
      yield file;
    }
  }
}

/** Where the build puts classes: of a full build and a quick one the newer. */
function classes(module, kind) {
  return ['target', 'target/quick']
    .map((target) => join(ROOT, module, target, kind))
    .filter(existsSync)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
}

function antlr() {
  const version = /<antlr.version>(.*)</.exec(readFileSync(join(ROOT, 'pom.xml'), 'utf8'))[1];
  const repository = process.env.MAVEN_REPOSITORY ?? join(process.env.HOME, '.m2/repository');
  return join(repository, 'org/antlr/antlr4-runtime', version, `antlr4-runtime-${version}.jar`);
}

/** The compiler's tokens of each file; the classes of the tests must have been built. */
function dump(paths) {
  const path = [
    classes('compiler/core', 'test-classes'), classes('compiler/core', 'classes'), classes('grammar', 'classes'), antlr(),
  ];
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
  const output = execFileSync(java, ['-cp', path.join(delimiter), 'dev.dvl.compiler.parse.TokenDump'], {
    input: paths.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return output.trimEnd().split('\n').map((line) => JSON.parse(line));
}

/** Programs by path: `{path, text, parses, tokens: [[start, end, category], …]}`. */
export function tokensOf(paths) {
  const dumps = dump(paths);
  return paths.map((path, i) => ({ path: relative(ROOT, path), text: readFileSync(path, 'utf8'), ...dumps[i] }));
}

export const programs = tokensOf([...files(ROOT, '.dvl'), ...fenced()]);
