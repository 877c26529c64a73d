import { instantText } from '../../../workbench/components/day.ts';
import type { StatementView } from '../reports/reports.contract.ts';

/** Who stated what, from which source; what was replaced stays to be seen. */
export function StatementList({ statements }: { readonly statements: readonly StatementView[] }) {
  return (
    <ul className="mc-report-statements">
      {statements.map((one) => (
        <li key={`${one.unit.id} ${one.cell} ${one.at}`} className={one.stands ? '' : 'mc-muted'}>
          {one.unit.shortName} · {one.label}：{one.amount === null ? '撤回申报' : <strong>{one.amount}</strong>}
          {one.stands || one.amount === null ? '' : '（已被后来的申报代替）'}
          <div className="mc-muted mc-small">
            来源：{one.source} · {one.by} · {instantText(one.at)}
          </div>
        </li>
      ))}
    </ul>
  );
}
