import { expect, it } from 'vitest';
import { fixtureOpenPlans } from './public/open-plans.fixtures.ts';
import { rememberReads } from './remembered-reads.ts';

function counted() {
  const open = fixtureOpenPlans();
  const asked: string[] = [];
  let fails = false;
  const reads = rememberReads({
    ...open,
    byId: async (id) => {
      asked.push(id);
      if (fails) throw new Error('connection refused');
      return open.byId(id);
    },
  });
  return { reads, asked, fail: (value: boolean) => (fails = value) };
}

it('reads a plan once for all pages of a version', async () => {
  const { reads, asked } = counted();
  await Promise.all([reads('1').byId('a'), reads('1').byId('a'), reads('1').byId('b')]);
  expect(asked).toEqual(['a', 'b']);
});

it('reads again for a new version', async () => {
  const { reads, asked } = counted();
  await reads('1').byId('a');
  await reads('2').byId('a');
  expect(asked).toEqual(['a', 'a']);
});

it('does not remember a failure', async () => {
  const { reads, asked, fail } = counted();
  fail(true);
  await expect(reads('1').byId('a')).rejects.toThrow('connection refused');
  fail(false);
  await reads('1').byId('a');
  expect(asked).toHaveLength(2);
});
