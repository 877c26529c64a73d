import type { Tone } from './tag.tsx';

export interface Pane {
  readonly tone: Tone;
  readonly href: string;
  readonly label: string;
}

const PANE = 20;
const GAP = 4;

/**
 * A lattice window with one pane for each task: the finished ones are lit. Panes may be clicked, but stay out of the keyboard's
 * way and of the screen reader: `label` says the sums, and the list of the same tasks stands on the page.
 */
export function PaneWindow({ panes, label, columns }: { panes: readonly Pane[]; label: string; columns?: number }) {
  const across = columns ?? Math.min(40, Math.max(8, Math.ceil(Math.sqrt(panes.length * 1.7))));
  const down = Math.max(1, Math.ceil(panes.length / across));
  const width = across * (PANE + GAP) + GAP;
  const height = down * (PANE + GAP) + GAP;
  return (
    <div class="window">
      <p class="unseen">{label}</p>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {panes.map((pane, index) => {
          const x = GAP + (index % across) * (PANE + GAP);
          const y = GAP + Math.floor(index / across) * (PANE + GAP);
          return (
            <a key={pane.href} href={pane.href} tabindex={-1}>
              <title>{pane.label}</title>
              <g class={`pane pane-${pane.tone}`} transform={`translate(${x} ${y})`}>
                <rect class="pane-glass" width={PANE} height={PANE} rx="2" />
                {LIGHT[pane.tone]}
              </g>
            </a>
          );
        })}
      </svg>
    </div>
  );
}

/** How much of the pane is lit, so that the picture reads without colour too. */
const LIGHT = {
  done: <path class="pane-sign" d="M5.5 10.5l3 3 6-7" />,
  waiting: <path class="pane-light" d="M2 7h16v9a2 2 0 0 1-2 2h-12a2 2 0 0 1-2-2z" />,
  active: <path class="pane-light" d="M2 12h16v4a2 2 0 0 1-2 2h-12a2 2 0 0 1-2-2z" />,
  idle: null,
  late: <path class="pane-sign" d="M10 5v6.5M10 14.3v.7" />,
};

export interface Share {
  readonly tone: Tone;
  readonly value: number;
}

/** Height says the state as well as colour does; the figures stand beside it in the same row. */
const HEIGHT: Readonly<Record<Tone, number>> = { done: 14, waiting: 11, active: 8, idle: 3, late: 14 };

/** One bar of shares, as wide as its cell. */
export function ShareBar({ shares }: { shares: readonly Share[] }) {
  const total = shares.reduce((sum, share) => sum + share.value, 0);
  let from = 0;
  return (
    <svg class="share-bar" viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {shares.map((share) => {
        const width = total === 0 ? 0 : (share.value / total) * 1000;
        const x = from;
        from += width;
        if (width === 0) return null;
        const height = HEIGHT[share.tone];
        return (
          <rect
            key={share.tone}
            class={`fill-${share.tone}`}
            x={round(x)}
            y={14 - height}
            width={round(Math.max(2, width - 4))}
            height={height}
          />
        );
      })}
    </svg>
  );
}

/** A ring filled clockwise to `percent` (0 to 100). The number is written beside or inside by the page. */
export function Ring({ percent, size = 120 }: { percent: number; size?: number }) {
  const length = 2 * Math.PI * 52;
  const shown = Math.min(100, Math.max(0, percent));
  return (
    <svg class="ring" width={size} height={size} viewBox="0 0 120 120" aria-hidden="true" focusable="false">
      <circle class="ring-rest" cx="60" cy="60" r="52" />
      {shown > 0 && (
        <circle
          class="ring-done"
          cx="60"
          cy="60"
          r="52"
          transform="rotate(-90 60 60)"
          stroke-dasharray={`${round((length * shown) / 100)} ${round(length)}`}
        />
      )}
      <text class="ring-text" x="60" y="69" text-anchor="middle">
        {Math.round(shown)}%
      </text>
    </svg>
  );
}

/** A column of shares standing on the line; `highest` is the sum that reaches the top. */
export function ShareColumn({ shares, highest }: { shares: readonly Share[]; highest: number }) {
  let from = 60;
  return (
    <svg class="share-column" viewBox="0 0 24 60" aria-hidden="true" focusable="false">
      {shares.map((share) => {
        const height = highest === 0 ? 0 : (share.value / highest) * 60;
        from -= height;
        if (height === 0) return null;
        return (
          <rect
            key={share.tone}
            class={`fill-${share.tone}`}
            x={share.tone === 'idle' ? 9 : share.tone === 'active' ? 5 : 2}
            y={round(from)}
            width={share.tone === 'idle' ? 6 : share.tone === 'active' ? 14 : 20}
            height={round(Math.max(1, height - 1))}
          />
        );
      })}
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
