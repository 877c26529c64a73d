import { Checkbox, Grid, Pagination, Skeleton, Table } from 'antd';
import type { ColumnType, TableRowSelection } from 'antd/es/table/interface';
import { type Key, type ReactNode, useId } from 'react';

/**
 * Column of a list. On phones each row becomes a card: `card: 'title'` makes the heading of the card, `'hide'` leaves the column
 * out, everything else is a line "title: value".
 */
export interface DataColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly width?: number | string;
  readonly sortable?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  readonly card?: 'title' | 'hide';
  readonly ellipsis?: boolean;
}

export interface DataTableProps<Row> {
  /** Chinese, read by screen readers. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly loading?: boolean;
  readonly empty: ReactNode;
  readonly page?: { readonly page: number; readonly pageSize: number; readonly total: number };
  readonly onPage?: (page: number, pageSize: number) => void;
  /** Column key, with a leading minus for descending, as the API takes it. */
  readonly sort?: string | undefined;
  readonly onSort?: (sort: string | undefined) => void;
  readonly selected?: readonly string[];
  readonly onSelect?: (keys: string[]) => void;
  /** Rows that may not be ticked show no box; absent: all may. */
  readonly selectable?: (row: Row) => boolean;
  readonly rowLabel?: (row: Row) => string;
  readonly rowClassName?: (row: Row) => string;
}

export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const wide = Grid.useBreakpoint().md ?? true;
  if (props.rows === undefined) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
  if (props.rows.length === 0) return <>{props.empty}</>;
  return (
    <div className="mc-table" aria-busy={props.loading ?? false}>
      {wide ? <WideTable {...props} rows={props.rows} /> : <Cards {...props} rows={props.rows} />}
      {props.page && props.page.total > props.page.pageSize ? (
        <nav aria-label={`${props.label}翻页`} className="mc-pagination">
          <Pagination
            current={props.page.page}
            pageSize={props.page.pageSize}
            total={props.page.total}
            showSizeChanger={false}
            simple={!wide}
            showTotal={(total) => `共 ${total} 条`}
            {...(props.onPage ? { onChange: props.onPage } : {})}
          />
        </nav>
      ) : null}
    </div>
  );
}

type Filled<Row> = DataTableProps<Row> & { readonly rows: readonly Row[] };

function WideTable<Row extends object>(props: Filled<Row>) {
  const columns = props.columns.map((column): ColumnType<Row> => {
    const order = props.sort === column.key ? 'ascend' : props.sort === `-${column.key}` ? 'descend' : null;
    return {
      key: column.key,
      title: column.title,
      render: (_value, row) => column.render(row),
      ...(column.width === undefined ? {} : { width: column.width }),
      ...(column.align ? { align: column.align } : {}),
      ...(column.ellipsis ? { ellipsis: true } : {}),
      ...(column.sortable ? { sorter: true, sortOrder: order } : {}),
    };
  });
  return (
    <Table<Row>
      aria-label={props.label}
      columns={columns}
      dataSource={props.rows as Row[]}
      rowKey={props.rowKey}
      loading={props.loading ?? false}
      pagination={false}
      size="middle"
      {...(props.rowClassName ? { rowClassName: props.rowClassName } : {})}
      {...(props.onSelect ? { rowSelection: selectionOf(props) } : {})}
      onChange={(_page, _filters, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        const key = one?.columnKey === undefined ? '' : String(one.columnKey);
        props.onSort?.(one?.order ? (one.order === 'descend' ? `-${key}` : key) : undefined);
      }}
    />
  );
}

function selectionOf<Row extends object>(props: Filled<Row>): TableRowSelection<Row> {
  return {
    selectedRowKeys: [...(props.selected ?? [])],
    preserveSelectedRowKeys: true,
    onChange: (keys: Key[]) => props.onSelect?.(keys.map(String)),
    getTitleCheckboxProps: () => ({ 'aria-label': '选择本页全部' }),
    getCheckboxProps: (row) => ({
      'aria-label': `选择${props.rowLabel?.(row) ?? '这一行'}`,
      disabled: !isSelectable(props, row),
    }),
    renderCell: (_checked, row, _index, box) => (isSelectable(props, row) ? box : null),
  };
}

function isSelectable<Row>(props: DataTableProps<Row>, row: Row): boolean {
  return props.selectable?.(row) ?? true;
}

function Cards<Row extends object>(props: Filled<Row>) {
  const title = props.columns.find((column) => column.card === 'title') ?? props.columns[0];
  const lines = props.columns.filter((column) => column !== title && column.card !== 'hide');
  return (
    <ul className="mc-cards" aria-label={props.label}>
      {props.rows.map((row) => (
        <li key={props.rowKey(row)} className={`mc-card ${props.rowClassName?.(row) ?? ''}`}>
          <div className="mc-card-title">
            {props.onSelect && isSelectable(props, row) ? <CardCheck row={row} table={props} /> : null}
            <div>{title?.render(row)}</div>
          </div>
          <dl>
            {lines.map((column) => (
              <CardLine key={column.key} title={column.title} value={column.render(row)} />
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function CardLine({ title, value }: { readonly title: string; readonly value: ReactNode }) {
  if (value === null || value === undefined || value === '') return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function CardCheck<Row extends object>({ row, table }: { readonly row: Row; readonly table: Filled<Row> }) {
  const id = useId();
  const key = table.rowKey(row);
  const selected = table.selected ?? [];
  const isChecked = selected.includes(key);
  return (
    <Checkbox
      id={id}
      aria-label={`选择${table.rowLabel?.(row) ?? '这一行'}`}
      checked={isChecked}
      onChange={() => table.onSelect?.(isChecked ? selected.filter((one) => one !== key) : [...selected, key])}
    />
  );
}
