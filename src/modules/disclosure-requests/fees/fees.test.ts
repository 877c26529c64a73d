import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { feeRuleOn, SHIPPED_FEE_RULES } from './fee-rules.ts';
import { type FeeWay, reckonFee } from './reckon-fee.ts';

const DAY = localDate('2026-03-10');
const items = (count: number, earlier = 0) => reckonFee({ by: 'item', earlier, items: count }, DAY);
const pages = (count: number) => reckonFee({ by: 'volume', pages: count }, DAY);

describe('the fee by item (国办函〔2020〕109号 art 4)', () => {
  it.each([
    [1, 0],
    [10, 0],
    [11, 100],
    [12, 200],
    [30, 2000],
    [31, 2200],
    [40, 4000],
    [41, 4300],
    [50, 7000],
    [51, 7400],
    [60, 11_000],
    [61, 11_500],
    [100, 37_000],
  ])('of %i items in a month is %i yuan', (count, yuan) => {
    expect(items(count).yuan).toBe(yuan);
  });

  it('of one request is the price of its place in the month', () => {
    expect([1, 10, 11, 30, 31, 40, 41, 51].map((place) => items(1, place - 1).yuan)).toEqual([
      0, 0, 100, 100, 200, 200, 300, 400,
    ]);
  });

  it('of a request that was split says each band with its basis', () => {
    expect(items(12, 25).sentences).toEqual([
      '按件计收：申请人2026 年 3 月此前已申请 25 件，本次 12 件，为当月第 26 至 37 件（一个自然月内同一申请人的申请合并计算）。',
      '第 26 至 30 件，共 5 件，每件 100 元，计 500 元。',
      '第 31 至 37 件，共 7 件，每件 200 元，计 1400 元。',
      '合计 1900 元（500＋1400）。（依据：《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第四条）',
    ]);
  });

  it('says of ten that they are free', () => {
    expect(items(1, 9).sentences.slice(1)).toEqual([
      '第 10 件，共 1 件，不收费。',
      '不收取信息处理费。（依据：《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第四条）',
    ]);
  });
});

describe('the fee by volume (国办函〔2020〕109号 art 5)', () => {
  it.each([
    [1, 0],
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [250, 4700],
    [1000, 34_700],
  ])('of %i pages is %i yuan', (count, yuan) => {
    expect(pages(count).yuan).toBe(yuan);
  });

  it('says each band with its basis', () => {
    expect(pages(120).sentences).toEqual([
      '按量计收：本次申请提供信息 120 页（以一次申请为单位计算）。',
      '第 1 至 30 页，共 30 页，不收费。',
      '第 31 至 100 页，共 70 页，每页 10 元，计 700 元。',
      '第 101 至 120 页，共 20 页，每页 20 元，计 400 元。',
      '合计 1100 元（0＋700＋400）。（依据：《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第五条）',
    ]);
  });
});

describe('whatever is reckoned', () => {
  const way: fc.Arbitrary<FeeWay> = fc.oneof(
    fc.record({ by: fc.constant('item' as const), earlier: fc.nat(300), items: fc.integer({ min: 1, max: 200 }) }),
    fc.record({ by: fc.constant('volume' as const), pages: fc.integer({ min: 1, max: 3000 }) }),
  );

  it('the steps follow each other without gap and sum to the fee', () => {
    fc.assert(
      fc.property(way, (one) => {
        const { steps, yuan } = reckonFee(one, DAY);
        const first = one.by === 'item' ? one.earlier + 1 : 1;
        const last = one.by === 'item' ? one.earlier + one.items : one.pages;
        expect(steps[0]?.from).toBe(first);
        expect(steps.at(-1)?.to).toBe(last);
        for (const [at, step] of steps.entries()) {
          if (at > 0) expect(step.from).toBe((steps[at - 1]?.to ?? 0) + 1);
          expect(step.yuan).toBe((step.to - step.from + 1) * step.yuanEach);
        }
        expect(steps.reduce((sum, step) => sum + step.yuan, 0)).toBe(yuan);
      }),
    );
  });

  it('a price never falls with the number', () => {
    fc.assert(
      fc.property(way, (one) => {
        const prices = reckonFee(one, DAY).steps.map((step) => step.yuanEach);
        expect(prices).toEqual([...prices].sort((a, b) => a - b));
      }),
    );
  });

  it('a month costs the same however its requests are split', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 }), (requests) => {
        let earlier = 0;
        let sum = 0;
        for (const count of requests) {
          sum += items(count, earlier).yuan;
          earlier += count;
        }
        expect(sum).toBe(items(earlier).yuan);
      }),
    );
  });

  it('is judged by one price per number, worked out apart', () => {
    const priceOfItem = (n: number) => (n <= 10 ? 0 : n <= 30 ? 100 : 100 * (Math.ceil((n - 30) / 10) + 1));
    const priceOfPage = (n: number) => (n <= 30 ? 0 : n <= 100 ? 10 : n <= 200 ? 20 : 40);
    const sum = (price: (n: number) => number, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, at) => price(from + at)).reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(way, (one) => {
        const expected =
          one.by === 'item'
            ? sum(priceOfItem, one.earlier + 1, one.earlier + one.items)
            : sum(priceOfPage, 1, one.pages);
        expect(reckonFee(one, DAY).yuan).toBe(expected);
      }),
    );
  });
});

describe('what cannot be reckoned', () => {
  it.each<FeeWay>([
    { by: 'item', earlier: -1, items: 1 },
    { by: 'item', earlier: 0, items: 0 },
    { by: 'item', earlier: 0.5, items: 1 },
    { by: 'volume', pages: 0 },
    { by: 'volume', pages: Number.NaN },
    { by: 'volume', pages: 1_000_001 },
  ])('is refused in words: %j', (way) => {
    expect(() => reckonFee(way, DAY)).toThrow(/应为 \d 到 1000000 之间的整数/);
  });

  it('is a request from before the notice', () => {
    expect(() => reckonFee({ by: 'volume', pages: 40 }, localDate('2020-12-31'))).toThrow(/不能收取/);
    expect(reckonFee({ by: 'volume', pages: 40 }, localDate('2021-01-01')).yuan).toBe(100);
  });
});

it('a later notice is a row with a later day', () => {
  const [now] = SHIPPED_FEE_RULES;
  if (!now) throw new Error('no rule');
  const later = { ...now, validFrom: localDate('2028-01-01'), basis: '新办法' };
  expect(feeRuleOn(localDate('2027-12-31'), [now, later])?.basis).toBe(now.basis);
  expect(feeRuleOn(localDate('2028-01-01'), [now, later])?.basis).toBe('新办法');
});
