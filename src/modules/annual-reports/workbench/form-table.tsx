import type { ReportView } from '../reports/reports.contract.ts';

type Table = ReportView['tables'][number];

/** A table as it is printed, with its joined cells. */
export function FormTable(props: {
  readonly table: Table;
  readonly report: ReportView;
  readonly onOpen: (cell: string) => void;
}) {
  const { table, report, onOpen } = props;
  return (
    <div className="mc-report-scroll">
      <table className={`mc-report-table mc-report-${table.part}`} aria-label={table.title}>
        <colgroup>
          {table.widths.map((width, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
            <col key={at} width={`${width}%`} />
          ))}
        </colgroup>
        <tbody>
          {table.rows.map((row, y) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the printed rows never change their order
            <tr key={y}>
              {row.map((cell, x) => {
                const span = { colSpan: cell.columns, rowSpan: cell.rows };
                const key = cell.cell ?? `${y} ${x}`;
                if (cell.heading !== null && cell.text !== '')
                  return (
                    <th key={key} scope={scopeOf(cell)} {...span}>
                      {cell.text}
                    </th>
                  );
                return (
                  <td key={key} {...span}>
                    {cell.cell ? <FigureButton cell={cell.cell} report={report} onOpen={onOpen} /> : cell.text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function scopeOf({ heading, columns, rows }: Table['rows'][number][number]): 'col' | 'colgroup' | 'row' | 'rowgroup' {
  if (heading === 'row') return rows > 1 ? 'rowgroup' : 'row';
  return columns > 1 ? 'colgroup' : 'col';
}

/** A figure that opens its records; what was stated by hand is said beside it, not by colour alone. */
export function FigureButton(props: {
  readonly cell: string;
  readonly report: ReportView;
  readonly onOpen: (cell: string) => void;
}) {
  const { cell, report, onOpen } = props;
  const figure = report.figures[cell];
  const value = figure?.value ?? null;
  const isWrong = report.faults.some(({ cells, severity }) => severity === 'blocks' && cells.includes(cell));
  const declared = figure?.declared ?? null;
  const words = value === null ? '填报' : String(value);
  const how = declared === null ? '' : figure?.counted === null ? '，由单位填报' : `，其中补充申报 ${declared}`;
  return (
    <>
      <button
        type="button"
        className={`mc-link-button ${isWrong ? 'mc-red' : ''}`}
        onClick={() => onOpen(cell)}
        aria-label={`${report.cells[cell]?.label ?? cell}：${value === null ? '还没有填报' : value}${how}${isWrong ? '，需要核对' : ''}`}
      >
        {words}
      </button>
      {declared === null ? null : (
        <sup className="mc-muted" aria-hidden="true">
          报
        </sup>
      )}
    </>
  );
}
