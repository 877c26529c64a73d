import { instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { HOLDING_LABELS } from '../../case-words.ts';
import type { CaseHolding, CaseView } from '../../cases.contract.ts';

/** Which unit had it for how long: the clock went on all the while. */
export function HoldingsPanel({ view }: { readonly view: CaseView }) {
  return (
    <Section title="经办单位">
      <ol className="mc-list">
        {view.holdings.map((holding) => (
          <li key={`${holding.from} ${holding.unit.id}`}>
            <div className="mc-list-line">
              <strong className="mc-list-main">{holding.unit.shortName}</strong>
              <span className="mc-muted mc-small">{heldText(holding)}</span>
            </div>
            <div className="mc-muted mc-small">
              {HOLDING_LABELS[holding.way]} · {instantText(holding.from)}
              {holding.person ? ` · ${holding.person.name}` : ''}
            </div>
            {holding.reason ? <div className="mc-small">{holding.reason}</div> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function heldText({ workHours, to }: CaseHolding): string {
  const hours = `${Math.round(workHours * 10) / 10} 个工作小时`;
  return to === null ? `已 ${hours}` : hours;
}
