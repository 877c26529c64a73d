import { describe, expect, it } from 'vitest';
import type { OpenRelation } from '../public/open-publications.ts';
import { NOTICE, READING } from '../publications.fixtures.ts';
import { affectedByEnd } from './ending-effects.ts';

const kinds = {
  has: (code: string) => code === 'notice' || code === 'reading',
  get: (code: string) => (code === 'notice' ? NOTICE : READING),
};
const relation = (more: Partial<OpenRelation>): OpenRelation => ({
  type: 'basis',
  direction: 'to',
  number: 1,
  address: null,
  title: '另一份',
  kind: 'notice',
  status: 'public',
  on: null,
  ...more,
});
const effects = (own: typeof NOTICE, ...related: OpenRelation[]) =>
  affectedByEnd(own, related, kinds).map(({ number, label, effect }) => `${number} ${label} ${effect}`);

describe('what an end does to other public things', () => {
  it('tells the explanation that stays alone, and the document that loses its explanation', () => {
    expect(effects(NOTICE, relation({ type: 'interprets', direction: 'from', kind: 'reading' }))).toEqual([
      '1 解读 partner',
    ]);
    expect(effects(READING, relation({ type: 'interprets' }))).toEqual(['1 解读的文件 explained']);
  });

  it('tells the document that this one repealed: it holds again as before', () => {
    expect(effects(NOTICE, relation({ type: 'repeals' }))).toEqual(['1 废止 holding']);
    expect(effects(NOTICE, relation({ type: 'repeals', direction: 'from' }))).toEqual(['1 被废止 linked']);
  });

  it('names each once, what matters most first, and nothing that is not public or stands elsewhere', () => {
    const found = effects(
      NOTICE,
      relation({ number: 3 }),
      relation({ number: 4, status: 'withdrawn' }),
      relation({ number: null, kind: null, status: null, address: 'https://www.example.cn' }),
      relation({ number: 2, type: 'interprets', direction: 'from', kind: 'reading' }),
      relation({ number: 3, type: 'repeals' }),
    );
    expect(found).toEqual(['2 解读 partner', '3 废止 holding']);
  });
});
