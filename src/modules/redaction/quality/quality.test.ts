import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../find-personal-data.ts';
import type { FindingType } from '../finding.ts';
import { maskText } from '../mask.ts';
import { type Score, scoreOf } from './score.fixtures.ts';
import type { Snippet } from './snippet.fixtures.ts';
import { madeSnippets } from './write-snippets.fixtures.ts';

const read = (name: string) =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Snippet);
const made = read('made-snippets.jsonl');
const written = read('hand-written-snippets.jsonl');
// Drawn anew, never looked at while the rules were written.
const unseen = [101, 102, 103].flatMap(madeSnippets);

const share = ({ recall }: Score, type: FindingType) => {
  const { wanted, found } = recall.get(type) ?? { wanted: 0, found: 0 };
  return found / wanted;
};

describe.each([
  ['the labelled set', [...made, ...written]],
  ['pages drawn anew', unseen],
])('what is found in %s', (name, snippets) => {
  const score = scoreOf(snippets, findPersonalData);

  it('holds enough to say so', () => {
    expect(snippets.length).toBeGreaterThan(2500);
    expect(score.negatives).toBeGreaterThan(1200);
    const lines = [...score.recall].map(([type, { wanted, found }]) => `${type} ${found}/${wanted}`);
    const wrong = `false findings ${score.falseFindings}/${score.findings}, negatives disturbed ${score.disturbedNegatives}/${score.negatives}`;
    console.log(`${name}, ${snippets.length} snippets: ${lines.join(', ')}; ${wrong}`);
  });

  it('leaves next to no identity number', () => {
    expect(score.misses.filter((miss) => miss.includes(' identityNumber '))).toEqual([]);
    expect(share(score, 'identityNumber')).toBeGreaterThanOrEqual(0.999);
  });

  it.each(['phone', 'bankCard', 'licencePlate', 'email', 'birthDate'] as const)('finds %s', (type) => {
    expect(share(score, type)).toBeGreaterThanOrEqual(0.98);
  });

  it('finds names and homes in lists of persons', () => {
    expect(share(score, 'name')).toBeGreaterThanOrEqual(0.98);
    expect(share(score, 'address')).toBeGreaterThanOrEqual(0.98);
  });

  it('does not disturb what is public', () => {
    expect(score.disturbedNegatives / score.negatives).toBeLessThanOrEqual(0.01);
    expect(score.falseFindings / score.findings).toBeLessThanOrEqual(0.01);
  });

  it('finds nothing once all is masked', () => {
    const again = snippets.filter(({ t }) => findPersonalData(maskText(t, findPersonalData(t))).length > 0);
    expect(again.map(({ t }) => t)).toEqual([]);
  });
});

/** Milliseconds of the processor: the machine that runs the tests has other work as well. */
function cost(text: string): number {
  const began = process.cpuUsage();
  findPersonalData(text);
  return process.cpuUsage(began).user / 1000;
}

describe('speed', () => {
  it('reads a million characters of lists in about a second', () => {
    const page = made.map(({ t }) => t).join('\n');
    const took = cost(page.repeat(Math.ceil(1_000_000 / page.length)).slice(0, 1_000_000));
    console.log(`1,000,000 characters of lists: ${Math.round(took)} ms of processor time`);
    expect(took).toBeLessThan(3000);
  });

  it.each([
    ['one run of digits', '1'],
    ['digits apart', '1 '],
    ['digits and dashes', '0-'],
    ['short lines of digits', '1101\n'],
    ['letters', 'a'],
    ['names', '王'],
    ['labels', '申请人：'],
    ['heads of tables', '姓名 '],
    ['web addresses', 'http://'],
    ['mailboxes', 'a@a.'],
    ['buildings', '1幢2单元'],
    ['letters like digits', 'O1'],
    ['brackets', '('],
  ])('grows no faster than the text: %s', (_, piece) => {
    const ofLength = (length: number) => cost(piece.repeat(length / piece.length));
    ofLength(20_000);
    // Eight times the text; a square would be 64 times the work.
    expect(ofLength(400_000)).toBeLessThan(Math.max(40, ofLength(50_000)) * 8 * 4);
  });
});
