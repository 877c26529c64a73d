import { type Share, Tag, type Tone, ToneShape } from '../../../portal/index.ts';
import { OPEN_TASK_STATE_WORDS, type OpenTaskState } from '../plan-words.ts';
import type { OpenStateCounts } from './open-plans.contract.ts';

export const STATE_TONES: Readonly<Record<OpenTaskState, Tone>> = {
  accepted: 'done',
  reported: 'waiting',
  inProgress: 'active',
  notStarted: 'idle',
  overdue: 'late',
};

/** From finished to late, the order of every picture and legend. */
export const STATE_ORDER: readonly OpenTaskState[] = ['accepted', 'reported', 'inProgress', 'notStarted', 'overdue'];

export function StateTag({ state }: { state: OpenTaskState }) {
  return <Tag tone={STATE_TONES[state]}>{OPEN_TASK_STATE_WORDS[state]}</Tag>;
}

export function sharesOf(counts: OpenStateCounts): Share[] {
  return STATE_ORDER.map((state) => ({ tone: STATE_TONES[state], value: counts[state] }));
}

/** 已完成 38 项，待核验 4 项 …; states that do not occur are left out. */
export function countsText(counts: OpenStateCounts): string {
  return STATE_ORDER.filter((state) => counts[state] > 0)
    .map((state) => `${OPEN_TASK_STATE_WORDS[state]} ${counts[state]} 项`)
    .join('，');
}

/** The sums by state, each a link to the tasks behind it. */
export function StateLegend({ counts, href }: { counts: OpenStateCounts; href: (state: OpenTaskState) => string }) {
  return (
    <ul class="state-legend">
      {STATE_ORDER.map((state) => (
        <li key={state}>
          <a href={href(state)}>
            <ToneShape tone={STATE_TONES[state]} />
            <span class="state-name">{OPEN_TASK_STATE_WORDS[state]}</span>
            <strong>{counts[state]}</strong>
            <span class="state-unit">项</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The five looks without figures, above a picture whose figures stand in its table. */
export function Legend() {
  return (
    <ul class="legend" aria-label="图例">
      {STATE_ORDER.map((state) => (
        <li key={state}>
          <ToneShape tone={STATE_TONES[state]} />
          {OPEN_TASK_STATE_WORDS[state]}
        </li>
      ))}
    </ul>
  );
}
