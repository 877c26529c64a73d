import { Button } from 'antd';
import { Link } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { PlanDetail, Subplans } from '../../plan/plans.contract.ts';
import { TimingTag } from './timing-tag.tsx';

type Row = Subplans['items'][number];

/** PLAN-3, PLAN-C1: who has sent a breakdown or an own plan, and whether within the days after the issue. */
export function SubplansSection({ plan }: { readonly plan: PlanDetail }) {
  const subplans = useApi<Subplans>(`/api/plans/${plan.id}/subplans`);
  const allowed = usePermissions();
  const submit = useAction((unitId: string) => call('POST', `/api/plans/${plan.id}/breakdowns`, { unitId }), {
    refreshes: ['/api/plans'],
    done: '任务分解已报送。',
  });
  const columns: readonly DataColumn<Row>[] = [
    { key: 'unit', title: '单位', card: 'title', render: (row) => row.unit.name },
    {
      key: 'split',
      title: '分解到科室和时间',
      width: 150,
      render: (row) => (row.shareCount === 0 ? '没有任务' : `${row.splitCount} / ${row.shareCount} 项`),
    },
    {
      key: 'submitted',
      title: '报送分解',
      width: 170,
      render: (row) =>
        row.breakdownSubmittedAt ? (
          <span className="mc-number">{instantText(row.breakdownSubmittedAt)}</span>
        ) : allowed.may('assign', { kind: 'assignment', state: 'open', unitIds: [row.unit.id] }) ? (
          <Button size="small" loading={submit.isPending} onClick={() => submit.mutate(row.unit.id)}>
            报送
          </Button>
        ) : (
          <span className="mc-muted">未报送</span>
        ),
    },
    {
      key: 'plan',
      title: '本单位工作要点',
      render: (row) =>
        row.plan ? <Link to={`/plans/${row.plan.id}`}>{row.plan.title}</Link> : <span className="mc-muted">没有</span>,
    },
    { key: 'timing', title: '时限', width: 180, render: (row) => <TimingTag timing={row.timing} /> },
  ];
  return (
    <Section title="各单位分解与本单位工作要点">
      <Loaded query={subplans} rows={8}>
        {(data) => (
          <>
            <p className="mc-muted">{data.rule}</p>
            <DataTable<Row>
              label="各单位分解"
              columns={columns}
              rows={data.items}
              rowKey={(row) => row.unit.id}
              empty={<EmptyState what="这份工作要点还没有下级单位。" next="印发后，承担任务的单位会列在这里。" />}
            />
          </>
        )}
      </Loaded>
    </Section>
  );
}
