import { expect, it } from 'vitest';
import { ownProgress } from './own-progress.ts';

const shown = (...events: string[]) => ownProgress(events.map((event) => ({ event }))).map(({ event }) => event);

it('shows the answer of the merging as long as it holds, and leaves it out once the case goes its own way', () => {
  expect(shown('receive', 'merge', 'sendReply', 'rate')).toEqual(['receive', 'merge', 'sendReply', 'rate']);
  expect(shown('receive', 'merge', 'sendReply', 'rate', 'separate', 'accept', 'sendReply', 'rate')).toEqual([
    'receive',
    'merge',
    'separate',
    'accept',
    'sendReply',
    'rate',
  ]);
});

it('keeps what was answered before the merging, and between two of them', () => {
  const first = ['receive', 'sendReply', 'rate', 'reopen', 'merge'];
  const between = ['separate', 'sendReply', 'reopen', 'merge'];
  expect(shown(...first, 'sendReply', ...between, 'sendReply', 'separate')).toEqual([...first, ...between, 'separate']);
});
