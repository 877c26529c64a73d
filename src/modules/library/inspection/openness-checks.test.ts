import { describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { OPENNESS_COLUMNS } from '../columns/openness-columns.ts';
import { classesFor } from '../columns/statutory-content.ts';
import { alikeTexts } from './alike-texts.ts';
import { type OpennessFacts, opennessChecks } from './openness-checks.ts';

const day = (text: string) => text as LocalDate;
const UNITS = [
  { id: 'a', name: '教育局', kind: 'department' },
  { id: 'b', name: '青禾镇', kind: 'town' },
] as const;
const filled = (unitId: string, places: readonly string[], newest = '2026-11-01') =>
  places.map((place) => ({ unitId, place, count: 1, newest: day(newest) }));
const COLUMNS = OPENNESS_COLUMNS.map((column) => column.code);
/** Nothing is wrong with these. */
const GOOD: OpennessFacts = {
  today: day('2026-11-21'),
  units: UNITS,
  columns: [...filled('a', COLUMNS), ...filled('b', COLUMNS)],
  classes: UNITS.flatMap(({ id, kind }) =>
    filled(
      id,
      classesFor(kind).map((one) => one.code),
    ),
  ),
  guides: [{ unitId: 'a', number: 1, title: '指南', revisedOn: day('2026-05-01') }],
  unitChanges: [{ unitId: 'a', on: day('2026-05-01'), what: '负责人或联络员有变动' }],
  rules: [{ unitId: 'a', number: 2, title: '中华人民共和国政府信息公开条例', ruleKind: 'nationalRegulations' }],
  alike: [],
};
const look = (change: Partial<OpennessFacts>) => opennessChecks({ ...GOOD, ...change });
const found = (change: Partial<OpennessFacts>) =>
  look(change).findings.map(({ check, unitId, title, number }) => `${check} ${unitId} ${number ?? title}`);

describe('the checks of the statutory columns', () => {
  it('find nothing where nothing is wrong', () => {
    expect(look({}).findings).toEqual([]);
    expect(look({}).checks.every((one) => one.isMet)).toBe(true);
  });

  it('name every column that a unit leaves empty; what the office stores once fills all (GIP-C1)', () => {
    const columns = [...filled('a', COLUMNS), ...filled('b', ['policy', 'guide', 'onRequest', 'annualReport'])];
    const { checks, findings } = look({ columns });
    expect(findings.map((one) => one.title)).toEqual(['“法定主动公开内容”栏目']);
    expect(checks[0]).toEqual({ code: 'GIP-C1', value: 1, of: 2, isMet: false });
  });

  it('find guides without a date and guides older than the unit’s last change (GIP-C2)', () => {
    const changed = [{ unitId: 'a', on: day('2026-05-02'), what: '负责人或联络员有变动' }];
    expect(look({ unitChanges: changed }).findings[0]).toMatchObject({ check: 'GIP-C2', number: 1, on: '2026-05-02' });
    expect(look({ unitChanges: changed.map((one) => ({ ...one, unitId: 'b' })) }).findings).toEqual([]);
    const undated = [{ unitId: 'b', number: 3, title: '指南', revisedOn: null }];
    expect(found({ guides: undated })).toEqual(['GIP-C2 b 3']);
  });

  it('find whatever stands in the rules column beside the three kinds (GIP-C3)', () => {
    const rules = [{ unitId: 'b', number: 4, title: '青禾镇政务公开制度', ruleKind: '' }];
    expect(found({ rules })).toEqual(['GIP-C3 b 4']);
  });

  it('find items of the catalogue without content or past their period (GIP-C5)', () => {
    const without = GOOD.classes.filter((one) => !(one.unitId === 'b' && one.place === 'cat21.4'));
    expect(found({ classes: without })).toEqual(['GIP-C5 b 贯彻落实农业农村工作政策']);
    const old = GOOD.classes.map((one) => ({ ...one, newest: day('2025-11-20') }));
    expect(found({ classes: old }).filter((one) => one.includes(' a '))).toEqual(
      ['统计信息', '预算、决算', '政府集中采购', '重大建设项目', '监督检查'].map((word) =>
        expect.stringContaining(word),
      ),
    );
    expect(found({ classes: old.map((one) => ({ ...one, newest: day('2025-11-21') })) })).toEqual([]);
  });
});

describe('texts under several numbers (GIP-C4)', () => {
  const print = (hash: string, ...changed: number[]) => ({
    hash,
    signature: Array.from({ length: 60 }, (_, at) => (changed.includes(at) ? -at : at)),
  });

  it('are told once each, beside the earliest', () => {
    expect(alikeTexts([[1, 4, 9]], [], new Map())).toEqual([
      { first: 1, second: 4, share: 1 },
      { first: 1, second: 9, share: 1 },
    ]);
    const prints = new Map([
      [2, print('x')],
      [3, print('y', 1, 2, 3)],
      [5, print('z', ...Array.from({ length: 20 }, (_, at) => at))],
    ]);
    expect(
      alikeTexts(
        [],
        [
          [2, 3, 5],
          [2, 3],
        ],
        prints,
      ),
    ).toEqual([{ first: 2, second: 3, share: 0.95 }]);
  });

  it('are shown with what they have in common', () => {
    const alike = [
      { first: { number: 7, title: '甲' }, second: { number: 8, title: '乙', unitId: 'b' }, share: 0.914 },
    ];
    expect(look({ alike }).findings[0]?.what).toBe('与第7号《甲》正文约91%相同；同一内容应只存一份，请合并其中一条');
  });
});
