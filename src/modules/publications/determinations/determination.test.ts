import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { determinationFaults, isReviewDue, nextReviewOn, occasionOf, type Proposal } from './determination.ts';
import { LEGAL_BASES } from './legal-basis.ts';

const day = (text: string) => text as LocalDate;
const TODAY = day('2026-03-02');
const fields = (proposal: Proposal) => determinationFaults(proposal, TODAY).map((fault) => fault.field);

describe('a determination of the disclosure attribute', () => {
  it('rests on a legal basis that fits the attribute', () => {
    expect(fields({ attribute: 'proactive', manner: 'open', legalBasis: 'cat20.1' })).toEqual([]);
    expect(fields({ attribute: 'withheld', manner: 'open', legalBasis: 'art14.1' })).toEqual([]);
    expect(fields({ attribute: 'onRequest', manner: 'open', legalBasis: 'art16.2' })).toEqual([]);
    expect(fields({ attribute: 'proactive', manner: 'open', legalBasis: 'art14.1' })).toEqual(['legalBasis']);
    expect(fields({ attribute: 'withheld', manner: 'open', legalBasis: 'cat20.1' })).toEqual(['legalBasis']);
    expect(fields({ attribute: 'withheld', manner: 'open', legalBasis: 'because' })).toEqual(['legalBasis']);
  });

  it('knows the fifteen items of article 20 and every ground for keeping back', () => {
    const codes = LEGAL_BASES.map((basis) => basis.code);
    for (let item = 1; item <= 15; item += 1) expect(codes).toContain(`cat20.${item}`);
    expect(codes).toEqual(expect.arrayContaining(['art14.1', 'art14.2', 'art14.3', 'art15', 'art16.1', 'art16.2']));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('names the group when it is disclosed at fixed points only (REV-9)', () => {
    const targeted = { attribute: 'proactive', manner: 'targeted', legalBasis: 'art21' } as const;
    expect(fields(targeted)).toEqual(['audience']);
    expect(fields({ ...targeted, audience: '临湖街道被征收户，居委会公告栏' })).toEqual([]);
    expect(fields({ ...targeted, attribute: 'withheld', legalBasis: 'art15' })).toEqual(['manner', 'audience']);
  });

  it('is looked at again within a year when the document is kept back (REV-4)', () => {
    const kept = { attribute: 'withheld', manner: 'open', legalBasis: 'art15' } as const;
    expect(nextReviewOn(kept, TODAY)).toBe('2027-03-02');
    expect(nextReviewOn({ ...kept, nextReviewOn: day('2026-06-30') }, TODAY)).toBe('2026-06-30');
    expect(nextReviewOn({ attribute: 'proactive', manner: 'open', legalBasis: 'cat20.1' }, TODAY)).toBeNull();
    expect(fields({ ...kept, nextReviewOn: TODAY })).toEqual(['nextReviewOn']);
    expect(fields({ ...kept, nextReviewOn: day('2027-03-03') })).toEqual(['nextReviewOn']);
    expect(isReviewDue({ nextReviewOn: day('2026-03-02') }, TODAY)).toBe(true);
    expect(isReviewDue({ nextReviewOn: day('2026-03-03') }, TODAY)).toBe(false);
    expect(isReviewDue({ nextReviewOn: null }, TODAY)).toBe(false);
  });

  it('says how it came about: first, change, review or conversion (REV-5)', () => {
    const open = { attribute: 'proactive', manner: 'open' } as const;
    const kept = { attribute: 'withheld', manner: 'open' } as const;
    expect(occasionOf(undefined, kept)).toBe('first');
    expect(occasionOf(kept, kept)).toBe('review');
    expect(occasionOf(kept, open)).toBe('conversion');
    expect(occasionOf(open, kept)).toBe('change');
    expect(occasionOf(open, { ...open, manner: 'targeted' })).toBe('change');
  });
});
