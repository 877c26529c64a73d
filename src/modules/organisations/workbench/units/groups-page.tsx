import { PlusOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { UNIT_KIND_LABELS } from '../../units.contract.ts';
import type { GroupRow } from '../words/group-row.ts';
import { useUnitNames } from '../words/use-units.ts';
import { GroupDialog } from './group-dialog.tsx';

/** What plans mean by 各街镇, 区政府各部门, 各相关单位. */
export function GroupsPage() {
  const allowed = usePermissions();
  const [opened, setOpened] = useState<GroupRow | 'new'>();
  const groups = useApi<{ items: GroupRow[] }>('/api/unit-groups');
  const names = useUnitNames();
  if (groups.error) throw groups.error;
  const canEdit = allowed.may('edit', { kind: 'unitGroup' });
  return (
    <div className="mc-page">
      <PageHeader
        title="单位组"
        lead="文件里用统称代替单位时，按这里展开到每个单位；“由主管部门确定”的统称在导入时逐项选择。"
        actions={
          canEdit ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpened('new')}>
              新建单位组
            </Button>
          ) : null
        }
      />
      <DataTable<GroupRow>
        label="单位组"
        columns={columnsFor(names, canEdit ? setOpened : undefined)}
        rows={groups.data?.items}
        rowKey={(group) => group.id}
        empty={<EmptyState what="还没有单位组。" next="可把文件里常用的统称建成单位组。" />}
      />
      {opened ? (
        <GroupDialog group={opened === 'new' ? undefined : opened} onClose={() => setOpened(undefined)} />
      ) : null}
    </div>
  );
}

function columnsFor(
  nameOf: (id: string) => string,
  open: ((group: GroupRow) => void) | undefined,
): readonly DataColumn<GroupRow>[] {
  return [
    {
      key: 'name',
      title: '统称',
      width: 220,
      card: 'title',
      render: (group) => (
        <>
          <strong>{group.name}</strong>
          {group.aliases.length > 0 ? <div className="mc-muted mc-small">也写作 {group.aliases.join('、')}</div> : null}
        </>
      ),
    },
    { key: 'rule', title: '展开办法', width: 220, render: (group) => <Rule group={group} /> },
    {
      key: 'units',
      title: '目前包括',
      render: (group) =>
        group.rule === 'open' ? (
          <span className="mc-muted">{group.note ?? '按任务逐项确定'}</span>
        ) : (
          <details>
            <summary>{group.expandsTo.length} 个单位</summary>
            <span className="mc-small">{group.expandsTo.map(nameOf).join('、')}</span>
          </details>
        ),
    },
    {
      key: 'actions',
      title: '操作',
      width: 140,
      render: (group) => (open ? <GroupActions group={group} onEdit={() => open(group)} /> : null),
    },
  ];
}

function Rule({ group }: { readonly group: GroupRow }) {
  if (group.rule === 'open') return <ToneTag tone="orange">由主管部门确定</ToneTag>;
  if (group.rule === 'list') return <ToneTag tone="violet">指定名单</ToneTag>;
  return <>全部{group.kinds.map((kind) => UNIT_KIND_LABELS[kind]).join('、')}</>;
}

function GroupActions({ group, onEdit }: { readonly group: GroupRow; readonly onEdit: () => void }) {
  const remove = useAction(() => call('DELETE', `/api/unit-groups/${group.id}`), {
    refreshes: ['/api/unit-groups'],
    done: '单位组已删除。',
  });
  return (
    <>
      <Button type="link" className="mc-link-button" onClick={onEdit}>
        修改
      </Button>{' '}
      <Popconfirm
        title={`删除“${group.name}”？`}
        description="已分派的任务不受影响，今后导入时按通用规则理解这一统称。"
        okText="删除"
        cancelText="取消"
        onConfirm={() => remove.mutate(undefined)}
      >
        <Button type="link" danger className="mc-link-button">
          删除
        </Button>
      </Popconfirm>
    </>
  );
}
