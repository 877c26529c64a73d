import { Link } from 'react-router';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { shortDayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { FoldedList } from '../../../../workbench/components/folded-list.tsx';
import { UNIT_ROLE_WORDS } from '../../plan-words.ts';
import type { ShareSummary } from '../../tasks/tasks.contract.ts';
import { PercentBar } from '../words/percent-bar.tsx';
import { TaskStateTag } from '../words/task-state-tag.tsx';

const COLUMNS: readonly DataColumn<ShareSummary>[] = [
  {
    key: 'unit',
    title: '单位',
    card: 'title',
    render: (share) => <Link to={`/shares/${share.assignmentId}`}>{share.unit.name}</Link>,
  },
  {
    key: 'role',
    title: '职责',
    width: 160,
    render: (share) => (
      <span>
        {UNIT_ROLE_WORDS[share.role]}
        {share.viaGroup ? <span className="mc-muted mc-small">（{share.viaGroup}）</span> : null}
      </span>
    ),
  },
  { key: 'dueOn', title: '期限', width: 110, render: (share) => shortDayText(share.dueOn) || '无固定日' },
  { key: 'state', title: '状态', width: 110, render: (share) => <TaskStateTag state={share.state} /> },
  { key: 'percent', title: '进度', width: 140, render: (share) => <PercentBar percent={share.percent} /> },
];

export function SharesSection({ shares }: { readonly shares: readonly ShareSummary[] }) {
  return (
    <FoldedList items={shares} shown={15} noun="家单位">
      {(shown) => (
        <DataTable<ShareSummary>
          label="各单位办理情况"
          columns={COLUMNS}
          rows={shown}
          rowKey={(share) => share.assignmentId}
          empty={<EmptyState what="还没有分派到单位。" next="请用“调整责任单位”指定。" />}
        />
      )}
    </FoldedList>
  );
}
