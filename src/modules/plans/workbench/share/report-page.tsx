import { useParams } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { AssignmentDetail } from '../../assignments/assignments.contract.ts';
import { DueText } from '../words/due-text.tsx';
import { titleOf } from '../words/task-title.tsx';
import { ReportEditor } from './report-editor.tsx';

export function ReportPage() {
  const { shareId = '' } = useParams();
  const share = useApi<AssignmentDetail>(`/api/assignments/${shareId}`);
  return (
    <div className="mc-page">
      <Loaded query={share} rows={8}>
        {(data) => (
          <>
            <PageHeader
              title="报送进展"
              lead={`${data.unit.name} · ${data.taskNumber}. ${titleOf({ name: data.taskName, content: data.content })}`}
            />
            <div className="mc-columns">
              <div className="mc-span-8">
                <ReportEditor share={data} />
              </div>
              <div className="mc-span-4">
                <Section title="任务要求">
                  <p className="mc-pre">{data.content}</p>
                  <DueText dueOn={data.dueOn} deadlineText={data.deadlineText} provisional={data.dueProvisional} />
                </Section>
                {data.lastText ? (
                  <Section title="上次进展">
                    <p className="mc-pre">{data.lastText}</p>
                  </Section>
                ) : null}
              </div>
            </div>
          </>
        )}
      </Loaded>
    </div>
  );
}
