import { Link } from 'react-router';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly to?: string;
  /** Colour of a figure above zero. */
  readonly tone?: 'red' | 'orange' | 'green' | 'violet';
}

/** Large figures; each leads to the rows behind it. */
export function Figures({ label, figures }: { readonly label: string; readonly figures: readonly Figure[] }) {
  return (
    <ul className="mc-figures" aria-label={label}>
      {figures.map((figure) => (
        <li key={figure.name}>
          <FigureBox figure={figure} />
        </li>
      ))}
    </ul>
  );
}

function FigureBox({ figure }: { readonly figure: Figure }) {
  const tone = figure.tone && figure.value > 0 ? ` mc-figure-${figure.tone}` : '';
  const inside = (
    <>
      <span className="mc-figure-value">
        {figure.value}
        <span className="mc-figure-unit">{figure.unit}</span>
      </span>
      <span className="mc-figure-name">{figure.name}</span>
    </>
  );
  return figure.to ? (
    <Link to={figure.to} className={`mc-figure${tone}`}>
      {inside}
    </Link>
  ) : (
    <span className={`mc-figure${tone}`}>{inside}</span>
  );
}
