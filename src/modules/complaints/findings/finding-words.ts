import type { Reason } from '../../../kernel/app-error.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { FINDING_LABELS, REMEDY_LABELS } from '../complaint-words.ts';
import type { FindingContent } from './finding.contract.ts';

/** The answer as the complainant reads it; what was chosen stands in it in words, so that what is signed is what is told. */
export function findingText(content: FindingContent, unit: string | null): string {
  const { result, remedy, remedyText, dueOn, words } = content;
  const whom = unit ?? '有关单位';
  return [
    ...(result ? [`经核查，您对${whom}的投诉举报${FINDING_LABELS[result]}。`] : []),
    ...(remedy === 'corrected' ? [`处理情况：${REMEDY_LABELS.corrected}：${remedyText ?? ''}`] : []),
    ...(remedy === 'ordered' || remedy === 'criticised'
      ? [`处理情况：${REMEDY_LABELS[remedy]}：${remedyText ?? ''}${dueOn ? `（${longDay(dueOn)}前完成）` : ''}`]
      : []),
    ...(words ? [words] : []),
  ].join('\n\n');
}

/** Everything that is missing before it can be signed, at once. @param today of Shanghai */
export function missingOfFinding(content: FindingContent, today: LocalDate): Reason[] {
  const { result, remedy, remedyText, dueOn, words } = content;
  const isFounded = result === 'founded' || result === 'partlyFounded';
  const isOrdered = remedy === 'ordered' || remedy === 'criticised';
  const lines: readonly (readonly [boolean, string, string])[] = [
    [result === null, 'result', '请选择核查结论'],
    [isFounded && remedy === null, 'remedy', '属实或者部分属实的，请选择怎样处理'],
    [result === 'unfounded' && remedy !== null, 'remedy', '不属实的，没有什么要改正的'],
    [isFounded && remedy !== null && !remedyText, 'remedyText', '请写明要改正什么，或者已经改正了什么'],
    [isOrdered && dueOn === null, 'dueOn', '责令改正的，请写明期限'],
    [isOrdered && dueOn !== null && dueOn < today, 'dueOn', '改正的期限已经过了'],
    [!words, 'words', '请写明查明的事实和理由'],
  ];
  return lines.filter(([isMissing]) => isMissing).map(([, field, message]) => ({ field, message }));
}

function longDay(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
