import { beforeAll, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { putEntries } from '../entries/entries.store.ts';
import { type SearchEntry, wordsOf } from '../entries/search-entry.ts';
import { search as searchSchema } from '../migrations/search.ts';
import { Segmenter } from '../words/segmenter.ts';
import { FACETS, type Filters } from './facets.ts';
import { COUNTED_AT_MOST, type FindRequest, findEntries, type WeighedTerm } from './find-entries.store.ts';

const UNITS = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const MANY = COUNTED_AT_MOST + 100;
const BATCH = 500;

/** 供热 stands in every text; 供热 is what the last hundred are about. */
function entryOf(at: number): SearchEntry {
  const number = at + 1;
  return {
    number,
    kind: at % 2 === 0 ? 'policyDocument' : 'interpretation',
    unitId: UNITS[at % 3] ?? '',
    year: 2020 + (at % 5),
    validity: at % 4 === 0 ? null : 'inForce',
    topics: at % 10 === 0 ? ['能源', '民生'] : ['能源'],
    datedOn: localDate(`${2020 + (at % 5)}-03-01`),
    documentNumber: null,
    title: at >= MANY - 100 ? '供热补贴' : at === 7 || at === 8 ? '燃气通知' : '年度安排',
    names: [],
    body: at === 8 ? '阀门。' : '供热。',
  };
}

function request(more: Partial<FindRequest> = {}): FindRequest {
  return {
    query: "('供热')",
    rank: "'供热'",
    parts: [],
    phrases: [],
    filters: {},
    newestFirst: false,
    offset: 0,
    limit: 10,
    ...more,
  };
}

describeDatabases([searchSchema], (database) => {
  const entries = Array.from({ length: MANY }, (_, at) => entryOf(at));
  const find = (more?: Partial<FindRequest>) => findEntries(database(), request(more));

  beforeAll(async () => {
    const segmenter = new Segmenter();
    for (let at = 0; at < MANY; at += BATCH) {
      const batch = entries.slice(at, at + BATCH);
      await putEntries(
        database().kysely,
        batch.map((entry) => ({ entry, words: wordsOf(segmenter, entry) })),
      );
    }
  }, 120_000);

  it('shows what is about it first when there are more than are counted', async () => {
    const found = await find();
    expect(found.total).toBe(COUNTED_AT_MOST + 1);
    expect(found.items).toHaveLength(10);
    for (const { number } of found.items) expect(number).toBeGreaterThan(MANY - 100);
    const second = await find({ offset: 10 });
    expect(second.items.filter(({ number }) => found.items.some((one) => one.number === number))).toEqual([]);
  });

  it('lets a word of the text weigh among more than are counted', async () => {
    const part = (query: string): WeighedTerm => ({ query, weight: 1, everywhere: false });
    const found = await find({
      query: "('燃气') | ('供热')",
      rank: "'燃气' | '供热'",
      parts: [{ ...part("('燃气')"), weight: 3 }, part("('供热')")],
    });
    expect(found.total).toBe(COUNTED_AT_MOST + 1);
    // Both are about 燃气; only one has 供热 in its text.
    expect(found.items.slice(0, 2).map(({ number }) => number)).toEqual([8, 9]);
    const [with2, without] = found.items;
    expect((with2?.score ?? 0) - (without?.score ?? 0)).toBeCloseTo(0.4, 2);
  });

  it.each<[string, Filters]>([
    ['nothing chosen', {}],
    ['a year and a unit chosen', { year: '2022', unit: UNITS[1] }],
    ['a topic and a validity chosen', { topic: '民生', validity: 'inForce' }],
    ['what nothing has', { kind: 'guide' }],
  ])('counts every facet as reading all would: %s', async (_, filters) => {
    const within = (entry: SearchEntry, chosen: Filters) =>
      (['kind', 'unit', 'year', 'validity', 'topic'] as const).every((facet) => {
        const choice = chosen[facet];
        return choice === undefined || valuesOf(entry, facet).includes(choice);
      });
    const query = "('燃气') | ('补贴')";
    const held = entries.filter(({ title }) => /燃气|补贴/.test(title));
    const found = await find({ query, filters });
    expect(found.total).toBe(held.filter((entry) => within(entry, filters)).length);
    for (const facet of FACETS) {
      const { [facet]: _own, ...others } = filters;
      const counts = new Map<string, number>();
      for (const entry of held.filter((one) => within(one, others))) {
        for (const value of valuesOf(entry, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      expect(Object.fromEntries(found.facets[facet].map(({ value, count }) => [value, count]))).toEqual(
        Object.fromEntries(counts),
      );
    }
  });
});

function valuesOf(entry: SearchEntry, facet: (typeof FACETS)[number]): readonly string[] {
  if (facet === 'topic') return entry.topics;
  const value = { kind: entry.kind, unit: entry.unitId, year: String(entry.year), validity: entry.validity }[facet];
  return value === null ? [] : [value];
}
