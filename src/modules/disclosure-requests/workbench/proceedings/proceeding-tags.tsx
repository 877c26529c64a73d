import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import {
  PENDING_LABEL,
  PROCEEDING_RESULT_LABELS,
  PROCEEDING_STATE_LABELS,
  type ProceedingState,
} from '../../proceedings/proceeding-words.ts';
import type { ProceedingItem } from '../../proceedings/proceedings.contract.ts';

const STATES: Readonly<Record<ProceedingState, Tone>> = {
  received: 'blue',
  answered: 'violet',
  heard: 'gold',
  closed: 'green',
};
const URGENCIES: Readonly<Record<ProceedingItem['urgency'], Tone>> = {
  late: 'red',
  today: 'orange',
  soon: 'gold',
  later: 'grey',
  none: 'grey',
};
const DUTIES = { answer: '提交答复', rectify: '完成整改' } as const;

export function ProceedingStateTag({ state }: Pick<ProceedingItem, 'state'>) {
  return <ToneTag tone={STATES[state]}>{PROCEEDING_STATE_LABELS[state]}</ToneTag>;
}

/** Set aside is what offices have to learn from. */
export function ProceedingResultTag({ result }: Pick<ProceedingItem, 'result'>) {
  if (result === null) return <span className="mc-muted">{PENDING_LABEL}</span>;
  const tone: Tone = result === 'corrected' ? 'red' : result === 'upheld' ? 'green' : 'grey';
  return <ToneTag tone={tone}>{PROCEEDING_RESULT_LABELS[result]}</ToneTag>;
}

/** What comes next and how near it is. */
export function DutyTag({
  row,
}: {
  readonly row: Pick<ProceedingItem, 'duty' | 'urgency' | 'workdaysLeft' | 'isAnsweredOnTime'>;
}) {
  if (row.duty === null)
    return row.isAnsweredOnTime === false ? (
      <ToneTag tone="red">答复逾期</ToneTag>
    ) : (
      <span className="mc-muted">无</span>
    );
  return (
    <ToneTag tone={URGENCIES[row.urgency]}>
      {DUTIES[row.duty]}：{nearness(row)}
    </ToneTag>
  );
}

function nearness({ urgency, workdaysLeft: left }: Pick<ProceedingItem, 'urgency' | 'workdaysLeft'>): string {
  if (urgency === 'late') return left !== null && left < 0 ? `已逾期 ${-left} 个工作日` : '已过期限';
  return urgency === 'today' || !left ? '今天到期' : `还剩 ${left} 个工作日`;
}
