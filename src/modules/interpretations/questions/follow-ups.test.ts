import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { type AskedQuestion, documentQuestions, isDue } from './follow-ups.ts';

let id = 0;
function asked(document: number, on: string, times: number, answeredBy: number | null = null): AskedQuestion {
  id += 1;
  return { id: String(id), document, question: '怎么报名', askedOn: localDate(on), times, answeredBy };
}
const one = (questions: readonly AskedQuestion[], trigger = 10) => documentQuestions(questions, trigger)[0];

describe('questions about a document (ITP-7)', () => {
  it('trigger on the day on which people asked often enough, whatever the order of filing', () => {
    const questions = [asked(1, '2026-05-01', 4), asked(1, '2026-03-01', 3), asked(1, '2026-04-01', 3)];
    expect(one(questions)).toMatchObject({ times: 10, openTimes: 10, triggeredOn: '2026-05-01', followedUp: false });
    expect(one(questions, 6)?.triggeredOn).toBe('2026-04-01');
    expect(one(questions, 11)?.triggeredOn).toBeNull();
  });

  it('are followed up when a later interpretation answers them', () => {
    const standing = one([asked(1, '2026-03-01', 10, 77), asked(1, '2026-04-01', 2)]);
    expect(standing).toMatchObject({ followedUp: true, openTimes: 2, answeredBy: [77] });
    expect(standing && isDue(standing)).toBe(false);
  });

  it('ask for another interpretation when they pile up again', () => {
    const standing = one([asked(1, '2026-03-01', 10, 77), asked(1, '2026-05-01', 10)]);
    expect(standing).toMatchObject({ followedUp: false, openTimes: 10 });
    expect(standing && isDue(standing)).toBe(true);
  });

  it('below the trigger ask for nothing', () => {
    const standing = one([asked(1, '2026-03-01', 9)]);
    expect(standing && isDue(standing)).toBe(false);
  });

  it('stand in the order of urgency: due first, then by what is open', () => {
    const questions = [
      asked(1, '2026-03-01', 5),
      asked(2, '2026-03-01', 50, 77),
      asked(3, '2026-03-01', 12),
      asked(4, '2026-03-01', 30),
    ];
    expect(documentQuestions(questions, 10).map((standing) => standing.document)).toEqual([4, 3, 1, 2]);
  });
});
