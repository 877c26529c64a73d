import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useApi } from '../../../workbench/api/use-api.ts';
import { instantText, todayInShanghai } from '../../../workbench/components/day.ts';
import { Loaded } from '../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../workbench/components/page-header.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import { ToneTag } from '../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../workbench/components/use-filters.ts';
import type { YearSummary } from '../calendar.contract.ts';
import { ImportDialog } from './import-dialog.tsx';
import { ReckonerSection } from './reckoner-section.tsx';
import { YearGrid } from './year-grid.tsx';
import type { JsonNotice, JsonYear } from './year-json.ts';

/** The official calendar year by year: which days count, on whose word, and what is still provisional. */
export function CalendarPage() {
  const filters = useFilters();
  const allowed = usePermissions();
  const [isImporting, setImporting] = useState(false);
  const year = Number(filters.values.year ?? todayInShanghai().slice(0, 4));
  const years = useApi<{ items: YearSummary[] }>('/api/calendar/years');
  const shown = useApi<JsonYear>(`/api/calendar/years/${year}`);
  return (
    <div className="mc-page">
      <PageHeader
        title="工作日历"
        lead="期限按国务院办公厅每年的节假日安排计算，调休上班日计入。尚未公布的年份为暂定，导入通知后相关期限自动重算。"
        actions={
          <>
            <Select
              aria-label="年份"
              className="mc-cal-year-select"
              value={year}
              onChange={(next) => filters.set({ year: String(next) })}
              options={(years.data?.items ?? []).map((one) => ({
                value: one.year,
                label: one.notice ? `${one.year} 年` : `${one.year} 年（暂定）`,
              }))}
            />
            {allowed.could('import', 'calendar') ? (
              <Button type="primary" onClick={() => setImporting(true)}>
                导入放假通知
              </Button>
            ) : null}
          </>
        }
      />
      <Loaded query={shown} rows={10}>
        {(view) => (
          <>
            <div className="mc-columns">
              <div className="mc-span-5">
                <YearFacts view={view} />
              </div>
              <div className="mc-span-7">
                <ReckonerSection />
              </div>
            </div>
            <YearGrid days={view.days} />
            {isImporting ? <ImportDialog year={view} onClose={() => setImporting(false)} /> : null}
          </>
        )}
      </Loaded>
    </div>
  );
}

function YearFacts({ view }: { readonly view: JsonYear }) {
  const { notice } = view;
  return (
    <Section
      title={`${view.year} 年`}
      extra={notice ? <ToneTag tone="green">已公布</ToneTag> : <ToneTag tone="orange">暂定</ToneTag>}
    >
      {notice ? null : (
        <Alert
          className="mc-gap-below"
          type="warning"
          showIcon
          title={`${view.year} 年放假安排的通知尚未导入`}
          description="下面按周末和法定节假日推算，没有调休。涉及这一年的期限都标为暂定。"
        />
      )}
      <dl className="mc-facts">
        <dt>工作日</dt>
        <dd>
          {view.workdays} 天（占用工作日放假 {view.offWeekdays} 天，调休上班 {view.makeUpDays} 天）
        </dd>
        {notice ? (
          <>
            <dt>通知文号</dt>
            <dd>{notice.documentNumber ?? '未填写'}</dd>
            <dt>数据来源</dt>
            <dd>{notice.source}</dd>
            <dt>导入时间</dt>
            <dd>{instantText(notice.importedAt)}</dd>
          </>
        ) : null}
      </dl>
      {view.doubts.length > 0 ? (
        <Alert className="mc-gap-above" type="info" showIcon title="核对提示" description={view.doubts.join(' ')} />
      ) : null}
      {view.history.length > 0 ? <History notices={view.history} /> : null}
    </Section>
  );
}

function History({ notices }: { readonly notices: readonly JsonNotice[] }) {
  return (
    <>
      <h3>曾经导入</h3>
      <ul className="mc-list mc-small">
        {notices.map((notice) => (
          <li key={notice.id}>
            {notice.documentNumber ?? '未填写文号'} · {notice.source} · {instantText(notice.importedAt)} 导入，
            {instantText(notice.replacedAt)} 被替换
          </li>
        ))}
      </ul>
    </>
  );
}
