import { expect, it } from 'vitest';
import { begun } from './begun.ts';

async function* rows(count: number, failsAt = Number.POSITIVE_INFINITY, left: () => void = () => undefined) {
  try {
    for (let row = 0; row < count; row += 1) {
      if (row === failsAt) throw new Error(`row ${row}`);
      yield row;
    }
  } finally {
    left();
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const got: T[] = [];
  for await (const item of items) got.push(item);
  return got;
}

it('gives the same items, each once, however few', async () => {
  for (const count of [0, 1, 2, 3, 1000])
    expect(await all(await begun(rows(count)))).toEqual(Array.from({ length: count }, (_, row) => row));
});

it('fails before anything is sent when the heading or the first row fails, later in the middle', async () => {
  for (const failsAt of [0, 1]) await expect(begun(rows(3, failsAt))).rejects.toThrow(`row ${failsAt}`);
  const table = await begun(rows(4, 3));
  await expect(all(table)).rejects.toThrow('row 3');
});

it('lets go of what it reads when nobody wants more', async () => {
  let isLeft = false;
  const table = await begun(rows(10, undefined, () => (isLeft = true)));
  for await (const row of table) if (row === 4) break;
  expect(isLeft).toBe(true);
});
