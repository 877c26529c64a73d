import { Button } from 'antd';
import { Link } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { FilterSelect } from '../../../../workbench/components/list-filters.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { FILING_EVENT_LABELS } from '../../filing/filing-words.ts';
import type { DeliveryView, Overview } from '../../office/exchange.contract.ts';
import { DeliveryTag, STATE_WORDS } from './filing-words.tsx';
import { PeerFiguresCard } from './peer-figures.tsx';

const PAGE_SIZE = 30;
const OVERVIEW = '/api/exchange/overview';
const DELIVERIES = '/api/exchange/deliveries';
const STATES = [
  ...Object.entries(STATE_WORDS).map(([value, { label }]) => ({ value, label })),
  { value: 'late', label: '超时没有回执' },
];
const EVENTS = Object.entries(FILING_EVENT_LABELS).map(([value, label]) => ({ value, label }));

export function DeliveriesPanel() {
  const overview = useApi<Overview>(OVERVIEW);
  const push = useAction((peerId: string | undefined) => call('POST', '/api/exchange/push', { peerId }), {
    refreshes: ['/api/exchange'],
    done: (answer) =>
      (answer as { due: number }).due > 0
        ? `正在报送 ${(answer as { due: number }).due} 份，稍后刷新查看回执。`
        : '没有需要报送的公文，都已收到回执。',
  });
  return (
    <Loaded query={overview} rows={8}>
      {({ items, mayPush }) =>
        items.length === 0 ? (
          <EmptyState
            what="还没有登记向哪个平台报送。"
            next="由主管部门在“对接平台”中登记上级平台的网址和公钥，登记后自动补报全部已认定的公文。"
            action={mayPush ? <Link to="/filing?tab=peers">去登记对接平台</Link> : null}
          />
        ) : (
          <>
            {items.map((figures) => (
              <PeerFiguresCard
                key={figures.peerId}
                figures={figures}
                action={
                  mayPush ? (
                    <Button type="primary" loading={push.isPending} onClick={() => push.mutate(figures.peerId)}>
                      立即报送
                    </Button>
                  ) : null
                }
              />
            ))}
            <Section title="报送记录">
              <DeliveryTable mayPush={mayPush} />
            </Section>
          </>
        )
      }
    </Loaded>
  );
}

function DeliveryTable({ mayPush }: { readonly mayPush: boolean }) {
  const filters = useFilters();
  const { values, set } = filters;
  const page = Number(values.page ?? 1);
  const list = useApi<{ items: readonly DeliveryView[]; total: number }>(DELIVERIES, {
    page,
    pageSize: PAGE_SIZE,
    ...(values.state ? { state: values.state } : {}),
    ...(values.event ? { event: values.event } : {}),
  });
  const retry = useAction((id: string) => call('POST', `${DELIVERIES}/${id}/retry`, {}), {
    refreshes: ['/api/exchange'],
    done: '已重新报送，稍后刷新查看回执。',
  });
  if (list.error) throw list.error;
  return (
    <>
      <div className="mc-toolbar">
        <FilterSelect filters={filters} name="state" label="状态" options={STATES} />
        <FilterSelect filters={filters} name="event" label="事项" options={EVENTS} />
      </div>
      <DataTable<DeliveryView>
        label="报送记录"
        columns={columnsOf(mayPush, (id) => retry.mutate(id))}
        rows={list.data?.items}
        rowKey={(row) => row.id}
        loading={list.isFetching}
        page={{ page, pageSize: PAGE_SIZE, total: list.data?.total ?? 0 }}
        onPage={(next) => set({ page: String(next) })}
        empty={
          <EmptyState
            what={values.state || values.event ? '没有符合条件的报送。' : '还没有报送记录。'}
            next={values.state || values.event ? '可以换一个条件。' : '认定公开属性之后，公文自动列入报送。'}
          />
        }
      />
    </>
  );
}

function columnsOf(mayPush: boolean, onRetry: (id: string) => void): readonly DataColumn<DeliveryView>[] {
  return [
    {
      key: 'title',
      title: '公文',
      card: 'title',
      render: (row) => (
        <>
          <Link to={`/publications/${row.publicationId}`}>{row.title || '（没有标题）'}</Link>
          <div className="mc-muted mc-small">
            {row.unit} · {FILING_EVENT_LABELS[row.event]} · 第 {row.ordinal} 次
          </div>
        </>
      ),
    },
    { key: 'peer', title: '报送给', width: 140, render: (row) => row.peer },
    {
      key: 'state',
      title: '状态',
      width: 130,
      render: (row) => <DeliveryTag state={row.state} late={row.late} />,
    },
    { key: 'why', title: '回执或原因', width: 240, render: (row) => <Why row={row} /> },
    { key: 'at', title: '列入时间', width: 140, render: (row) => instantText(row.createdAt) },
    ...(mayPush
      ? [
          {
            key: 'act',
            title: '操作',
            width: 110,
            render: (row: DeliveryView) =>
              row.state === 'refused' || row.state === 'waiting' ? (
                <Button size="small" onClick={() => onRetry(row.id)}>
                  重新报送
                </Button>
              ) : null,
          },
        ]
      : []),
  ];
}

function Why({ row }: { readonly row: DeliveryView }) {
  if (row.state === 'receipted') {
    return (
      <>
        <span className="mc-number">{row.receiptNumber}</span>
        <div className="mc-muted mc-small">{instantText(row.settledAt)} 收到</div>
      </>
    );
  }
  if (row.reasons.length > 0) {
    return (
      <ul className="mc-plain-list">
        {row.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    );
  }
  if (row.lastError) {
    return (
      <>
        {row.lastError}
        {row.nextAttemptAt ? (
          <div className="mc-muted mc-small">
            已试 {row.attempts} 次，{instantText(row.nextAttemptAt)} 后再试
          </div>
        ) : null}
      </>
    );
  }
  return null;
}
