import type { DemoPlan } from '../plan.ts';

/** The columns of a breakdown table as districts print it. */
export const COLUMNS = ['序号', '类别', '任务名称', '任务内容', '责任单位', '时间节点'] as const;

export interface PrintedRow {
  readonly number: string;
  readonly name: string;
  readonly content: string;
  readonly units: string;
  readonly deadline: string;
  /** Set on the first row of a category only: its cell is joined over `span` rows. */
  readonly category?: { readonly name: string; readonly span: number };
}

/** Rows with the category's cell joined over its tasks. */
export function printedRows(plan: DemoPlan): PrintedRow[] {
  return plan.tasks.map((task, index) => {
    const row = {
      number: String(task.number),
      name: task.name,
      content: task.content,
      units: task.units,
      deadline: task.deadline,
    };
    if (plan.tasks[index - 1]?.category === task.category) return row;
    const span = plan.tasks.filter((other) => other.category === task.category).length;
    return { ...row, category: { name: task.category, span } };
  });
}

/** 2026-03-20 → 2026年3月20日 */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

export function noticeTitle(plan: DemoPlan): string {
  return `${plan.issuer}关于印发《${plan.title}》的通知`;
}

export function noticeText(plan: DemoPlan): string {
  return `《${plan.title}》${APPROVED_BY[plan.level]}，现印发给你们，请结合实际认真贯彻落实。`;
}

const APPROVED_BY = { city: '已经市政府同意', district: '已经区政府同意', unit: '已经研究同意' } as const;

export function tableTitle(plan: DemoPlan): string {
  return `${plan.title}任务分解表`;
}
