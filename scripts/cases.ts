// docs/cases.md from the life table, so that people read the same table that the program follows. With --check: only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lifeDocument } from '../src/modules/cases/life/life-document.ts';
import { LIFE_TABLE } from '../src/modules/cases/life/life-table.ts';

const path = join(import.meta.dirname, '..', 'docs', 'cases.md');
const text = lifeDocument(LIFE_TABLE);
if (!process.argv.includes('--check')) writeFileSync(path, text);
else if (readFileSync(path, 'utf8') !== text) {
  console.error('docs/cases.md is not what the life table says: npm run docs:cases');
  process.exitCode = 1;
}
