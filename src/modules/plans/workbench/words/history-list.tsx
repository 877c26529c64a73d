import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { FoldedList } from '../../../../workbench/components/folded-list.tsx';
import type { HistoryEntry } from '../../tasks/tasks.contract.ts';

/** Who did what and when, newest first, with old and new values; for whose share, where the page tells of several units. */
export function HistoryList(props: { readonly entries: readonly HistoryEntry[]; readonly ofOneUnit?: boolean }) {
  const { entries } = props;
  if (entries.length === 0) return <EmptyState what="还没有办理记录。" />;
  return (
    <FoldedList items={entries} shown={12} noun="条记录">
      {(shown) => <Entries entries={shown} withUnit={!props.ofOneUnit} />}
    </FoldedList>
  );
}

function Entries({ entries, withUnit }: { readonly entries: readonly HistoryEntry[]; readonly withUnit: boolean }) {
  return (
    <ol className="mc-history">
      {entries.map((entry) => (
        <li key={entry.id}>
          <div className="mc-muted mc-small">
            <time dateTime={entry.at}>{instantText(entry.at)}</time> · {entry.by}
          </div>
          <div>
            {withUnit && entry.unitName ? `${entry.unitName}：` : ''}
            {entry.text}
          </div>
          {tellingChanges(entry).map((change) => (
            <div key={change.field} className="mc-small">
              {change.label}：<del className="mc-muted">{change.from || '空'}</del> → <ins>{change.to || '空'}</ins>
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** A change that only repeats the sentence above it says nothing new. */
function tellingChanges(entry: HistoryEntry): HistoryEntry['changes'] {
  return entry.changes.filter((change) => change.to !== entry.text);
}
