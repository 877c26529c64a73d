import { type Tone, ToneTag } from '../../../workbench/components/tone-tag.tsx';
import { type ReportState, STATE_WORDS } from '../reports/report-words.ts';
import type { ReportLine } from '../reports/reports.contract.ts';

const STATE_TONES: Readonly<Record<ReportState, Tone>> = {
  draft: 'grey',
  returned: 'orange',
  submitted: 'blue',
  accepted: 'violet',
  published: 'green',
};

export function ReportStateTag({ state }: { readonly state: ReportState | null }) {
  if (state === null) return <ToneTag>没有开始</ToneTag>;
  return <ToneTag tone={STATE_TONES[state]}>{STATE_WORDS[state]}</ToneTag>;
}

const PUNCTUALITY: Readonly<Record<ReportLine['punctuality'], readonly [string, Tone]>> = {
  published: ['按期公布', 'green'],
  publishedLate: ['逾期公布', 'orange'],
  waiting: ['期限内', 'grey'],
  overdue: ['已逾期', 'red'],
};

export function PunctualityTag({ of }: { readonly of: ReportLine['punctuality'] }) {
  const [words, tone] = PUNCTUALITY[of];
  return <ToneTag tone={tone}>{words}</ToneTag>;
}
