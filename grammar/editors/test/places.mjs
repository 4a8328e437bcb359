// Where things are.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const EDITORS = join(dirname(fileURLToPath(import.meta.url)), '..');
export const ROOT = join(EDITORS, '../..');
export const TARGET = join(EDITORS, 'target');
mkdirSync(TARGET, { recursive: true });
