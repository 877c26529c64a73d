import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { PolicyEvaluation, PolicyEvaluations } from '../../evaluations/evaluations.contract.ts';

interface Range {
  readonly from: string;
  readonly to: string;
}

/** What came through the window of policy evaluation and suggestions, policy by policy (MSG-8). */
export function EvaluationsSection({ range }: { readonly range: Range }) {
  const evaluations = useApi<PolicyEvaluations>('/api/policy-evaluations', { ...range });
  const { items = [], policies = 0 } = evaluations.data ?? {};
  return (
    <Section
      title="政策评价和意见建议"
      extra={
        <a href="/messages/new?channel=suggestion" target="_blank" rel="noreferrer">
          公众看到的窗口
        </a>
      }
    >
      <p className="mc-muted mc-small">
        窗口设在互动交流栏目和 {policies} 份政策文件的页面，由起草单位答复。“好”为评价很好、较好的占比。
      </p>
      <DataTable<PolicyEvaluation>
        label="政策评价和意见建议"
        columns={columns(range)}
        rows={evaluations.data ? items : undefined}
        rowKey={(row) => String(row.number)}
        empty={
          <EmptyState
            what="这些日子没有收到对政策的评价和意见建议。"
            next="可以在政策解读、新媒体里告诉公众有这个窗口。"
          />
        }
        loading={evaluations.isFetching}
      />
    </Section>
  );
}

function columns({ from, to }: Range): readonly DataColumn<PolicyEvaluation>[] {
  return [
    {
      key: 'title',
      title: '政策',
      card: 'title',
      render: (row) => (
        <a href={`/documents/${row.number}`} target="_blank" rel="noreferrer">
          {row.title || `编号 ${row.number}（已移除）`}
        </a>
      ),
    },
    {
      key: 'received',
      title: '收到',
      width: 84,
      render: (row) => (
        <Link
          to={`/cases?${new URLSearchParams({ kind: 'suggestion', publicationNumber: String(row.number), receivedFrom: from, receivedTo: to, admitted: 'true', all: 'true' })}`}
        >
          {row.received}
        </Link>
      ),
    },
    { key: 'answered', title: '已答复', width: 84, render: (row) => row.answered },
    { key: 'evaluated', title: '有评价的', width: 96, render: (row) => row.evaluated },
    {
      key: 'good',
      title: '好',
      width: 96,
      render: (row) => (row.evaluated === 0 ? '—' : `${Math.round((row.good / row.evaluated) * 100)}%`),
    },
  ];
}
