import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { effectOf } from './effect.ts';

const days = (...texts: string[]) => texts.map(localDate);
const many = (count: number, day: string) => Array.from({ length: count }, () => localDate(day));

describe('the effect of a measure, month by month (MSG-15)', () => {
  it('compares whole months: neither that of the day of effect nor the present one', () => {
    const received = [
      ...many(4, '2026-01-31'),
      ...many(6, '2026-02-01'),
      ...many(9, '2026-03-02'),
      ...many(1, '2026-04-30'),
      ...many(7, '2026-06-01'),
    ];
    const effect = effectOf(received, localDate('2026-03-20'), localDate('2026-06-15'));
    expect(
      effect.months.map(({ month, received: count, phase, isCompared }) => [month, count, phase, isCompared]),
    ).toEqual([
      ['2026-01', 4, 'before', true],
      ['2026-02', 6, 'before', true],
      ['2026-03', 9, 'turn', false],
      ['2026-04', 1, 'after', true],
      ['2026-05', 0, 'after', true],
      ['2026-06', 7, 'after', false],
    ]);
    expect(effect.before).toEqual({ from: '2026-01', to: '2026-02', months: 2, received: 10, average: 5 });
    expect(effect.after).toEqual({ from: '2026-04', to: '2026-05', months: 2, received: 1, average: 0.5 });
    expect(effect.fallPercent).toBe(90);
    expect(effect.sentence).toBe(
      '生效前（2026年1月至2026年2月，2 个月）月均 5 件，生效后（2026年4月至2026年5月，2 个月）月均 0.5 件，减少 90%。',
    );
  });

  it('says that more came, as plainly as that fewer did', () => {
    const received = [...days('2026-01-05', '2026-01-06'), ...many(3, '2026-03-05')];
    const effect = effectOf(received, localDate('2026-02-10'), localDate('2026-04-01'));
    expect(effect.fallPercent).toBe(-50);
    expect(effect.sentence).toContain('增加 50%');
    expect(
      effectOf([...many(2, '2026-01-05'), ...many(2, '2026-03-05')], localDate('2026-02-10'), localDate('2026-04-01'))
        .sentence,
    ).toContain('持平');
  });

  it('tells nothing while no whole month has passed, or none before; a month that begins with the measure is whole', () => {
    const effect = effectOf(days('2026-01-05'), localDate('2026-02-01'), localDate('2026-03-01'));
    expect(effect.fallPercent).toBe(100);
    const early = effectOf(days('2026-01-05'), localDate('2026-02-01'), localDate('2026-02-28'));
    expect(early).toMatchObject({ after: null, fallPercent: null });
    expect(early.sentence).toContain('之后还没有满一个自然月');
    const late = effectOf(days('2026-02-05'), localDate('2026-02-01'), localDate('2026-05-28'));
    expect(late).toMatchObject({ before: null, fallPercent: null });
    expect(late.sentence).toContain('不能比较');
  });

  it('has no sides before a day of effect is known, and draws every month up to the present one', () => {
    const effect = effectOf(days('2025-11-30', '2026-01-01'), null, localDate('2026-02-03'));
    expect(effect.months.map(({ month, received }) => `${month} ${received}`)).toEqual([
      '2025-11 1',
      '2025-12 0',
      '2026-01 1',
      '2026-02 0',
    ]);
    expect(effect.months.every(({ phase, isCompared }) => phase === null && !isCompared)).toBe(true);
    expect(effectOf([], null, localDate('2026-02-03')).months).toEqual([
      { month: '2026-02', received: 0, phase: null, isCompared: false },
    ]);
  });

  it('looks six months to each side at most and draws two years', () => {
    const received = Array.from({ length: 40 }, (_, i) =>
      localDate(`${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-10`),
    );
    const effect = effectOf(received, localDate('2025-06-15'), localDate('2026-05-10'));
    expect(effect.before).toMatchObject({ from: '2024-12', to: '2025-05', months: 6 });
    expect(effect.after).toMatchObject({ from: '2025-11', to: '2026-04', months: 6 });
    expect(effect.months).toHaveLength(24);
    expect(effect.months.at(-1)?.month).toBe('2026-05');
  });
});
