import { Alert, Button, Card, Progress, Table, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { call } from '../../../workbench/api/client.ts';
import { useAction, useApi, useRefresh } from '../../../workbench/api/use-api.ts';
import type { Import, ImportRow } from '../import/imports.contract.ts';
import { saveFile } from './save-file.ts';

const PATH = '/api/library/imports';
const LOOK_MS = 2_000;
const STATES: Readonly<Record<Import['state'], string>> = {
  reading: '正在读入',
  unreadable: '无法读取',
  checking: '正在试读',
  checked: '已试读，未导入',
  running: '正在导入',
  paused: '已暂停',
  done: '已完成',
};
const ROW_STATES: Readonly<Record<ImportRow['state'], string>> = {
  unchecked: '待试读',
  ready: '待导入',
  faulty: '须改正',
  taken: '正在导入',
  imported: '已导入',
  failed: '未导入',
};

/** One import: how far it is, what is wrong, and its buttons. */
export function ImportCard({ record }: { readonly record: Import }) {
  const refresh = useRefresh();
  const [shown, setShown] = useState(false);
  const isChecking = record.state === 'checking';
  const isRunning = record.state === 'running';
  const isReading = record.state === 'reading';
  const isMoving = isReading || isChecking || isRunning;
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => void refresh(PATH), LOOK_MS);
    return () => clearInterval(timer);
  }, [isMoving, refresh]);
  const move = useAction((to: 'run' | 'pause') => call('POST', `${PATH}/${record.id}/${to}`), { refreshes: [PATH] });
  const { counts } = record;
  const percent = isChecking ? share(counts.total - counts.unchecked, counts.total) : percentImported(counts);
  return (
    <Card
      className="mc-import"
      title={`${record.name}（${record.source}）`}
      extra={<Tag>{STATES[record.state]}</Tag>}
      style={{ marginTop: 16 }}
    >
      {isReading ? (
        <p role="status">正在读入表格，已读入 {counts.total} 行。可以离开本页，稍后回来查看。</p>
      ) : (
        <Progress
          percent={percent}
          status={isMoving ? 'active' : 'normal'}
          aria-label={`${isChecking ? '试读' : '导入'}进度 ${percent}%`}
        />
      )}
      {record.trouble ? <Alert type="error" showIcon title={record.trouble} /> : null}
      <p>
        共 {counts.total} 行：{isChecking ? `已试读 ${counts.total - counts.unchecked}，` : ''}已导入 {counts.imported}
        ，待导入 {counts.ready + counts.taken}，须改正 {counts.faulty}
        ，导入时发现问题 {counts.failed}；压缩包文件 {record.files} 个。
      </p>
      {record.unused.length > 0 ? (
        <Alert type="info" showIcon title={`没有用到的列：${record.unused.join('、')}`} />
      ) : null}
      <p className="mc-row-links">
        {record.state !== 'done' && !isMoving && counts.ready + counts.taken > 0 ? (
          <Button type="primary" loading={move.isPending} onClick={() => move.mutate('run')}>
            {record.state === 'paused' ? '继续导入' : '开始导入'}
          </Button>
        ) : null}
        {isRunning ? (
          <Button loading={move.isPending} onClick={() => move.mutate('pause')}>
            暂停
          </Button>
        ) : null}
        <Button onClick={() => void saveFile(`${PATH}/${record.id}/errors.csv`, `${record.name}-错误清单.csv`)}>
          下载错误清单
        </Button>
        <Button onClick={() => setShown(!shown)} aria-expanded={shown}>
          {shown ? '收起逐行结果' : '逐行结果'}
        </Button>
      </p>
      {shown ? <Rows record={record} /> : null}
    </Card>
  );
}

function percentImported({ imported, failed, ready, taken }: Import['counts']): number {
  return share(imported + failed, imported + failed + ready + taken);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part / whole) * 100);
}

function Rows({ record }: { readonly record: Import }) {
  const [page, setPage] = useState(1);
  const rows = useApi<{ items: readonly ImportRow[]; total: number }>(`${PATH}/${record.id}/rows`, {
    page,
    pageSize: 20,
  });
  return (
    <Table<ImportRow>
      size="small"
      rowKey="row"
      scroll={{ x: 720 }}
      loading={rows.isPending}
      dataSource={[...(rows.data?.items ?? [])]}
      pagination={{
        current: page,
        pageSize: 20,
        total: rows.data?.total ?? 0,
        onChange: setPage,
        showSizeChanger: false,
      }}
      columns={[
        { title: '行', dataIndex: 'row', width: 60 },
        {
          title: '标题',
          render: (_, row) => (row.number ? <a href={`/documents/${row.number}`}>{row.title}</a> : row.title),
        },
        { title: '发文字号', dataIndex: 'documentNumber', width: 170 },
        { title: '状态', width: 90, render: (_, row) => ROW_STATES[row.state] },
        {
          title: '说明',
          render: (_, row) =>
            row.problems.map((one) => `${one.column ? `${one.column}：` : ''}${one.message}`).join('；'),
        },
      ]}
    />
  );
}
