import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import type { Question } from './cluster-questions.ts';
import { maskedWords } from './masked-words.ts';
import { figuresOf, followGroups } from './regroup.ts';

const question = (key: string, more: Partial<Question> = {}): Question => ({
  source: 'case',
  key,
  title: key,
  text: '',
  times: 1,
  firstOn: localDate('2026-03-02'),
  lastOn: localDate('2026-03-02'),
  unitId: null,
  policyNumber: null,
  ...more,
});
const stood = (entries: Record<string, string>) =>
  new Map(Object.entries(entries).map(([key, cluster]) => [`case ${key}`, cluster]));

describe('groups made anew', () => {
  it('are the old ones that have most of their questions', () => {
    const groups = [
      [question('a'), question('b')],
      [question('c'), question('d'), question('e')],
    ];
    const followed = followGroups(groups, stood({ a: 'one', c: 'two', d: 'two', e: 'one' }));
    expect(followed.map((one) => one.clusterId)).toEqual(['one', 'two']);
  });

  it('leave the old one to the greater part when it falls apart, and begin anew for the other', () => {
    const groups = [[question('a')], [question('b'), question('c')]];
    const followed = followGroups(groups, stood({ a: 'one', b: 'one', c: 'one' }));
    expect(followed.map((one) => one.clusterId)).toEqual([null, 'one']);
  });

  it('count what was asked, when, and to whom most', () => {
    const figures = figuresOf([
      question('a', { times: 4, lastOn: localDate('2026-05-01'), unitId: 'u1', policyNumber: 7 }),
      question('b', { firstOn: localDate('2026-01-09'), unitId: 'u2' }),
      question('c', { unitId: 'u2' }),
    ]);
    expect(figures).toEqual({
      times: 6,
      first_on: '2026-01-09',
      last_on: '2026-05-01',
      unit_id: 'u1',
      policy_number: 7,
    });
  });
});

describe('words of a letter as evidence', () => {
  it('tell nobody', () => {
    const masked = maskedWords('我叫温知秋，身份证110101199003074450，电话139 1234 5678，请问怎么报名？');
    for (const part of ['知秋', '199003', '5678']) expect(masked).not.toContain(part);
    expect(masked).toContain('怎么报名');
  });
});
