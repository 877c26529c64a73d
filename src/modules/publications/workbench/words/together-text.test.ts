import { expect, it } from 'vitest';
import { togetherText } from './together-text.ts';

const partner = (title: string) => ({ id: title, title, kind: 'interpretation', open: 'approved' as const });

it('names everything that goes out at the same instant', () => {
  expect(togetherText({ together: [partner('甲解读'), partner('乙解读')] })).toBe(
    '将同时公开：《甲解读》、《乙解读》。',
  );
});

it('says nothing of what goes out alone', () => {
  expect(togetherText({ together: [] })).toBeNull();
});
