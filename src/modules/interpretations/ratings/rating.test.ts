import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { interpretationFigures } from '../open-interpretations.ts';
import { raterKey, ratingFigures } from './rating.ts';

describe('ratings of an interpretation', () => {
  it('count each word and give the mean', () => {
    const figures = ratingFigures([
      { stars: 5, times: 3 },
      { stars: 2, times: 1 },
    ]);
    expect(figures).toEqual({ counts: [0, 1, 0, 0, 3], total: 4, mean: 4.25 });
    expect(ratingFigures([]).mean).toBeNull();
  });

  it('tell a reader of a day again, not who it is, nor the same reader elsewhere or tomorrow', () => {
    const secret = new Uint8Array(32).fill(7);
    const key = raterKey(secret, 12, localDate('2026-03-02'), '10.0.0.8');
    expect(raterKey(secret, 12, localDate('2026-03-02'), '10.0.0.8')).toBe(key);
    expect(raterKey(secret, 12, localDate('2026-03-03'), '10.0.0.8')).not.toBe(key);
    expect(raterKey(secret, 13, localDate('2026-03-02'), '10.0.0.8')).not.toBe(key);
    expect(raterKey(secret, 12, localDate('2026-03-02'), '10.0.0.9')).not.toBe(key);
    expect(key).not.toContain('10.0.0');
  });
});

describe('the share of diversified forms (ITP-9)', () => {
  const item = (form: string) => ({ fields: { form } });

  it('counts everything but words alone, and is never rounded up', () => {
    const figures = interpretationFigures([item('text'), item('text'), item('video')]);
    expect(figures).toMatchObject({ total: 3, diversified: 1, diversifiedPercent: 33 });
    const near = interpretationFigures([...Array(501).fill(item('text')), ...Array(499).fill(item('infographic'))]);
    expect(near.diversifiedPercent).toBe(49);
  });

  it('is unknown, not 0, when there are none', () => {
    expect(interpretationFigures([]).diversifiedPercent).toBeNull();
  });
});
