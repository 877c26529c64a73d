import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { interpretationContest } from './contest.kind.ts';
import { contestOf, contestResults, whyNoBallot } from './contest.ts';

const fields = { year: 2026, opensOn: '2026-06-10', closesOn: '2026-06-20', choices: 2, summary: '请投票' };
const on = (day: string) =>
  contestOf({ number: 9, title: '评选', unitId: 'u', fields }, localDate(day)) ?? expect.fail('no contest');

describe('a contest (ITP-12)', () => {
  it('is open from its first day to its last', () => {
    expect(on('2026-06-09').phase).toBe('before');
    expect(on('2026-06-10').phase).toBe('open');
    expect(on('2026-06-20').phase).toBe('open');
    expect(on('2026-06-21').phase).toBe('closed');
  });

  it('counts ballots of its candidates alone, and no more than it allows', () => {
    const candidates = new Set([1, 2, 3]);
    const why = (chosen: number[], day = '2026-06-15') => whyNoBallot(on(day), candidates, chosen);
    expect(why([1, 2])).toBeNull();
    expect(why([1, 2, 3])).toContain('最多选 2 件');
    expect(why([])).toContain('至少选一件');
    expect(why([4])).toContain('不在参评名单');
    expect(why([1], '2026-06-21')).toContain('已经截止');
    expect(why([1], '2026-06-01')).toContain('2026-06-10');
  });

  it('ranks by votes, equal ones alike, those without any too', () => {
    const votes = [
      { candidate: 2, votes: 5 },
      { candidate: 1, votes: 5 },
      { candidate: 8, votes: 99 },
    ];
    expect(contestResults([1, 2, 3], votes)).toEqual([
      { number: 1, votes: 5, rank: 1 },
      { number: 2, votes: 5, rank: 1 },
      { number: 3, votes: 0, rank: 3 },
    ]);
  });

  it('cannot be announced with a year or a number of choices that is none', () => {
    const faults = (more: object) =>
      (interpretationContest.ownRules ?? [])
        .flatMap((rule) => rule.faults({ title: '评选', fields: { ...fields, ...more } }, localDate('2026-06-01')))
        .map((one) => one.place);
    expect(faults({})).toEqual([]);
    expect(faults({ year: 26, choices: 0 })).toEqual(['field:year', 'field:choices']);
    expect(faults({ choices: 21 })).toEqual(['field:choices']);
  });
});
