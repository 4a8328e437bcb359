// Where files are, and parts of texts.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const EDITORS = join(dirname(fileURLToPath(import.meta.url)), '..');
export const ROOT = join(EDITORS, '../..');
export const TARGET = join(EDITORS, 'target');
mkdirSync(TARGET, { recursive: true });

/** The offset of a part that is not the start of a longer word, nor its middle. */
export function place(text, part) {
  const literal = part.replace(/\W/g, '\\$&');
  return text.search(new RegExp(/^\w/.test(part) ? `\\b${literal}\\b` : literal));
}
