// Writes the TextMate grammar to the extension.
import { writeFileSync } from 'node:fs';
import grammar from './grammar.mjs';

const target = new URL('../vscode/syntaxes/dvl.tmLanguage.json', import.meta.url);
writeFileSync(target, JSON.stringify(grammar, null, 2) + '\n');
