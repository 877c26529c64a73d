import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { PLAN_LEVEL_WORDS } from '../../plan-words.ts';
import { useUnits } from '../words/use-units.ts';
import { ParameterDialog } from './parameter-dialog.tsx';
import type { ParameterRow } from './parameter-row.ts';

/** IX-10: limits and quotas are data with a scope; the most specific one wins. */
export function ParametersPage() {
  const allowed = usePermissions();
  const units = useUnits();
  const parameters = useApi<{ items: readonly ParameterRow[] }>('/api/plan-parameters');
  const [open, setOpen] = useState<ParameterRow | 'new'>();
  const remove = useAction((id: string) => call('DELETE', `/api/plan-parameters/${id}`), {
    refreshes: ['/api/plan-parameters', '/api/plans'],
    done: '已删除，恢复使用范围更大的规定。',
  });
  if (parameters.error) throw parameters.error;
  const mayEdit = allowed.could('edit', 'planParameter');
  const unitName = (id: string): string => units.data?.items.find((unit) => unit.id === id)?.shortName ?? '某单位';
  const columns: readonly DataColumn<ParameterRow>[] = [
    { key: 'label', title: '参数', card: 'title', render: (row) => row.label },
    {
      key: 'scope',
      title: '适用范围',
      width: 240,
      render: (row) =>
        [
          row.year ? `${row.year} 年` : '',
          row.level ? PLAN_LEVEL_WORDS[row.level] : '',
          row.unitId ? unitName(row.unitId) : '',
        ]
          .filter(Boolean)
          .join('，') || '全部',
    },
    { key: 'value', title: '值', width: 120, render: (row) => <span className="mc-number">{valueText(row)}</span> },
    { key: 'basis', title: '依据', render: (row) => row.basis },
    {
      key: 'act',
      title: '操作',
      width: 150,
      render: (row) =>
        mayEdit ? (
          <span className="mc-row-links">
            <Button size="small" onClick={() => setOpen(row)}>
              {row.id ? '修改' : '另行规定'}
            </Button>
            {row.id ? (
              <Popconfirm
                title="删除这条规定？"
                okText="删除"
                cancelText="取消"
                onConfirm={() => row.id && remove.mutate(row.id)}
              >
                <Button size="small">删除</Button>
              </Popconfirm>
            ) : null}
          </span>
        ) : (
          <span className="mc-muted">只读</span>
        ),
    },
  ];
  return (
    <div className="mc-page">
      <PageHeader
        title="时限与提醒参数"
        lead="制定时限、提醒提前天数等由文件规定的数字，可按层级、年度和单位分别设定，范围小的优先。"
        actions={
          mayEdit ? (
            <Button type="primary" onClick={() => setOpen('new')}>
              增加规定
            </Button>
          ) : null
        }
      />
      <DataTable<ParameterRow>
        label="参数"
        columns={columns}
        rows={parameters.data?.items}
        rowKey={(row) => row.id ?? `${row.key}-${row.level}-${row.year}-${row.unitId}`}
        empty={<EmptyState what="没有参数。" />}
      />
      {open ? (
        <ParameterDialog
          known={parameters.data?.items ?? []}
          {...(open === 'new' ? {} : { row: open })}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </div>
  );
}

const ACTS: Readonly<Record<string, string>> = { submit: '报送', publish: '公开' };

function valueText(row: ParameterRow): string {
  return row.key === 'ownPlanAct' ? (ACTS[row.value] ?? row.value) : row.value || '未设';
}
