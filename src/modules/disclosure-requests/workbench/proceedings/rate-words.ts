import type { ProceedingFigures } from '../../proceedings/proceedings.contract.ts';

type Pair = ProceedingFigures['corrections'];

/** 25%（4 件中 1 件）; of nothing closed no rate is told. */
export function rateText({ closed, corrected, rate }: Pair['year']): string {
  if (rate === null) return '没有审结的案件';
  const percent = rate * 100;
  return `${Number.isInteger(percent) ? percent : percent.toFixed(1)}%（${closed} 件中 ${corrected} 件）`;
}

/** Whether it fell, as the plan wants it (LIT-C1). */
export function trendText({ year, before, isNotHigher }: Pair): string {
  if (isNotHigher === null || year.rate === null || before.rate === null) return '上年没有可比数据';
  if (year.rate === before.rate) return '与上年持平';
  return isNotHigher ? '低于上年' : '高于上年';
}
