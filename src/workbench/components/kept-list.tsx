import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type DataColumn, DataTable } from './data-table.tsx';

export interface KeptListProps<Row> {
  readonly label: string;
  readonly lead?: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly empty: ReactNode;
  readonly mayEdit: boolean;
  readonly addText: string;
  /** What stands at the end of a row for whoever may keep the list; `open` opens the row's dialog. */
  readonly acts: (row: Row, open: () => void) => ReactNode;
  readonly actsWidth?: number;
  /** Without a row: for a new one. */
  readonly dialog: (row: Row | undefined, close: () => void) => ReactNode;
}

/** A list that some keep up in a dialog and everybody else reads. */
export function KeptList<Row extends object>(props: KeptListProps<Row>) {
  const [open, setOpen] = useState<Row | 'new'>();
  const acts: DataColumn<Row> = {
    key: 'act',
    title: '操作',
    width: props.actsWidth ?? 90,
    render: (row) => (props.mayEdit ? props.acts(row, () => setOpen(row)) : <span className="mc-muted">只读</span>),
  };
  return (
    <>
      {props.lead ? <p className="mc-muted">{props.lead}</p> : null}
      {props.mayEdit ? (
        <p>
          <Button type="primary" onClick={() => setOpen('new')}>
            {props.addText}
          </Button>
        </p>
      ) : null}
      <DataTable<Row>
        label={props.label}
        columns={[...props.columns, acts]}
        rows={props.rows}
        rowKey={props.rowKey}
        empty={props.empty}
      />
      {open ? props.dialog(open === 'new' ? undefined : open, () => setOpen(undefined)) : null}
    </>
  );
}
