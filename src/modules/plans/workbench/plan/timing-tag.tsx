import { shortDayText } from '../../../../workbench/components/day.ts';
import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { OwnPlanTiming } from '../../plan/plans.contract.ts';

const TONES: Readonly<Record<OwnPlanTiming['state'], Tone>> = {
  inTime: 'green',
  late: 'orange',
  waiting: 'blue',
  overdue: 'red',
  unknown: 'grey',
};

/** Whether an own plan or breakdown came in time (PLAN-C1). */
export function TimingTag({ timing }: { readonly timing: OwnPlanTiming }) {
  return <ToneTag tone={TONES[timing.state]}>{timingText(timing)}</ToneTag>;
}

export function timingText(timing: OwnPlanTiming): string {
  const done = timing.doneOn ? `${shortDayText(timing.doneOn)}完成` : '';
  switch (timing.state) {
    case 'inTime':
      return `按时，${done}`;
    case 'late':
      return `迟 ${timing.lateDays ?? 0} 天，${done}`;
    case 'waiting':
      return `${shortDayText(timing.dueOn)}前完成`;
    case 'overdue':
      return `已超 ${timing.lateDays ?? 0} 天`;
    case 'unknown':
      return '没有可核对的时限';
  }
}
