import type { ImportDraft } from '../../import/imports.contract.ts';
import { DEADLINE_KIND_WORDS, DEADLINE_KINDS } from '../../plan-words.ts';
import { needsChoice } from './match-kinds.ts';

export interface SummaryLine {
  readonly name: string;
  readonly value: string;
}

/** Counts of what confirming would put into the ledger. */
export function summaryOf(draft: Pick<ImportDraft, 'rows'>): readonly SummaryLine[] {
  const rows = draft.rows.filter((row) => !row.removed);
  const removed = draft.rows.length - rows.length;
  const units = rows.flatMap((row) => row.units);
  const open = units.filter((unit) => needsChoice(unit.match));
  const kinds = DEADLINE_KINDS.map((kind) => ({
    word: DEADLINE_KIND_WORDS[kind],
    count: rows.filter((row) => row.deadline.kind === kind).length,
  })).filter((one) => one.count > 0);
  const provisional = rows.filter((row) => row.dueProvisional).length;
  return [
    { name: '任务', value: `${rows.length} 项${removed ? `（去掉 ${removed} 行）` : ''}` },
    {
      name: '责任单位',
      value: `${new Set(units.map((unit) => unit.name)).size} 个名称${open.length ? `，其中 ${new Set(open.map((unit) => unit.name)).size} 个还没有对应到登记的单位` : '，全部已对应'}`,
    },
    { name: '期限', value: kinds.map((one) => `${one.word} ${one.count}`).join('，') || '没有' },
    ...(provisional ? [{ name: '暂定日期', value: `${provisional} 项，放假安排公布后自动重算` }] : []),
    { name: '人工修改', value: `${rows.filter((row) => row.edited).length} 项` },
  ];
}
