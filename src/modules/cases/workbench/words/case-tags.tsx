import { shortDayText } from '../../../../workbench/components/day.ts';
import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { CASE_STATE_LABELS, type CaseState, URGENCY_LABELS, type Urgency } from '../../case-words.ts';
import type { CaseListItem } from '../../cases.contract.ts';

const STATE_TONES: Readonly<Record<CaseState, Tone>> = {
  awaitingCheck: 'orange',
  received: 'blue',
  assigned: 'blue',
  awaitingSender: 'grey',
  replyDrafted: 'violet',
  replyApproved: 'gold',
  replied: 'green',
  closed: 'green',
  merged: 'grey',
  rejected: 'grey',
};

const URGENCY_TONES: Readonly<Record<Urgency, Tone>> = {
  late: 'red',
  today: 'orange',
  soon: 'gold',
  later: 'grey',
  standing: 'grey',
  answered: 'green',
};

/** @param word as the kind says it */
export function StateTag({
  state,
  word = CASE_STATE_LABELS[state],
}: {
  readonly state: CaseState;
  readonly word?: string;
}) {
  return <ToneTag tone={STATE_TONES[state]}>{word}</ToneTag>;
}

type Dated = Pick<CaseListItem, 'state' | 'urgency' | 'workdaysLeft' | 'isOnTime' | 'isProvisional'>;

/** How near the day is, in words; of an answered one whether it was in time. */
export function UrgencyTag({ row }: { readonly row: Dated }) {
  if (row.isOnTime !== null) {
    return <ToneTag tone={row.isOnTime ? 'green' : 'red'}>{row.isOnTime ? '按期答复' : '逾期答复'}</ToneTag>;
  }
  return <ToneTag tone={URGENCY_TONES[row.urgency]}>{urgencyText(row)}</ToneTag>;
}

/** Late is what lies behind its day, also before the first working day after it has come. */
export function urgencyText(row: Pick<Dated, 'state' | 'urgency' | 'workdaysLeft'>): string {
  const { state, urgency, workdaysLeft: left } = row;
  // What was only received cannot have been suspended: its term waits for the confirmation (regulation art 31).
  if (urgency === 'standing' && state === 'received') return '尚未起算';
  if (urgency === 'late' && left !== null) return left < 0 ? `已逾期 ${-left} 个工作日` : '已过期限';
  if (!left || urgency === 'today' || urgency === 'standing') return URGENCY_LABELS[urgency];
  return `还剩 ${left} 个工作日`;
}

/** The day of a case in a list: to be answered by, or answered on. */
export function dueText({ answeredOn, urgentOn }: Pick<CaseListItem, 'answeredOn' | 'urgentOn'>): string {
  if (answeredOn) return `${shortDayText(answeredOn)}答复`;
  return urgentOn ? `${shortDayText(urgentOn)}前` : '';
}
