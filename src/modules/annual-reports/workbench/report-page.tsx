import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { useApi } from '../../../workbench/api/use-api.ts';
import { dayText } from '../../../workbench/components/day.ts';
import { Loaded } from '../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../workbench/components/page-header.tsx';
import { type View, Views } from '../../../workbench/components/views.tsx';
import type { ReportView } from '../reports/reports.contract.ts';
import { ChecksPanel } from './checks-panel.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { MembersPanel } from './members-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { ReportActions } from './report-actions.tsx';
import { ReportStateTag } from './report-tags.tsx';
import { TextsPanel } from './texts-panel.tsx';

/** One report: figures with their records, texts beside last year's, what is missing, and its way to the public. */
export function ReportPage() {
  const { reportId = '' } = useParams();
  const report = useApi<ReportView>(`/api/annual-reports/${reportId}`);
  return (
    <div className="mc-page">
      <Loaded query={report} rows={12}>
        {(data) => <Report report={data} />}
      </Loaded>
    </div>
  );
}

function Report({ report }: { readonly report: ReportView }) {
  const blocking = report.faults.filter(({ severity }) => severity === 'blocks').length;
  return (
    <>
      <PageHeader
        title={report.title}
        tags={<ReportStateTag state={report.state} />}
        lead={`格式：${report.form}。最迟 ${dayText(report.due.dueOn)} 公布（${report.due.basis}）。`}
        actions={<ReportActions report={report} />}
      />
      <Notices report={report} />
      <Views label="年度报告" views={viewsOf(report, blocking)} />
    </>
  );
}

function viewsOf(report: ReportView, blocking: number): View[] {
  const open = blocking + report.differences.length;
  return [
    { key: 'figures', label: '数字', content: () => <FiguresPanel report={report} /> },
    { key: 'texts', label: '文字', content: () => <TextsPanel report={report} /> },
    { key: 'plan', label: `工作要点落实（${report.plan.length}）`, content: () => <PlanPanel report={report} /> },
    {
      key: 'checks',
      label: open > 0 ? `核对（${open} 项待处理）` : '核对',
      content: () => <ChecksPanel report={report} />,
    },
    ...(report.scope === 'district'
      ? [{ key: 'members', label: '各单位', content: () => <MembersPanel report={report} /> }]
      : []),
    { key: 'history', label: '申报与经过', content: () => <HistoryPanel report={report} /> },
  ];
}

function Notices({ report }: { readonly report: ReportView }) {
  const { returnedBecause, isFrozen, differences, publicationId, publicationNumber, state } = report;
  return (
    <>
      {returnedBecause ? <Alert type="warning" showIcon title="退回修改" description={returnedBecause} /> : null}
      {isFrozen && differences.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={`报告固定以后，有 ${differences.length} 个数字的记录发生了变化`}
          description="报告中的数字没有改变，差异列在“核对”中；如需更正，请主管部门退回后重新提交。"
        />
      ) : null}
      {publicationId ? (
        <Alert
          type="info"
          showIcon
          title={state === 'published' ? '报告已经公布' : '已生成公开信息稿'}
          description={
            <>
              <Link to={`/publications/${publicationId}`}>
                {state === 'published' ? '查看公开信息' : '到公开信息中填写索引号、认定公开属性、送审并发布'}
              </Link>
              {publicationNumber ? (
                <>
                  {' · '}
                  <a href={`/documents/${publicationNumber}`}>公众看到的页面</a>
                </>
              ) : null}
            </>
          }
        />
      ) : null}
    </>
  );
}
