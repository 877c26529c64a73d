/** Progress as a bar with its figure. */
export function PercentBar({ percent }: { readonly percent: number }) {
  return (
    <span className={`mc-bar${percent >= 100 ? ' mc-bar-done' : ''}`}>
      <span className="mc-bar-track" aria-hidden="true">
        <span className="mc-bar-fill" style={{ width: `${percent}%`, display: 'block' }} />
      </span>
      <span className="mc-number">{percent}%</span>
    </span>
  );
}
