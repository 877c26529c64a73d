import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ROLE_NAMES, usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { FilterSearch, FilterSelect } from '../../../../workbench/components/list-filters.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import type { PersonView } from '../../people.contract.ts';
import { UnitSelect } from '../words/unit-select.tsx';
import { useUnitNames } from '../words/use-units.ts';
import { PersonDialog } from './person-dialog.tsx';

interface PersonPage {
  readonly items: PersonView[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** Register of staff and officers, with skills and reserve (TEAM-5). */
export function PeoplePage() {
  const allowed = usePermissions();
  const filters = useFilters();
  const [isAdding, setAdding] = useState(false);
  const unitName = useUnitNames();
  const { search, unitId, role, reserve, former, page, sort } = filters.values;
  const people = useApi<PersonPage>('/api/people', {
    search,
    unitId,
    role,
    reserve,
    former,
    page,
    sort,
    pageSize: pageSizeHere(),
  });
  if (people.error) throw people.error;
  return (
    <div className="mc-page">
      <PageHeader
        title="人员与角色"
        lead="政务公开工作人员和联络员名册。人员变动请在“工作交接”中办理，交接完成即备案。"
        actions={
          allowed.could('create', 'person') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              登记人员
            </Button>
          ) : null
        }
      />
      <div className="mc-toolbar">
        <FilterSearch filters={filters} name="search" label="查找人员" placeholder="姓名、账号、单位或拼音首字母" />
        <UnitSelect value={unitId} onChange={(id) => filters.set({ unitId: id ?? undefined })} placeholder="全部单位" />
        <FilterSelect
          filters={filters}
          name="role"
          label="角色"
          options={Object.entries(ROLE_NAMES).map(([value, label]) => ({ value, label }))}
        />
        <Checkbox
          checked={reserve === 'true'}
          onChange={(event) => filters.set({ reserve: event.target.checked ? 'true' : undefined })}
        >
          仅后备
        </Checkbox>
        <Checkbox
          checked={former === 'true'}
          onChange={(event) => filters.set({ former: event.target.checked ? 'true' : undefined })}
        >
          含已离岗
        </Checkbox>
      </div>
      <DataTable<PersonView>
        label="人员"
        columns={columnsFor(unitName)}
        rows={people.data?.items}
        rowKey={(person) => person.id}
        loading={people.isFetching && people.isPlaceholderData}
        empty={<EmptyState what="没有符合条件的人员。" next="可换个写法查找，或清除筛选条件。" />}
        {...(people.data ? { page: people.data } : {})}
        onPage={(next) => filters.set({ page: String(next) })}
        sort={sort ?? 'unit'}
        onSort={(next) => filters.set({ sort: next })}
      />
      {isAdding ? <PersonDialog onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function columnsFor(unitName: (id: string) => string): readonly DataColumn<PersonView>[] {
  return [
    {
      key: 'name',
      title: '姓名',
      card: 'title',
      width: 190,
      sortable: true,
      render: (person) => (
        <>
          <Link to={`/people/${person.id}`}>{person.name}</Link> {person.active ? null : <ToneTag>已离岗</ToneTag>}
          {person.reserve ? <ToneTag tone="violet">后备</ToneTag> : null}
          <div className="mc-muted mc-small">{person.position}</div>
        </>
      ),
    },
    { key: 'unit', title: '单位', width: 190, sortable: true, render: (person) => unitName(person.unitId) },
    { key: 'roles', title: '角色', render: (person) => <RoleTags person={person} unitName={unitName} /> },
    {
      key: 'contact',
      title: '联系方式',
      width: 220,
      render: (person) => (
        <span className="mc-small">{[person.phone, person.email].filter(Boolean).join(' · ') || '未填写'}</span>
      ),
    },
    { key: 'account', title: '账号', width: 170, sortable: true, render: (person) => <code>{person.account}</code> },
  ];
}

function RoleTags(props: { readonly person: PersonView; readonly unitName: (id: string) => string }) {
  const { person, unitName } = props;
  if (person.roles.length === 0) return <span className="mc-muted">没有角色</span>;
  return (
    <span className="mc-tags">
      {person.roles.map((held) => (
        <ToneTag key={`${held.role}${held.unitId}`} tone={held.acting ? 'orange' : 'blue'}>
          {held.unitId === person.unitId ? '' : `${unitName(held.unitId)} `}
          {ROLE_NAMES[held.role]}
          {held.acting ? '（代理）' : ''}
        </ToneTag>
      ))}
    </span>
  );
}
