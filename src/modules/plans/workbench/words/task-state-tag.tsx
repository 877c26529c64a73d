import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { TASK_STATE_WORDS, type TaskState } from '../../plan-words.ts';

export const TASK_STATE_TONES: Readonly<Record<TaskState, Tone>> = {
  notStarted: 'grey',
  inProgress: 'blue',
  reported: 'violet',
  returned: 'orange',
  accepted: 'green',
  overdue: 'red',
};

/** Fills of charts; text never stands on them. */
export const TASK_STATE_FILLS: Readonly<Record<TaskState, string>> = {
  accepted: '#2f8f5b',
  reported: '#8a63c4',
  inProgress: '#3d86c6',
  notStarted: '#b5c2ca',
  returned: '#dd8a2a',
  overdue: '#c9382e',
};

/** Order in pictures: what is done first, what hurts last. */
export const STATE_ORDER: readonly TaskState[] = [
  'accepted',
  'reported',
  'inProgress',
  'notStarted',
  'returned',
  'overdue',
];

export function TaskStateTag(props: { readonly state: TaskState; readonly lateDays?: number }) {
  const late = props.state === 'overdue' && props.lateDays ? ` ${props.lateDays} 天` : '';
  return (
    <ToneTag tone={TASK_STATE_TONES[props.state]} dot>
      {TASK_STATE_WORDS[props.state]}
      {late}
    </ToneTag>
  );
}
