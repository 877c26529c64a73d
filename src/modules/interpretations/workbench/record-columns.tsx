import { App, Button } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import type { DataColumn } from '../../../workbench/components/data-table.tsx';
import { ToneTag } from '../../../workbench/components/tone-tag.tsx';
import type { RecordView } from '../registers/records.contract.ts';
import type { Register, RegisterField } from '../registers/register.contract.ts';

const REFRESHES = ['/api/interpretation-records', '/api/interpretation-questions', '/api/interpretation-figures'];

interface Acts {
  readonly edit: (row: RecordView) => void;
  /** Opens what hangs below the row. */
  readonly open?: (row: RecordView) => void;
}

export function recordColumns(register: Register, acts: Acts): readonly DataColumn<RecordView>[] {
  const { below } = register;
  const day = register.fields.find((field) => field.code === register.day);
  return [
    {
      key: 'title',
      title: register.fields.find((field) => field.code === register.title)?.label ?? '名称',
      card: 'title',
      render: (row) => (
        <>
          {row.title}
          <About register={register} row={row} />
        </>
      ),
    },
    { key: 'unit', title: '单位', width: 120, render: (row) => row.unit.shortName },
    { key: 'day', title: day?.label ?? '日期', width: 116, render: (row) => row.datedOn },
    ...register.fields
      .filter((field) => field.listed)
      .map(
        (field): DataColumn<RecordView> => ({
          key: field.code,
          title: field.label,
          width: field.type === 'longText' ? 240 : 128,
          ...(field.type === 'count' ? { align: 'right' as const } : {}),
          render: (row) => <Value field={field} row={row} />,
        }),
      ),
    ...(register.code === 'reprint'
      ? [
          {
            key: 'confirmed',
            title: '是否公开',
            width: 116,
            render: (row: RecordView) =>
              row.confirmed ? (
                <>
                  <ToneTag tone="green">已公开</ToneTag>
                  <div className="mc-small mc-muted">{row.confirmed.byName}核实</div>
                </>
              ) : (
                <ToneTag tone="orange">待核实</ToneTag>
              ),
          },
        ]
      : []),
    ...(below && acts.open
      ? [
          {
            key: 'below',
            title: below.label,
            width: 96,
            render: (row: RecordView) => (
              <Button
                size="small"
                onClick={() => acts.open?.(row)}
                aria-label={`${row.below} 次，${row.title}的${below.label}`}
              >
                {row.below} 次
              </Button>
            ),
          },
        ]
      : []),
    { key: 'act', title: '操作', width: 150, render: (row) => <RowActs row={row} edit={acts.edit} /> },
  ];
}

/** The public item that a row is about, below its title. */
function About({ register, row }: { readonly register: Register; readonly row: RecordView }) {
  const number = register.about ? row.values[register.about] : undefined;
  if (typeof number !== 'number') return null;
  return (
    <div className="mc-small">
      <a href={`/documents/${number}`}>{row.titles[String(number)]}</a>
    </div>
  );
}

function Value({ field, row }: { readonly field: RegisterField; readonly row: RecordView }) {
  const text = row.texts[field.code] ?? '';
  if (text === '') return <span className="mc-muted">—</span>;
  if (field.type === 'address')
    return (
      <a href={text} target="_blank" rel="noreferrer noopener">
        打开网址
      </a>
    );
  if (field.type === 'file') return <a href={`/api/interpretation-records/${row.id}/file`}>下载</a>;
  if (field.type === 'document' || field.type === 'interpretation')
    return <a href={`/documents/${String(row.values[field.code])}`}>{text}</a>;
  if (field.type === 'count') return Number(text).toLocaleString('zh-CN');
  return <span className="mc-clamp">{text}</span>;
}

function RowActs({ row, edit }: { readonly row: RecordView; readonly edit: (row: RecordView) => void }) {
  const { modal } = App.useApp();
  const remove = useAction(() => call('DELETE', `/api/interpretation-records/${row.id}`), {
    refreshes: REFRESHES,
    done: '已删除。',
  });
  const confirm = useAction(
    () => call('POST', `/api/interpretation-records/${row.id}/confirm`, { version: row.version }),
    { refreshes: REFRESHES, done: '已核实，解读页面将显示这次转载。' },
  );
  const askRemove = () =>
    modal.confirm({
      title: `删除“${row.title}”？`,
      content: row.confirmed ? '删除后解读页面不再显示这次转载。' : '删除后不能恢复，审计记录会保留。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '取消',
      onOk: () => remove.mutate(undefined),
    });
  const askConfirm = () =>
    modal.confirm({
      title: `核实“${row.title}”的转载？`,
      content: '请先打开网址，确认确是转载这份解读。核实后媒体、日期和网址向公众显示。',
      okText: '已核对，公开',
      cancelText: '取消',
      onOk: () => confirm.mutate(undefined),
    });
  return (
    <span className="mc-row-links">
      {row.allowed.includes('confirm') ? (
        <Button size="small" type="primary" onClick={askConfirm} aria-label={`核实${row.title}`}>
          核实
        </Button>
      ) : null}
      {row.allowed.includes('edit') ? (
        <Button size="small" onClick={() => edit(row)} aria-label={`修改${row.title}`}>
          修改
        </Button>
      ) : null}
      {row.allowed.includes('delete') ? (
        <Button size="small" danger onClick={askRemove} aria-label={`删除${row.title}`}>
          删除
        </Button>
      ) : null}
    </span>
  );
}
