import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { OpenRelation } from '../../publications/index.ts';
import { affectedNumbers, datedRelations, type OtherDocument } from './shelf-entry.ts';

const day = (text: string) => text as LocalDate;
const relation = (more: Partial<OpenRelation>): OpenRelation => ({
  type: 'repeals',
  direction: 'from',
  number: 9,
  address: null,
  title: '后来的文件',
  kind: 'policyDocument',
  status: 'public',
  on: null,
  ...more,
});
const others = (fields: OtherDocument['fields'] = {}) =>
  new Map<number, OtherDocument>([
    [
      9,
      { title: '后来的文件', fields: { documentNumber: '明府规〔2026〕9号', ...fields }, datedOn: day('2026-05-01') },
    ],
  ]);

describe('what later documents did to one', () => {
  it('holds from the day that the relation names', () => {
    expect(
      datedRelations([relation({ on: day('2026-06-01') })], others({ takesEffectOn: '2026-07-01' }))[0],
    ).toMatchObject({
      type: 'repealedBy',
      on: '2026-06-01',
      by: { documentNumber: '明府规〔2026〕9号', number: 9 },
    });
  });

  it('else from the day on which the other takes effect, else from its date', () => {
    expect(datedRelations([relation({})], others({ takesEffectOn: '2026-07-01' }))[0]?.on).toBe('2026-07-01');
    expect(datedRelations([relation({})], others())[0]?.on).toBe('2026-05-01');
  });

  it('counts only what is public', () => {
    for (const status of ['withdrawn', 'removed', 'merged'] as const)
      expect(datedRelations([relation({ status })], others())).toEqual([]);
  });

  it('takes what the document says of itself, when the other is in no library', () => {
    const own = relation({
      type: 'repealedBy',
      direction: 'to',
      number: null,
      status: null,
      title: '市里的决定',
      on: day('2025-01-01'),
    });
    expect(datedRelations([own], new Map())[0]).toMatchObject({
      type: 'repealedBy',
      by: { title: '市里的决定', number: null },
    });
  });

  it('tells an act once, though both sides tell it', () => {
    const own = relation({ type: 'repealedBy', direction: 'to', on: day('2026-05-01') });
    expect(datedRelations([own, relation({})], others())).toHaveLength(1);
  });

  it('extends only with a new last day, and knows no other kinds of relation', () => {
    expect(datedRelations([relation({ type: 'extends' })], others())).toEqual([]);
    expect(datedRelations([relation({ type: 'extends' })], others({ extendsUntil: '2030-12-31' }))[0]?.until).toBe(
      '2030-12-31',
    );
    expect(datedRelations([relation({ type: 'basis' }), relation({ type: 'interprets' })], others())).toEqual([]);
  });
});

describe('whose row a document changes', () => {
  it('is what it repeals, amends, extends or interprets, each once', () => {
    const frozen = (type: string, number: number | null) => ({ type, number, address: null, title: null, on: null });
    expect(
      affectedNumbers({
        relations: [
          frozen('repeals', 3),
          frozen('amends', 3),
          frozen('interprets', 4),
          frozen('basis', 5),
          frozen('extends', null),
        ],
      }),
    ).toEqual([3, 4]);
  });
});
