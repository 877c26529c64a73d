import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../../../workbench/api/client.ts';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { dayText, todayInShanghai } from '../../../workbench/components/day.ts';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../workbench/components/page-header.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import { useFilters } from '../../../workbench/components/use-filters.ts';
import { REPORT_SCOPES, type ReportScope, SCOPE_WORDS } from '../reports/report-words.ts';
import type { ReportLine, ReportList } from '../reports/reports.contract.ts';
import { DueDialog } from './due-dialog.tsx';
import { PunctualityTag, ReportStateTag } from './report-tags.tsx';

/** Reports of a year: who owes one, how far it is, whether it came in time (RPT-1, RPT-C1). */
export function ReportsPage() {
  const { values, set } = useFilters();
  const year = Number(values.year ?? Number(todayInShanghai().slice(0, 4)) - 1);
  const list = useApi<ReportList>('/api/annual-reports', { year });
  return (
    <div className="mc-page">
      <PageHeader
        title="年度报告"
        lead="三张表由申请、复议诉讼和规范性文件记录计算得出，点开每个数字可以看到背后的记录；平台没有记录的数字注明来源后填报。"
        actions={
          <Select<number>
            aria-label="报告年度"
            value={year}
            onChange={(next) => set({ year: String(next) })}
            options={(list.data?.years ?? [year]).map((one) => ({ value: one, label: `${one}年度` }))}
          />
        }
      />
      <Loaded query={list} rows={8}>
        {(data) => <Lists data={data} />}
      </Loaded>
    </div>
  );
}

function Lists({ data }: { readonly data: ReportList }) {
  const [changed, setChanged] = useState<ReportScope>();
  const maySetDue = usePermissions().could('edit', 'annualReportDue');
  const published = data.units.filter(({ publishedOn }) => publishedOn !== null).length;
  const lines = data.district ? [data.district, ...data.units] : data.units;
  return (
    <>
      <Section title="公布期限">
        <dl className="mc-facts">
          {REPORT_SCOPES.map((scope) => (
            <div key={scope}>
              <dt>{SCOPE_WORDS[scope]}</dt>
              <dd>
                {dayText(data.due[scope].dueOn)}
                <span className="mc-muted mc-small"> {data.due[scope].basis}</span>{' '}
                {maySetDue ? (
                  <Button
                    size="small"
                    onClick={() => setChanged(scope)}
                    aria-label={`设定${SCOPE_WORDS[scope]}公布期限`}
                  >
                    设定
                  </Button>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={`${data.year}年度报告`} extra={`单位报告已公布 ${published}／${data.units.length}`}>
        <DataTable<ReportLine>
          label="年度报告"
          columns={columns(data.year)}
          rows={lines}
          rowKey={(row) => `${row.scope} ${row.unit.id}`}
          empty={<EmptyState what="没有您可以查看的单位。" />}
        />
      </Section>
      {changed ? (
        <DueDialog year={data.year} scope={changed} due={data.due[changed]} onClose={() => setChanged(undefined)} />
      ) : null}
    </>
  );
}

function columns(year: number): readonly DataColumn<ReportLine>[] {
  return [
    {
      key: 'unit',
      title: '单位',
      card: 'title',
      render: (row) => {
        const name = row.scope === 'district' ? '全区报告（汇总）' : row.unit.shortName;
        return row.report ? <Link to={`/annual-reports/${row.report.id}`}>{name}</Link> : name;
      },
    },
    { key: 'state', title: '状态', width: 110, render: (row) => <LineState row={row} /> },
    {
      key: 'published',
      title: '公布',
      width: 190,
      render: ({ publicationNumber, publishedOn }) =>
        publicationNumber && publishedOn ? <a href={`/documents/${publicationNumber}`}>{dayText(publishedOn)}</a> : '—',
    },
    { key: 'time', title: '是否按期', width: 110, render: (row) => <PunctualityTag of={row.punctuality} /> },
    { key: 'act', title: '操作', width: 130, render: (row) => <StartButton row={row} year={year} /> },
  ];
}

/** A report that was typed elsewhere and published as a document has no draft here. */
function LineState({ row }: { readonly row: ReportLine }) {
  const state = row.report?.state ?? (row.publishedOn === null ? null : 'published');
  return <ReportStateTag state={state} />;
}

function StartButton({ row, year }: { readonly row: ReportLine; readonly year: number }) {
  const navigate = useNavigate();
  const start = useAction<{ unitId: string; scope: ReportScope }, { id: string }>(
    (input) => call('POST', '/api/annual-reports', { ...input, year }),
    { refreshes: ['/api/annual-reports'], onDone: ({ id }) => void navigate(`/annual-reports/${id}`) },
  );
  const name = row.scope === 'district' ? '全区' : row.unit.shortName;
  if (row.report)
    return (
      <Link to={`/annual-reports/${row.report.id}`} aria-label={`打开${name}的年度报告`}>
        打开
      </Link>
    );
  if (!row.mayCreate) return null;
  return (
    <Button
      size="small"
      loading={start.isPending}
      aria-label={`开始编制${name}的年度报告`}
      onClick={() => start.mutate({ unitId: row.unit.id, scope: row.scope })}
    >
      开始编制
    </Button>
  );
}
