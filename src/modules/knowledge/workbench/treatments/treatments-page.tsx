import { Button, Segmented } from 'antd';
import { Link, useNavigate } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import type { TreatmentView } from '../../treatments/treatments.contract.ts';
import { TreatmentTags } from './treatment-tags.tsx';

interface TreatmentPage {
  readonly items: readonly TreatmentView[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

const QUICK = [
  { value: 'open', label: '办理中' },
  { value: 'late', label: '已逾期' },
  { value: 'finished', label: '已落实' },
  { value: 'all', label: '全部' },
] as const;

const COLUMNS: readonly DataColumn<TreatmentView>[] = [
  {
    key: 'title',
    title: '问题',
    card: 'title',
    render: (row) => <Link to={`/source-treatments/${row.id}`}>{row.title}</Link>,
  },
  { key: 'unit', title: '负责单位', width: 110, render: (row) => row.unit.shortName },
  { key: 'state', title: '办理', width: 230, render: (row) => <TreatmentTags row={row} /> },
  { key: 'due', title: '期限', width: 130, render: (row) => dayText(row.dueOn) || '调查后确定' },
  {
    key: 'cases',
    title: '同类来件',
    width: 170,
    render: (row) => `${row.cases} 件，已解决 ${row.settled} 件`,
  },
  { key: 'opened', title: '立项', width: 130, render: (row) => dayText(row.openedOn) },
];

/** 源头治理 (MSG-11, MSG-15): problems that many cases come from, what is changed, and whether fewer come since. */
export function TreatmentsPage() {
  const { values, set } = useFilters();
  const navigate = useNavigate();
  const permissions = usePermissions();
  const isNarrowed = values.state !== undefined || values.openedFrom !== undefined;
  const chosen = values.standing ?? (isNarrowed || values.all ? 'all' : 'open');
  const { all: _all, ...asked } = values;
  const list = useApi<TreatmentPage>('/api/source-treatments', {
    ...asked,
    ...(chosen === 'all' ? {} : { standing: chosen }),
    pageSize: pageSizeHere(30),
  });
  if (list.error) throw list.error;
  const page = list.data;
  return (
    <div className="mc-page">
      <PageHeader
        title="源头治理"
        lead="反复出现的问题，查清根源、改好制度和流程，再看来件有没有减少：办理一件，解决一类。"
        actions={
          permissions.could('open', 'sourceTreatment') ? (
            <Button type="primary" onClick={() => navigate('/knowledge/clusters')}>
              从高频问题立项
            </Button>
          ) : null
        }
      />
      <div className="mc-toolbar">
        <Segmented
          aria-label="办理情况"
          value={chosen}
          options={[...QUICK]}
          onChange={(next) =>
            set({
              state: undefined,
              standing: next === 'open' || next === 'all' ? undefined : String(next),
              all: next === 'all' ? 'true' : undefined,
              ...(next === 'open' ? { openedFrom: undefined, openedTo: undefined } : {}),
            })
          }
        />
        {permissions.may('read', { kind: 'sourceTreatment', state: 'inquiry' }) ? (
          <UnitSelect value={values.unitId} onChange={(unitId) => set({ unitId: unitId ?? undefined })} />
        ) : null}
      </div>
      {values.openedFrom ? (
        <p className="mc-muted">
          {dayText(values.openedFrom)}至{dayText(values.openedTo)}立项的事项。
        </p>
      ) : null}
      <DataTable<TreatmentView>
        label="源头治理事项"
        columns={COLUMNS}
        rows={page?.items}
        rowKey={(row) => row.id}
        loading={list.isFetching}
        {...(page ? { page } : {})}
        onPage={(next) => set({ page: String(next) })}
        empty={
          <EmptyState
            what={chosen === 'open' && !values.unitId ? '没有在办的源头治理事项。' : '没有符合条件的源头治理事项。'}
            next={
              <>
                打开<Link to="/knowledge/clusters">高频问题</Link>里的一组提问，或者<Link to="/cases">来信办理</Link>
                里的一件来件，点“立项源头治理”。
              </>
            }
          />
        }
      />
    </div>
  );
}
