import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { coverage } from '../scripts/coverage.ts';

const docs = join(import.meta.dirname, '..', 'docs', 'coverage.md');

it('docs/coverage.md is what the code cites (npm run docs:coverage)', () => {
  expect(readFileSync(docs, 'utf8')).toBe(coverage());
});

it('every requirement that code cites is shown by a test', () => {
  const untested = coverage()
    .split('\n')
    .filter((line) => /^\| [A-Z]+-\d+ .*\|\s*\|$/.test(line))
    .map((line) => line.split('|')[1]?.trim());
  expect(untested).toEqual([]);
});
