import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { FilterSearch, FilterSelect } from '../../../../workbench/components/list-filters.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { UNIT_KIND_LABELS, UNIT_KINDS } from '../../units.contract.ts';
import type { UnitRow } from '../words/use-units.ts';
import { MatchDialog } from './match-dialog.tsx';
import { UnitDrawer } from './unit-drawer.tsx';

interface UnitPage {
  readonly items: UnitRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** The register of units, with the names under which plans mention them. */
export function UnitsPage() {
  const allowed = usePermissions();
  const filters = useFilters();
  const [opened, setOpened] = useState<UnitRow | 'new'>();
  const [isMatching, setMatching] = useState(false);
  const { search, kind, former, page, sort } = filters.values;
  const units = useApi<UnitPage>('/api/units', { search, kind, former, page, sort, pageSize: pageSizeHere() });
  if (units.error) throw units.error;
  return (
    <div className="mc-page">
      <PageHeader
        title="单位"
        lead="工作要点里的单位名称按这里的名称、简称和别名对应；各街镇、各部门等统称在“单位组”中设置。"
        actions={
          <>
            <Button onClick={() => setMatching(true)}>试对应名称</Button>
            {allowed.may('create', { kind: 'unit' }) ? (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpened('new')}>
                登记单位
              </Button>
            ) : null}
          </>
        }
      />
      <div className="mc-toolbar">
        <FilterSearch
          filters={filters}
          name="search"
          label="查找单位"
          placeholder="名称、别名、代码或拼音首字母，例如 qjyj"
        />
        <FilterSelect
          filters={filters}
          name="kind"
          label="单位类别"
          placeholder="全部类别"
          options={UNIT_KINDS.map((value) => ({ value, label: UNIT_KIND_LABELS[value] }))}
        />
        <Checkbox
          checked={former === 'true'}
          onChange={(event) => filters.set({ former: event.target.checked ? 'true' : undefined })}
        >
          含已撤销
        </Checkbox>
      </div>
      <DataTable<UnitRow>
        label="单位"
        columns={columnsFor(setOpened)}
        rows={units.data?.items}
        rowKey={(unit) => unit.id}
        loading={units.isFetching && units.isPlaceholderData}
        empty={<EmptyState what="没有符合条件的单位。" next="可换个写法查找，或清除类别。" />}
        {...(units.data ? { page: units.data } : {})}
        onPage={(next) => filters.set({ page: String(next) })}
        sort={sort ?? 'sort'}
        onSort={(next) => filters.set({ sort: next })}
      />
      {isMatching ? <MatchDialog onClose={() => setMatching(false)} /> : null}
      {opened ? <UnitDrawer unit={opened === 'new' ? undefined : opened} onClose={() => setOpened(undefined)} /> : null}
    </div>
  );
}

function columnsFor(open: (unit: UnitRow) => void): readonly DataColumn<UnitRow>[] {
  return [
    {
      key: 'name',
      title: '单位',
      card: 'title',
      sortable: true,
      render: (unit) => (
        <>
          <Button type="link" className="mc-link-button" onClick={() => open(unit)}>
            {unit.shortName}
          </Button>{' '}
          {unit.isOffice ? <ToneTag tone="gold">主管部门</ToneTag> : null}
          {unit.toOn ? <ToneTag>已撤销</ToneTag> : null}
          <div className="mc-muted mc-small">{unit.name}</div>
        </>
      ),
    },
    { key: 'kind', title: '类别', width: 110, render: (unit) => UNIT_KIND_LABELS[unit.kind] },
    {
      key: 'aliases',
      title: '别名',
      render: (unit) =>
        unit.aliases.length > 0 ? unit.aliases.join('、') : <span className="mc-muted">按通用简称规则对应</span>,
    },
    { key: 'code', title: '代码', width: 150, sortable: true, render: (unit) => <code>{unit.code}</code> },
  ];
}
