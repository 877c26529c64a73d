import { expect, it } from 'vitest';
import { satisfiedText } from './rating-words.ts';

it('gives a share of ratings only once there are some', () => {
  expect(
    [
      [0, 0],
      [1, 1],
      [4, 4],
      [5, 5],
      [4, 5],
      [999, 1000],
    ].map(([satisfied = 0, rated = 0]) => satisfiedText(satisfied, rated)),
  ).toEqual(['—', '评价较少', '评价较少', '100%', '80%', '99%']);
});
