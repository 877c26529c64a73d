/** The same window as on the portal: 日 and 月 as two casements, one pane lit. Drawn in the colour of the text around it. */
export function Mark({ size = 30 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="4 4 40 40" aria-hidden="true" focusable="false">
      <path fill="#f4c05a" d="M11 12h9v11h-9z" />
      <path
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M10 11h11v26h-11zM10 24h11M26 38c2-2.500 2-5 2-9v-18h11v27h-3M28 20h11M28 29h11"
      />
    </svg>
  );
}
