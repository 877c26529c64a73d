import { expect, it } from 'vitest';
import { stacked } from './stacked.ts';

it('leaves cards at their block and pushes the next one down where it would overlap', () => {
  expect(
    stacked([
      { top: 0, height: 50 },
      { top: 10, height: 30 },
      { top: 300, height: 20 },
    ]),
  ).toEqual([0, 58, 300]);
});
