import { Button, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { FigureCode, FigureRecord, KnowledgeFigure } from '../../figures/figures.contract.ts';
import type { SettingView } from '../../settings/settings.contract.ts';

interface Figures {
  readonly items: readonly KnowledgeFigure[];
  readonly asked: { readonly days: number; readonly asked: number; readonly answered: number };
}
const PAGE_SIZE = 20;

/** 知识库指标 (KB-C1 to KB-C4, MSG-C6): each share opens to its records. */
export function FiguresPage() {
  const [open, setOpen] = useState<FigureCode>();
  const figures = useApi<Figures>('/api/knowledge/figures');
  return (
    <div className="mc-page">
      <PageHeader title="知识库指标" lead="由系统按记录计算，点开可以看到每一条。" />
      <Loaded query={figures}>
        {({ items, asked }) => (
          <>
            {items.map((one) => (
              <Section
                key={one.code}
                title={one.name}
                extra={
                  <Button
                    size="small"
                    aria-expanded={open === one.code}
                    onClick={() => setOpen(open === one.code ? undefined : one.code)}
                  >
                    {open === one.code ? '收起记录' : '查看记录'}
                  </Button>
                }
              >
                <p>
                  <strong className="mc-number">{shareOf(one)}</strong>{' '}
                  <span className="mc-muted">
                    （{one.met} / {one.of}）{one.note}
                  </span>
                </p>
                {open === one.code ? <Records code={one.code} /> : null}
              </Section>
            ))}
            <Section title="问政策">
              <p>
                近 {asked.days} 天提问 <span className="mc-number">{asked.asked}</span> 次，答上{' '}
                <span className="mc-number">{asked.answered}</span> 次。没有答上的见
                <Link to="/knowledge/clusters">高频问题</Link>。
              </p>
            </Section>
          </>
        )}
      </Loaded>
      <SettingsSection />
    </div>
  );
}

function shareOf({ met, of }: KnowledgeFigure): string {
  return of === 0 ? '没有记录' : `${Math.floor((met / of) * 1000) / 10}%`;
}

const COLUMNS: readonly DataColumn<FigureRecord>[] = [
  {
    key: 'title',
    title: '记录',
    card: 'title',
    render: (row) =>
      row.href.startsWith('/documents/') ? <a href={row.href}>{row.title}</a> : <Link to={row.href}>{row.title}</Link>,
  },
  { key: 'unit', title: '单位', width: 130, render: (row) => row.unit ?? '' },
  {
    key: 'state',
    title: '情况',
    width: 380,
    render: (row) => (
      <>
        <ToneTag tone={row.isMet ? 'green' : 'red'}>{row.isMet ? '达到' : '未达到'}</ToneTag> {row.state}
      </>
    ),
  },
];

function Records({ code }: { readonly code: FigureCode }) {
  const [page, setPage] = useState(1);
  const list = useApi<{ items: readonly FigureRecord[]; total: number }>('/api/knowledge/figures/records', {
    code,
    page,
    pageSize: PAGE_SIZE,
  });
  if (list.error) throw list.error;
  return (
    <DataTable<FigureRecord>
      label="指标记录"
      columns={COLUMNS}
      rows={list.data?.items}
      rowKey={(row) => row.href}
      loading={list.isFetching}
      page={{ page, pageSize: PAGE_SIZE, total: list.data?.total ?? 0 }}
      onPage={setPage}
      empty={<EmptyState what="没有记录。" />}
    />
  );
}

function SettingsSection() {
  const settings = useApi<{ items: readonly SettingView[] }>('/api/knowledge/settings');
  const mayEdit = usePermissions().could('edit', 'knowledgeSetting');
  const [edited, setEdited] = useState<SettingView>();
  return (
    <Section title="参数">
      <Loaded query={settings}>
        {({ items }) => (
          <ul className="mc-list">
            {items.map((one) => (
              <li key={one.code}>
                <div className="mc-list-line">
                  <span className="mc-list-main">
                    {one.name}：<span className="mc-number">{one.value}</span> {one.unit}
                  </span>
                  {mayEdit ? (
                    <Button size="small" onClick={() => setEdited(one)}>
                      修改
                    </Button>
                  ) : null}
                </div>
                <div className="mc-muted mc-small">{one.help}</div>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {edited ? <SettingDialog setting={edited} onClose={() => setEdited(undefined)} /> : null}
    </Section>
  );
}

function SettingDialog({ setting, onClose }: { readonly setting: SettingView; readonly onClose: () => void }) {
  const [value, setValue] = useState<number | null>(setting.value);
  const save = useAction<number>(
    (next) => call('PUT', `/api/knowledge/settings/${setting.code}`, { value: next, version: setting.version }),
    { refreshes: ['/api/knowledge'], done: '已保存。', onDone: onClose },
  );
  return (
    <Modal
      open
      title={setting.name}
      okText="保存"
      cancelText="取消"
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: value === null }}
      onOk={() => value !== null && save.mutate(value)}
      onCancel={onClose}
    >
      <p>{setting.help}</p>
      <InputNumber
        aria-label={setting.name}
        min={setting.min}
        max={setting.max}
        precision={0}
        value={value}
        onChange={setValue}
        suffix={setting.unit}
      />
    </Modal>
  );
}
