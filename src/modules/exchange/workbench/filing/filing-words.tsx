import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { DeliveryState } from '../../filing/filing-words.ts';

export const STATE_WORDS: Readonly<Record<DeliveryState, { readonly label: string; readonly tone: Tone }>> = {
  waiting: { label: '待回执', tone: 'blue' },
  receipted: { label: '已收回执', tone: 'green' },
  refused: { label: '被退回', tone: 'red' },
  superseded: { label: '已由后一次取代', tone: 'grey' },
};

export function DeliveryTag({ state, late }: { readonly state: DeliveryState; readonly late: boolean }) {
  const { label, tone } = STATE_WORDS[state];
  return (
    <>
      <ToneTag tone={tone}>{label}</ToneTag>
      {late ? <ToneTag tone="red">超时</ToneTag> : null}
    </>
  );
}

/** Seconds as people say them. */
export function spanText(seconds: number | null): string {
  if (seconds === null) return '—';
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} 秒`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} 分钟`;
  return `${Math.round(seconds / 3600)} 小时`;
}
