import { dayText } from '../../../../workbench/components/day.ts';
import { DEADLINE_KIND_WORDS } from '../../plan-words.ts';
import type { Deadline } from '../../tasks/tasks.contract.ts';

const AMOUNT_UNITS = { days: '日', workdays: '个工作日', months: '个月' } as const;

/** How a deadline was understood, in one line: the counterpart of the wording in the document. */
export function deadlineText(deadline: Deadline): string {
  const word = DEADLINE_KIND_WORDS[deadline.kind];
  if (deadline.kind === 'unknown') return '还没有明确，请选择类型并填写日期';
  if (deadline.kind === 'realtime') return '实时更新，没有固定到期日';
  if (deadline.kind === 'multi') {
    const periods = (deadline.periods ?? []).map((period) => spanText(period.from, period.to));
    return `${word}：${periods.join('；')}`;
  }
  if (deadline.kind === 'relative') return relativeText(deadline);
  return deadline.to ? `${word}：${spanText(deadline.from, deadline.to)}` : word;
}

function relativeText(deadline: Deadline): string {
  const { relative } = deadline;
  if (!relative) return deadline.note ? `相对期限：${deadline.note}` : '相对期限：起算点未填';
  const start = relative.base === 'planIssued' ? '工作要点印发' : relative.event || '事项发生';
  const from = relative.baseOn ? `（${dayText(relative.baseOn)}）` : '（日期未定）';
  return `${start}${from}后 ${relative.amount} ${AMOUNT_UNITS[relative.unit]}内`;
}

function spanText(from: string | null, to: string): string {
  return from && from !== to ? `${dayText(from)}至${dayText(to)}` : `${dayText(to)}前`;
}
