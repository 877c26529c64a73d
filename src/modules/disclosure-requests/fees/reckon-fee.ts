import { AppError } from '../../../kernel/app-error.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { type FeeBand, type FeeRule, type FeeScale, feeRuleOn } from './fee-rules.ts';

/** By item or by volume, never both for one request (国办函〔2020〕109号 art 3): the type leaves no room for it. */
export type FeeWay =
  | {
      readonly by: 'item';
      /** Items of the same applicant earlier in the calendar month in which this request was received. */
      readonly earlier: number;
      /** Items of this request: 1, or more when it was split into smallest reasonable units. */
      readonly items: number;
    }
  | { readonly by: 'volume'; readonly pages: number };

export const FEE_WAY_LABELS: Readonly<Record<FeeWay['by'], string>> = { item: '按件计收', volume: '按量计收' };

/** What lies in one band: that many, for so much each. */
export interface FeeStep {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly yuanEach: number;
  readonly yuan: number;
  /** 第 31 至 40 页，10 页，每页 10 元，计 100 元. */
  readonly says: string;
}

export interface FeeReckoning {
  readonly by: FeeWay['by'];
  /** Whole yuan. */
  readonly yuan: number;
  readonly steps: readonly FeeStep[];
  /** The whole reckoning in Chinese sentences, the sum last. */
  readonly sentences: readonly string[];
  readonly basis: string;
}

const MOST = 1_000_000;

/**
 * The fee for handling a request, step by step.
 * @param receivedOn day of receipt of the request: the figures of that day hold, and it names the calendar month
 * @throws AppError `fee-count-invalid` (422), `fee-without-rule` (422) when nothing could be asked on that day
 */
export function reckonFee(way: FeeWay, receivedOn: LocalDate, rules?: readonly FeeRule[]): FeeReckoning {
  const rule = feeRuleOn(receivedOn, rules);
  if (!rule)
    throw new AppError('fee-without-rule', 422, `${receivedOn} 没有信息处理费收费标准，该申请不能收取信息处理费。`);
  return way.by === 'item' ? byItem(way, rule.byItem, receivedOn) : byVolume(way.pages, rule.byVolume);
}

function byItem(
  { earlier, items }: { readonly earlier: number; readonly items: number },
  scale: FeeScale,
  receivedOn: LocalDate,
): FeeReckoning {
  checkCount(earlier, 0, '当月已申请件数');
  checkCount(items, 1, '本次申请件数');
  const month = `${receivedOn.slice(0, 4)} 年 ${Number(receivedOn.slice(5, 7))} 月`;
  const intro = `按件计收：申请人${month}此前已申请 ${earlier} 件，本次 ${items} 件，为当月第 ${range(earlier + 1, earlier + items, '件')}（一个自然月内同一申请人的申请合并计算）。`;
  return reckoning('item', intro, stepsOf(scale, earlier + 1, earlier + items), scale);
}

function byVolume(pages: number, scale: FeeScale): FeeReckoning {
  checkCount(pages, 1, '提供信息的页数');
  const intro = `按量计收：本次申请提供信息 ${pages} 页（以一次申请为单位计算）。`;
  return reckoning('volume', intro, stepsOf(scale, 1, pages), scale);
}

function reckoning(by: FeeWay['by'], intro: string, steps: readonly FeeStep[], scale: FeeScale): FeeReckoning {
  const yuan = steps.reduce((sum, step) => sum + step.yuan, 0);
  const sum =
    yuan === 0
      ? `不收取信息处理费。（依据：${scale.basis}）`
      : `合计 ${yuan} 元${steps.length > 1 ? `（${steps.map((step) => step.yuan).join('＋')}）` : ''}。（依据：${scale.basis}）`;
  return { by, yuan, steps, sentences: [intro, ...steps.map((step) => `${step.says}。`), sum], basis: scale.basis };
}

/** The numbers from `first` to `last`, cut where the price changes. */
function stepsOf(scale: FeeScale, first: number, last: number): FeeStep[] {
  const steps: FeeStep[] = [];
  for (let from = first; from <= last; ) {
    const { end, yuanEach } = priceOf(scale, from);
    const to = Math.min(last, end);
    const count = to - from + 1;
    const yuan = count * yuanEach;
    const price = yuanEach === 0 ? '不收费' : `每${scale.unit} ${yuanEach} 元，计 ${yuan} 元`;
    steps.push({
      from,
      to,
      count,
      yuanEach,
      yuan,
      says: `第 ${range(from, to, scale.unit)}，共 ${count} ${scale.unit}，${price}`,
    });
    from = to + 1;
  }
  return steps;
}

/** Price of that number and the last number that has the same. */
function priceOf(scale: FeeScale, number: number): { readonly end: number; readonly yuanEach: number } {
  const band = scale.bands.find(({ from, to }) => from <= number && (to === null || number <= to)) as FeeBand;
  if (!band.climbs) return { end: band.to ?? Number.POSITIVE_INFINITY, yuanEach: band.yuan };
  const { every, more } = band.climbs;
  const climbed = Math.floor((number - band.from) / every);
  return { end: band.from + (climbed + 1) * every - 1, yuanEach: band.yuan + climbed * more };
}

function range(from: number, to: number, unit: string): string {
  return from === to ? `${from} ${unit}` : `${from} 至 ${to} ${unit}`;
}

function checkCount(count: number, least: number, what: string): void {
  if (Number.isInteger(count) && count >= least && count <= MOST) return;
  throw new AppError('fee-count-invalid', 422, `${what}应为 ${least} 到 ${MOST} 之间的整数，请核对后重新填写。`);
}
