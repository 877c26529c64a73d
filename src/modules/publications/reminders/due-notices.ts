import type { LocalDate } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { EARLY_WORKDAYS } from '../terms/public-term.ts';

export type NoticeKind = 'term' | 'review';
export type NoticeStage = 'early' | 'last' | 'over';

/** Something of a publication that is to be done by a day: making it public (Regulations art. 26), looking at its attribute again (REV-4). */
export interface Dated {
  readonly publicationId: string;
  readonly unitId: string;
  readonly title: string;
  readonly kind: NoticeKind;
  readonly dueOn: LocalDate;
}

export interface DueNotice extends Dated {
  readonly stage: NoticeStage;
  readonly text: string;
}

/** Working days from the due day on which each stage begins. */
const BEGINS: Readonly<Record<NoticeKind, Readonly<Record<NoticeStage, number>>>> = {
  term: { early: -EARLY_WORKDAYS, last: -1, over: 1 },
  review: { early: -10, last: 0, over: 1 },
};
export const LONGEST_NOTICE_WORKDAYS = 10;
const STAGES = ['over', 'last', 'early'] as const;

/** The one stage of each that stands today; what was missed meanwhile is not made up for. Nothing while it is too early. */
export function dueNotices(items: readonly Dated[], today: LocalDate, calendar: WorkdayCalendar): DueNotice[] {
  return items.flatMap((item) => {
    const stage = STAGES.find((one) => calendar.addWorkdays(item.dueOn, BEGINS[item.kind][one]) <= today);
    return stage ? [{ ...item, stage, text: textOf(item, stage, calendar.workdaysBetween(today, item.dueOn)) }] : [];
  });
}

function textOf({ kind, title, dueOn }: Dated, stage: NoticeStage, left: number): string {
  const named = `《${title || '无标题'}》`;
  const passed = Math.max(-left, 1);
  if (kind === 'term') {
    if (stage === 'over') return `${named}已超过公开时限（${dueOn}）${passed} 个工作日，请尽快公开并说明理由。`;
    return `${named}最迟应于 ${dueOn} 公开，还剩 ${left} 个工作日。`;
  }
  if (stage === 'over') return `${named}的公开属性应于 ${dueOn} 前复核，已超过 ${passed} 个工作日，请尽快重新认定。`;
  return `${named}的公开属性应于 ${dueOn} 前复核，请重新认定。`;
}
