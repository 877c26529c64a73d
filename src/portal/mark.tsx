/**
 * The mark: a window of two casements. The left is 日 (one bar), the right 月 (two bars, open below), together 明; one pane is lit.
 * Colours come from the stylesheet's classes, so that print and high contrast can change them.
 */
export function Mark({ size = 40 }: { size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="48" height="48" rx="10" />
      <rect class="mark-light" x="11" y="12" width="9" height="11" />
      <path class="mark-frame" d="M10 11h11v26h-11zM10 24h11" />
      <path class="mark-frame" d="M26 38c2-2.5 2-5 2-9v-18h11v27h-3M28 20h11M28 29h11" />
    </svg>
  );
}

/** The same drawing as a file of its own, for the browser's tab. */
export const FAVICON_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="10" fill="#124559"/><path fill="#f4c05a" d="M11 12h9v11h-9z"/><path fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" d="M10 11h11v26h-11zM10 24h11M26 38c2-2.5 2-5 2-9v-18h11v27h-3M28 20h11M28 29h11"/></svg>
`;
