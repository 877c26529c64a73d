import { PrinterOutlined } from '@ant-design/icons';
import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { z } from 'zod';
import { ROLE_NAMES } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText, instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import type { AccessReport } from '../../people.contract.ts';
import { UnitSelect } from '../words/unit-select.tsx';
import { useUnitNames } from '../words/use-units.ts';

type Row = Omit<z.infer<typeof AccessReport>['items'][number], 'endedAt'> & { endedAt: string | null };

/** Who could do what at a moment, from the record of roles. */
export function AccessReportPage() {
  const filters = useFilters();
  const unitName = useUnitNames();
  const at = filters.values.at ?? `${instantText(new Date().toISOString()).replace(' ', 'T')}:00+08:00`;
  const { unitId } = filters.values;
  const report = useApi<{ items: Row[] }>('/api/access-report', { at, unitId });
  if (report.error) throw report.error;
  const people = new Set((report.data?.items ?? []).map((row) => row.personId)).size;
  return (
    <div className="mc-page">
      <PageHeader
        title="权限核查"
        lead="查询某一时刻哪些人员持有哪些角色，含已终止和代理的角色，可打印存档。"
        actions={
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            打印
          </Button>
        }
      />
      <div className="mc-toolbar">
        <DatePicker
          aria-label="时刻"
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          allowClear={false}
          value={dayjs(instantText(at))}
          onChange={(value) => filters.set({ at: value ? `${value.format('YYYY-MM-DDTHH:mm')}:00+08:00` : undefined })}
        />
        <UnitSelect value={unitId} onChange={(id) => filters.set({ unitId: id ?? undefined })} placeholder="全部单位" />
        <span role="status" className="mc-muted">
          {report.data ? `${instantText(at)}：${people} 人，${report.data.items.length} 项角色` : ''}
        </span>
      </div>
      <DataTable<Row>
        label="当时的角色"
        columns={columnsFor(unitName)}
        rows={report.data?.items}
        rowKey={(row) => `${row.personId}${row.unitId}${row.role}${row.fromOn}`}
        loading={report.isFetching && report.isPlaceholderData}
        empty={<EmptyState what="这一时刻没有人持有角色。" next="请核对日期和单位。" />}
      />
    </div>
  );
}

function columnsFor(unitName: (id: string) => string): readonly DataColumn<Row>[] {
  return [
    {
      key: 'name',
      title: '人员',
      card: 'title',
      render: (row) => (
        <>
          {row.name} <code className="mc-muted mc-small">{row.account}</code>
        </>
      ),
    },
    {
      key: 'role',
      title: '角色',
      render: (row) => (
        <>
          {ROLE_NAMES[row.role]} {row.actingFor ? <ToneTag tone="orange">代理</ToneTag> : null}
        </>
      ),
    },
    { key: 'unit', title: '单位', render: (row) => unitName(row.unitId) },
    {
      key: 'span',
      title: '期间',
      render: (row) => `${dayText(row.fromOn)}起${row.toOn ? `，至${dayText(row.toOn)}` : ''}`,
    },
    {
      key: 'ended',
      title: '后来',
      render: (row) => (row.endedAt ? `${instantText(row.endedAt)} 终止` : null),
    },
  ];
}
