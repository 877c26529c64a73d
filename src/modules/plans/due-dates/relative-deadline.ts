import { chineseNumber } from './chinese-number.ts';

/** A limit that counts from a happening: 本文印发后30日内, 新规出台后1个月内, 收到通知之日起5个工作日内 (PLAN-4). */
export interface RelativeLimit {
  readonly base: 'planIssued' | 'event';
  /** The event's wording, when it is not the plan's own issue. */
  readonly event: string | null;
  readonly amount: number;
  readonly unit: 'days' | 'workdays' | 'months';
}

const NUMBER = '(\\d{1,3}|[〇零一二两三四五六七八九十百]{1,6})';
const LIMIT = new RegExp(`${NUMBER}(个工作日|工作日|个月|月|周|日|天)(?:之?内|以内)`);
const PLAN_ISSUED =
  /^(?:自)?(?:本(?:文|要点|方案|通知|意见|计划)?|工作要点|要点|文件|通知|方案)?(?:正式)?(?:印发|下发|发布|公布)$/;

/** @returns null when the wording names no number of days, working days or months */
export function readRelativeLimit(deadlineText: string): RelativeLimit | null {
  const text = deadlineText.normalize('NFKC').replace(/\s+/g, '');
  const found = LIMIT.exec(text);
  if (!found) return null;
  const count = chineseNumber(found[1] ?? '');
  if (!count) return null;
  const before = text
    .slice(0, found.index)
    .replace(/^自/, '')
    .replace(/(?:之日起|之日|之后|后|起|的)$/, '');
  const own = before === '' || PLAN_ISSUED.test(before);
  const measure = found[2] ?? '';
  return {
    base: own ? 'planIssued' : 'event',
    event: own ? null : before,
    amount: measure === '周' ? count * 7 : count,
    unit: measure.includes('工作日') ? 'workdays' : measure.includes('月') ? 'months' : 'days',
  };
}
