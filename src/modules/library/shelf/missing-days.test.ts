import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { missingDays } from './missing-days.ts';

const days = (...texts: string[]) => texts as LocalDate[];
const day = (text: string) => text as LocalDate;

describe('days without figures', () => {
  it('are told from the first day on, the last ones too', () => {
    expect(missingDays(days('2026-03-01', '2026-02-27', '2026-03-02'), day('2026-03-04'))).toEqual([
      '2026-02-28',
      '2026-03-03',
      '2026-03-04',
    ]);
  });

  it('are none before the first figures, nor while all are there', () => {
    expect(missingDays([], day('2026-03-04'))).toEqual([]);
    expect(missingDays(days('2026-03-03', '2026-03-04'), day('2026-03-04'))).toEqual([]);
  });
});
