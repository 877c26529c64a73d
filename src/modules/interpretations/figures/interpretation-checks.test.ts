import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import type { CheckCode } from './check-words.ts';
import {
  type CheckedDocument,
  type CheckedInterpretation,
  type CheckedWorld,
  checkEntries,
  checkFigures,
  inScope,
} from './interpretation-checks.ts';
import { USUAL_THRESHOLDS } from './threshold-words.ts';

const at = (text: string) => new Date(`${text}+08:00`);

function document(number: number, more: Partial<CheckedDocument> = {}): CheckedDocument {
  return {
    number,
    unitId: 'u',
    title: `文件${number}`,
    publishedAt: at('2026-03-02T10:00'),
    approvedAt: at('2026-03-01T16:00'),
    ...more,
  };
}

function reading(number: number, explains: number[], more: Partial<CheckedInterpretation> = {}): CheckedInterpretation {
  return {
    ...document(number),
    title: `解读${number}`,
    form: 'text',
    stage: 'release',
    explains,
    ratings: 0,
    mean: null,
    ...more,
  };
}

function world(more: Partial<CheckedWorld>): CheckedWorld {
  return {
    year: 2026,
    thresholds: USUAL_THRESHOLDS,
    documents: [],
    interpretations: [],
    questions: [],
    askedDocuments: new Map(),
    ...more,
  };
}

const of = (check: CheckCode, given: CheckedWorld) => checkEntries(given).filter((entry) => entry.check === check);
const figure = (check: CheckCode, given: CheckedWorld) => checkFigures(checkEntries(given))[check];

describe('whether an interpretation is due (ITP-3)', () => {
  it('says so of normative documents and of those that concern people', () => {
    expect(inScope({ normative: true })).toBe(true);
    expect(inScope({ interpretation: 'together' })).toBe(true);
    expect(inScope({ interpretation: 'none' })).toBe(false);
    expect(inScope({ normative: true, interpretation: 'earlier' })).toBe(false);
    expect(inScope({})).toBe(false);
  });
});

describe('released together (ITP-C1)', () => {
  const one = (more: Partial<CheckedInterpretation>, hours = 0) =>
    of(
      'together',
      world({
        documents: [document(1)],
        interpretations: [reading(2, [1], more)],
        thresholds: { ...USUAL_THRESHOLDS, releaseToleranceHours: hours },
      }),
    )[0];

  it('wants the same instant, or the hours that the office allows', () => {
    expect(one({})?.meets).toBe(true);
    const late = { publishedAt: at('2026-03-02T13:00') };
    expect(one(late)).toMatchObject({ meets: false, note: '解读与文件发布时间相差 3 小时' });
    expect(one(late, 3)?.meets).toBe(true);
    expect(one({ publishedAt: at('2026-03-12T10:00') })?.note).toContain('10 天');
  });

  it('wants the interpretation approved no later than the document', () => {
    expect(one({ approvedAt: at('2026-03-01T16:01') })).toMatchObject({ meets: false, note: '解读的审签晚于文件' });
    expect(one({ approvedAt: null })?.meets).toBe(true);
  });

  it('is not done by an interpretation of another stage, nor by none', () => {
    expect(one({ stage: 'followUp' })).toMatchObject({ meets: false, note: '没有同步解读' });
    const none = world({ documents: [document(1)], interpretations: [reading(2, [9])] });
    expect(figure('together', none)).toEqual({ met: 0, total: 1 });
    expect(figure('interpreted', none)).toEqual({ met: 0, total: 1 });
  });

  it('is done when one of several was in step', () => {
    const both = [reading(2, [1], { publishedAt: at('2026-04-01T10:00') }), reading(3, [1])];
    expect(figure('together', world({ documents: [document(1)], interpretations: both }))).toEqual({
      met: 1,
      total: 1,
    });
  });
});

describe('interpretations of a unit and year', () => {
  it('are counted by form (ITP-C3), link (ITP-C5) and open rating (ITP-C7)', () => {
    const given = world({
      interpretations: [
        reading(2, [1], { form: 'infographic', ratings: 3, mean: 4.5 }),
        reading(3, []),
        reading(4, [1], { publishedAt: at('2025-12-31T23:00') }),
      ],
    });
    expect(figure('diversified', given)).toEqual({ met: 1, total: 2 });
    expect(figure('linked', given)).toEqual({ met: 1, total: 2 });
    expect(figure('rated', given)).toEqual({ met: 2, total: 2 });
    expect(of('rated', given)[0]?.note).toBe('3 人评价，平均 4.5 分');
  });

  it('of the draft stage count until the last day of October in Shanghai (ITP-C4)', () => {
    const draft = (publishedAt: Date) => reading(2, [], { stage: 'draft', publishedAt });
    const count = (publishedAt: Date) => figure('draftStage', world({ interpretations: [draft(publishedAt)] }));
    expect(count(at('2026-10-31T23:59'))).toEqual({ met: 1, total: 1 });
    expect(count(at('2026-11-01T00:00'))).toEqual({ met: 0, total: 1 });
    expect(figure('draftStage', world({ interpretations: [reading(3, [])] }))).toEqual({ met: 0, total: 0 });
    const sought = world({ interpretations: [draft(at('2026-10-31T23:59'))] });
    expect(figure('linked', sought)).toEqual({ met: 0, total: 0 });
  });
});

describe('followed up (ITP-C6)', () => {
  const question = (times: number, answeredBy: number | null) => ({
    id: 'q',
    document: 1,
    question: '怎么报名',
    askedOn: localDate('2026-05-01'),
    times,
    answeredBy,
  });
  const asked = { askedDocuments: new Map([[1, { title: '文件1', unitId: 'u' }]]) };

  it('looks at documents past the trigger alone', () => {
    expect(figure('followedUp', world({ ...asked, questions: [question(9, null)] }))).toEqual({ met: 0, total: 0 });
    expect(figure('followedUp', world({ ...asked, questions: [question(10, null)] }))).toEqual({ met: 0, total: 1 });
    const met = world({ ...asked, questions: [question(10, 77)] });
    expect(of('followedUp', met)).toMatchObject([{ unitId: 'u', number: 1, meets: true }]);
  });

  it('forgets documents that are public no more', () => {
    expect(figure('followedUp', world({ questions: [question(10, null)] }))).toEqual({ met: 0, total: 0 });
  });
});
