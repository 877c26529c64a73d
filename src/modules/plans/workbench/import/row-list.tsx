import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import type { ImportDraft, ImportRow, Place } from '../../import/imports.contract.ts';
import { RowCard } from './row-card.tsx';
import { RowEditor } from './row-editor.tsx';
import { hasOpenUnit, nextDoubtful, openDoubts, type RowFilter, rowsToShow } from './row-order.ts';
import type { ImportControl } from './use-import.ts';

/** The rows that were read: those in doubt first when asked so, one open for editing at a time. */
export function RowList(props: {
  readonly draft: ImportDraft;
  readonly control: ImportControl;
  readonly openRow: string | undefined;
  readonly onOpen: (rowId: string | undefined) => void;
  /** The place follows the row that is open. */
  readonly onPlace: (place: Place | null) => void;
  /** The person asks to see a place. */
  readonly onShow: (place: Place) => void;
}) {
  const { draft, openRow } = props;
  const doubtful = draft.rows.filter((row) => !row.removed && openDoubts(row).length > 0).length;
  const withOpenUnit = draft.rows.filter((row) => !row.removed && hasOpenUnit(row));
  const [filter, setFilter] = useState<RowFilter>(doubtful > 0 ? 'doubts' : withOpenUnit.length > 0 ? 'units' : 'all');
  const rows = useMemo(() => rowsToShow(draft.rows, filter, openRow), [draft.rows, filter, openRow]);
  const openOne = (row: ImportRow | undefined): void => {
    props.onOpen(row?.id);
    if (!row) return;
    props.onPlace(row.place);
    requestAnimationFrame(() => document.getElementById(`row-${row.id}`)?.scrollIntoView({ block: 'nearest' }));
  };
  /** Also for a row that was only just made and is not among these yet. */
  const openById = (rowId: string | undefined): void => {
    props.onOpen(rowId);
    const known = draft.rows.find((row) => row.id === rowId);
    if (known) props.onPlace(known.place);
  };
  return (
    <section className="mc-import-rows" aria-label="读出的任务">
      <div className="mc-toolbar">
        <Segmented<RowFilter>
          aria-label="显示哪些任务"
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'doubts', label: `有疑问 ${doubtful}` },
            { value: 'units', label: `单位待定 ${withOpenUnit.length}` },
            { value: 'all', label: `全部 ${draft.rows.length}` },
            { value: 'edited', label: '改过的' },
          ]}
        />
        {doubtful > 0 ? <Button onClick={() => openOne(nextDoubtful(draft.rows, openRow))}>下一处疑问</Button> : null}
        {draft.rows.length === 0 ? (
          <Button onClick={() => void props.control.addRow(0, EMPTY_FIRST)}>手工补一行</Button>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <EmptyState
          what={EMPTY_WORDS[filter]}
          next={filter !== 'all' ? '可切换到“全部”浏览一遍，然后确认入账。' : null}
        />
      ) : null}
      <ol className="mc-import-list">
        {rows.map((row) => (
          <li key={row.id} id={`row-${row.id}`}>
            {row.id === openRow ? (
              <RowEditor
                key={row.id}
                row={row}
                draft={draft}
                control={props.control}
                onClose={() => openOne(undefined)}
                onOpen={openById}
                onShow={props.onShow}
              />
            ) : (
              <RowCard row={row} onOpen={() => openOne(row)} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const EMPTY_WORDS: Readonly<Record<RowFilter, string>> = {
  doubts: '没有需要核对的疑问了。',
  units: '单位都已对应。',
  all: '没有任务。',
  edited: '还没有改过的任务。',
};

const EMPTY_FIRST = {
  number: 1,
  category: null,
  name: null,
  content: '',
  unitsText: '',
  units: [],
  deadlineText: '',
  deadline: { kind: 'unknown' as const, from: null, to: null, note: null },
  contentDueOn: null,
};
