import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { careOf, type EntryFacts, monthsAfter } from './entry-care.ts';

const day = localDate;
const FACTS: EntryFacts = {
  publishedOn: day('2026-03-10'),
  lastReviewOn: null,
  reviewMonths: 6,
  basis: '租金按同地段市场租金的百分之六十五确定',
  policies: [{ isPublic: true, isOver: false, text: '…… 租金按同地段市场租金的百分之六十五确定，每两年评估一次。' }],
};
const reasons = (more: Partial<EntryFacts>, today = '2026-04-01') => careOf({ ...FACTS, ...more }, day(today)).reasons;

describe('an entry of the FAQ (KB-1, KB-C3)', () => {
  it('needs nothing while its policy holds and its review is far', () => {
    expect(careOf(FACTS, day('2026-04-01'))).toEqual({ reviewOn: '2026-09-10', reasons: [] });
  });

  it('is to be looked at again after its months, soon before and on the day itself, and is late the day after', () => {
    expect(reasons({}, '2026-08-26')).toEqual([]);
    expect(reasons({}, '2026-08-27')).toEqual(['reviewSoon']);
    expect(reasons({}, '2026-09-10')).toEqual(['reviewSoon']);
    expect(reasons({}, '2026-09-11')).toEqual(['reviewOver']);
  });

  it('counts from the last look, or from new words that came after it', () => {
    expect(careOf({ ...FACTS, lastReviewOn: day('2026-08-31') }, day('2026-09-30')).reviewOn).toBe('2027-02-28');
    expect(careOf({ ...FACTS, lastReviewOn: day('2026-02-01') }, day('2026-04-01')).reviewOn).toBe('2026-09-10');
  });

  it('needs care when its policy is over, gone or says something else', () => {
    const [policy] = FACTS.policies;
    if (!policy) throw new Error('no policy');
    expect(reasons({ policies: [{ ...policy, isOver: true }] })).toEqual(['policyOver']);
    expect(reasons({ policies: [{ ...policy, isPublic: false }] })).toEqual(['policyGone']);
    expect(reasons({ policies: [{ ...policy, text: '租金另行规定。' }] })).toEqual(['policyChanged']);
    expect(reasons({ basis: '' })).toEqual([]);
    expect(reasons({ policies: [] })).toEqual([]);
  });

  it('does not mind blanks and marks around the same words', () => {
    expect(reasons({ basis: '租金按同地段 市场租金的百分之六十五确定，\n每两年评估一次' })).toEqual([]);
  });
});

it('adds months as people do', () => {
  expect(monthsAfter(day('2026-08-31'), 6)).toBe('2027-02-28');
  expect(monthsAfter(day('2027-08-31'), 6)).toBe('2028-02-29');
  expect(monthsAfter(day('2026-12-15'), 1)).toBe('2027-01-15');
});
