import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { withQuery } from '../../../workbench/api/client.ts';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useApi } from '../../../workbench/api/use-api.ts';
import { DataTable } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { FilterSearch, FilterSelect } from '../../../workbench/components/list-filters.tsx';
import { pageSizeHere } from '../../../workbench/components/page-size.ts';
import { useFilters } from '../../../workbench/components/use-filters.ts';
import { UnitSelect } from '../../organisations/workbench/words/unit-select.tsx';
import type { RecordSums, RecordView } from '../registers/records.contract.ts';
import type { Register } from '../registers/register.contract.ts';
import { registerOf } from '../registers/registers.contract.ts';
import { recordColumns } from './record-columns.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { SumsSection } from './sums-section.tsx';

const YEARS_BACK = 5;

/** One register: its figures, its rows, its dialog and its export, all from the register's definition. */
export function RegisterPanel({ register }: { readonly register: Register }) {
  const filters = useFilters();
  const { values, set } = filters;
  const permissions = usePermissions();
  const [dialog, setDialog] = useState<RecordView | 'new'>();
  const [above, setAbove] = useState<RecordView>();
  const now = new Date().getFullYear();
  const page = Number(values.page ?? 1);
  const filter = { register: register.code, unitId: values.unitId, year: values.year, text: values.text };
  const pageSize = pageSizeHere(20);
  const records = useApi<{ items: readonly RecordView[]; total: number }>('/api/interpretation-records', {
    ...filter,
    page,
    pageSize,
  });
  const sums = useApi<RecordSums>('/api/interpretation-records/sums', {
    register: register.code,
    year: values.year ?? now,
  });
  if (records.error) throw records.error;
  const years = [...new Set([...(sums.data?.years ?? []), ...Array.from({ length: YEARS_BACK }, (_, at) => now - at)])];
  return (
    <>
      <p className="mc-muted">{register.lead}</p>
      <div className="mc-toolbar">
        <FilterSelect
          filters={filters}
          name="year"
          label="年度"
          options={years.sort((a, b) => b - a).map((year) => ({ value: String(year), label: `${year}年` }))}
        />
        <UnitSelect value={values.unitId} onChange={(unitId) => set({ unitId: unitId ?? undefined })} />
        <FilterSearch key={values.text} filters={filters} name="text" label="查找" />
        {permissions.could('create', 'interpretationRecord') ? (
          <Button type="primary" onClick={() => setDialog('new')}>
            登记
          </Button>
        ) : null}
        <Button href={withQuery('/api/interpretation-records/export.csv', filter)}>导出</Button>
      </div>
      {sums.data ? <SumsSection register={register} sums={sums.data} /> : null}
      <DataTable<RecordView>
        label={register.name}
        columns={recordColumns(register, { edit: setDialog, open: setAbove })}
        rows={records.data?.items}
        rowKey={(row) => row.id}
        page={{ page, pageSize, total: records.data?.total ?? 0 }}
        onPage={(next) => set({ page: String(next) })}
        empty={<EmptyState what={`没有符合条件的${register.name}。`} next="点“登记”增加，或清除条件再看。" />}
      />
      {dialog ? (
        <RecordDialog
          register={register}
          {...(dialog === 'new' ? {} : { record: dialog })}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {above && register.below ? (
        <Drawer open size={720} title={`${above.title} · ${register.below.label}`} onClose={() => setAbove(undefined)}>
          <BelowPanel register={registerOf(register.below.register)} above={above} />
        </Drawer>
      ) : null}
    </>
  );
}

const BELOW_PAGE = 10;

/** Rows of another register that hang below one row: how a slide set was used, what a spokesperson did. */
function BelowPanel({ register, above }: { readonly register: Register; readonly above: RecordView }) {
  const permissions = usePermissions();
  const [page, setPage] = useState(1);
  const [dialog, setDialog] = useState<RecordView | 'new'>();
  const records = useApi<{ items: readonly RecordView[]; total: number }>('/api/interpretation-records', {
    register: register.code,
    parentId: above.id,
    page,
    pageSize: BELOW_PAGE,
  });
  if (records.error) throw records.error;
  const parent = register.fields.find((field) => field.type === 'record');
  return (
    <>
      {permissions.could('create', 'interpretationRecord') ? (
        <p>
          <Button type="primary" onClick={() => setDialog('new')}>
            登记{register.name}
          </Button>
        </p>
      ) : null}
      <DataTable<RecordView>
        label={register.name}
        columns={recordColumns(register, { edit: setDialog })}
        rows={records.data?.items}
        rowKey={(row) => row.id}
        page={{ page, pageSize: BELOW_PAGE, total: records.data?.total ?? 0 }}
        onPage={setPage}
        empty={<EmptyState what={`还没有登记${register.name}。`} />}
      />
      {dialog ? (
        <RecordDialog
          register={register}
          {...(dialog === 'new' ? {} : { record: dialog })}
          {...(parent ? { given: { [parent.code]: above.id }, hidden: parent.code } : {})}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </>
  );
}
