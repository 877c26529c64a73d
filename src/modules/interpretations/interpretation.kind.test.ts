import { describe, expect, it } from 'vitest';

import { interpretation } from './interpretation.kind.ts';
import { INTERPRETATION_POINTS, INTERPRETATION_STAGES, isDiversified } from './interpretation-words.ts';

const field = (code: string) => interpretation.fields.find((one) => one.code === code);

describe('the kind interpretation', () => {
  it('asks which of the points a reader needs are really there (ITP-4)', () => {
    expect(field('points')?.required).toBe(true);
    expect(field('points')?.choices?.map((choice) => choice.value)).toEqual(Object.keys(INTERPRETATION_POINTS));
    expect(Object.keys(INTERPRETATION_POINTS).length).toBeGreaterThanOrEqual(8);
  });

  it('is given at the draft, with the document, and again when questions come (ITP-6, ITP-7)', () => {
    expect(Object.keys(INTERPRETATION_STAGES)).toEqual(['draft', 'release', 'followUp']);
    expect(field('stage')?.required).toBe(true);
  });

  it('keeps what people worried about before inside, and demands a text of every form', () => {
    expect(field('concerns')?.internal).toBe(true);
    expect(interpretation.body).toBe('required');
  });

  it('counts every form but words alone as diversified', () => {
    expect(isDiversified('text')).toBe(false);
    expect(isDiversified('infographic')).toBe(true);
    expect(isDiversified('unheard-of')).toBe(false);
  });
});
