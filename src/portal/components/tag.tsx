import type { ComponentChildren } from 'preact';

/** The five looks of a state; each has a colour and a shape of its own, so that neither is needed alone. */
export const TONES = ['done', 'waiting', 'active', 'idle', 'late'] as const;
export type Tone = (typeof TONES)[number];

export function Tag({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return (
    <span class={`tag tag-${tone}`}>
      <ToneShape tone={tone} />
      {children}
    </span>
  );
}

/** Disc with a tick, three-quarter disc, half disc, ring, triangle. */
export function ToneShape({ tone }: { tone: Tone }) {
  return (
    <svg class={`shape shape-${tone}`} width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {SHAPES[tone]}
    </svg>
  );
}

const SHAPES = {
  done: (
    <>
      <circle class="shape-fill" cx="8" cy="8" r="7.5" />
      <path class="shape-cut" d="M4.5 8.3l2.5 2.5 4.5-5" />
    </>
  ),
  waiting: (
    <>
      <circle class="shape-line" cx="8" cy="8" r="6.5" />
      <path class="shape-fill" d="M8 8V3.2A4.8 4.8 0 1 1 3.2 8z" />
    </>
  ),
  active: (
    <>
      <circle class="shape-line" cx="8" cy="8" r="6.5" />
      <path class="shape-fill" d="M8 3.2a4.8 4.8 0 0 1 0 9.6z" />
    </>
  ),
  idle: <circle class="shape-line" cx="8" cy="8" r="6.5" />,
  late: (
    <>
      <path class="shape-fill" d="M8 .8l7.6 14h-15.2z" />
      <path class="shape-cut" d="M8 5.8v4.4M8 12.2v.6" />
    </>
  ),
};
