import { Alert, Button, Flex, Select, Statistic } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import type { Overview, ReconciliationView } from '../../office/exchange.contract.ts';
import { DifferencesTable } from './differences-table.tsx';

const PATH = '/api/exchange/reconciliations';
const FIGURES = [
  ['registered', '已登记'],
  ['published', '已公开'],
  ['filed', '已报送'],
  ['receipted', '有回执'],
  ['received', '对方已收'],
  ['differences', '差异'],
] as const;

/** 每月对账: register, what is public, filings, receipts and the other side's own list, side by side (DOC-10). */
export function ReconciliationsPanel() {
  const list = useApi<{ items: readonly ReconciliationView[]; mayRun: boolean }>(PATH);
  const peers = useApi<Overview>('/api/exchange/overview');
  const { values, set } = useFilters();
  const run = useAction((peerId: string) => call<ReconciliationView>('POST', PATH, { peerId }), {
    refreshes: ['/api/exchange'],
    done: (made) =>
      made.figures.differences === 0 ? '对账完成，没有差异。' : `对账完成，有 ${made.figures.differences} 处差异。`,
    onDone: (made) => set({ of: made.id, kind: undefined }),
  });
  return (
    <Loaded query={list} rows={8}>
      {({ items, mayRun }) => {
        const shown = items.find(({ id }) => id === values.of) ?? items[0];
        const actions = mayRun
          ? peers.data?.items.map(({ peerId, peer }) => (
              <Button key={peerId} type="primary" loading={run.isPending} onClick={() => run.mutate(peerId)}>
                {peers.data.items.length > 1 ? `与${peer}对账` : '立即对账'}
              </Button>
            ))
          : null;
        if (!shown) {
          return (
            <EmptyState
              what="还没有对过账。"
              next={
                peers.data?.items.length === 0
                  ? '先在“对接平台”中登记上级平台；登记后每月自动对账一次。'
                  : '每月自动对账一次，也可以现在就对。'
              }
              action={actions}
            />
          );
        }
        return (
          <>
            <Section title={`${monthText(shown.month)}与${shown.peer}对账`} extra={actions}>
              <Chooser items={items} shown={shown} onChoose={(of) => set({ of, kind: undefined })} />
              <Shown shown={shown} />
            </Section>
            {shown.figures.differences > 0 ? (
              <Section title="差异清单">
                <DifferencesTable id={shown.id} mayRun={mayRun} />
              </Section>
            ) : null}
            {items.length > 1 ? (
              <Section title="历次对账">
                <DataTable<ReconciliationView>
                  label="历次对账"
                  columns={columnsOf((of) => set({ of, kind: undefined }))}
                  rows={items}
                  rowKey={(row) => row.id}
                  empty={null}
                />
              </Section>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}

function Chooser(props: {
  readonly items: readonly ReconciliationView[];
  readonly shown: ReconciliationView;
  readonly onChoose: (id: string) => void;
}) {
  if (props.items.length < 2) return null;
  return (
    <div className="mc-toolbar">
      <Select
        aria-label="哪一次对账"
        style={{ minWidth: 280 }}
        value={props.shown.id}
        options={props.items.map((one) => ({
          value: one.id,
          label: `${instantText(one.at)} ${one.peer}（${one.figures.differences} 处差异）`,
        }))}
        onChange={props.onChoose}
      />
    </div>
  );
}

function Shown({ shown }: { readonly shown: ReconciliationView }) {
  return (
    <Flex vertical gap={16}>
      {shown.failure ? (
        <Alert
          type="warning"
          showIcon
          title="没有取到对方的清单，以下只是本平台一方的核对。"
          description={shown.failure}
        />
      ) : null}
      {!shown.failure && shown.figures.differences === 0 ? (
        <Alert type="success" showIcon title="登记、公开、报送、回执与对方清单逐份一致。" />
      ) : null}
      <div className="mc-figures">
        {FIGURES.map(([key, title]) => (
          <Statistic
            key={key}
            title={title}
            value={key === 'received' && shown.failure ? '—' : shown.figures[key]}
            suffix={key === 'differences' ? '处' : '份'}
          />
        ))}
      </div>
      <p className="mc-muted">
        {instantText(shown.at)}，{shown.by}
      </p>
    </Flex>
  );
}

function columnsOf(onOpen: (id: string) => void): readonly DataColumn<ReconciliationView>[] {
  return [
    {
      key: 'at',
      title: '时间',
      card: 'title',
      render: (row) => (
        <Button type="link" size="small" onClick={() => onOpen(row.id)}>
          {instantText(row.at)}
        </Button>
      ),
    },
    { key: 'peer', title: '平台', render: (row) => row.peer },
    { key: 'by', title: '对账人', width: 120, render: (row) => row.by },
    { key: 'receipted', title: '有回执', width: 100, align: 'right', render: (row) => row.figures.receipted },
    {
      key: 'differences',
      title: '差异',
      width: 130,
      render: (row) =>
        row.failure ? (
          <ToneTag tone="orange">未取到对方清单</ToneTag>
        ) : (
          <ToneTag tone={row.figures.differences === 0 ? 'green' : 'red'}>{row.figures.differences} 处</ToneTag>
        ),
    },
  ];
}

/** 2026-11 → 2026年11月 */
function monthText(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}
