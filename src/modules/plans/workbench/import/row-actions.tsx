import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useAction } from '../../../../workbench/api/use-api.ts';
import type { ImportDraft, ImportRow, ImportRowInput } from '../../import/imports.contract.ts';
import { cutPlaces, emptyRow, inputOf, mergeRows, splitRow } from './row-input.ts';
import { SplitDialog } from './split-dialog.tsx';
import type { ImportControl } from './use-import.ts';

/** Split, merge, add, take out: for what the reader cut wrongly. */
export function RowActions(props: {
  readonly row: ImportRow;
  readonly draft: ImportDraft;
  readonly control: ImportControl;
  readonly value: ImportRowInput;
  readonly onChange: (part: Partial<ImportRowInput>) => void;
  readonly onOpen: (rowId: string | undefined) => void;
}) {
  const { row, draft, control, value } = props;
  const [isSplitting, setSplitting] = useState(false);
  const before = rowBefore(draft, row);
  const openNew = (next: ImportDraft): void =>
    props.onOpen(next.rows.find((one) => !draft.rows.some((known) => known.id === one.id))?.id);
  const add = useAction((input: ImportRowInput) => control.addRow(row.position, input), { onDone: openNew });
  const split = useAction(
    async (place: number) => {
      const [first, second] = splitRow(value, place);
      const next = await control.addRow(row.position, second);
      props.onChange({ content: first.content });
      return next;
    },
    { done: '已拆成两行，请核对编号。', onDone: () => setSplitting(false) },
  );
  const merge = useAction(
    async (upper: ImportRow) => {
      await control.saveRow(upper.id, { version: upper.version, row: mergeRows(inputOf(upper), value) });
      return control.saveRow(row.id, { version: row.version, row: value, removed: true });
    },
    { done: '已并入上一行。', onDone: () => props.onOpen(before?.id) },
  );
  const remove = useAction(
    (removed: boolean) => control.saveRow(row.id, { version: row.version, row: value, removed }),
    { done: (next) => (next.removed ? '已去掉这一行，可在“改过的”里恢复。' : '已恢复。') },
  );
  if (row.removed) {
    return (
      <Button size="small" type="primary" onClick={() => remove.mutate(false)}>
        恢复这一行
      </Button>
    );
  }
  return (
    <div className="mc-row-links">
      <Button size="small" disabled={cutPlaces(value.content).length === 0} onClick={() => setSplitting(true)}>
        拆成两行
      </Button>
      {before ? (
        <Popconfirm
          title={`并入第 ${before.number ?? '？'} 项？`}
          okText="并入"
          cancelText="取消"
          onConfirm={() => merge.mutate(before)}
        >
          <Button size="small">并入上一行</Button>
        </Popconfirm>
      ) : null}
      <Button size="small" loading={add.isPending} onClick={() => add.mutate(emptyRow(value))}>
        在下面加一行
      </Button>
      <Popconfirm title="不把这一行记入台账？" okText="去掉" cancelText="取消" onConfirm={() => remove.mutate(true)}>
        <Button size="small" danger>
          去掉这一行
        </Button>
      </Popconfirm>
      {isSplitting ? (
        <SplitDialog
          content={value.content}
          isBusy={split.isPending}
          onSplit={split.mutate}
          onClose={() => setSplitting(false)}
        />
      ) : null}
    </div>
  );
}

function rowBefore(draft: ImportDraft, row: ImportRow): ImportRow | undefined {
  return draft.rows
    .filter((one) => !one.removed && one.position < row.position)
    .sort((a, b) => b.position - a.position)[0];
}
