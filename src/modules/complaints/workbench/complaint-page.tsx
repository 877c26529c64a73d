import { useParams } from 'react-router';
import { instantText } from '../../../workbench/components/day.ts';
import { Loaded } from '../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../workbench/components/page-header.tsx';
import { CASE_CHANNEL_LABELS } from '../../cases/case-words.ts';
import { ApplicantPanel } from '../../cases/workbench/page/applicant-panel.tsx';
import { AskedPanel } from '../../cases/workbench/page/asked-panel.tsx';
import { DuePanel } from '../../cases/workbench/page/due-panel.tsx';
import { HistoryPanel } from '../../cases/workbench/page/history-panel.tsx';
import { HoldingsPanel } from '../../cases/workbench/page/holdings-panel.tsx';
import { NotesPanel } from '../../cases/workbench/page/notes-panel.tsx';
import { RecusalsPanel } from '../../cases/workbench/page/recusals-panel.tsx';
import { StateTag, UrgencyTag } from '../../cases/workbench/words/case-tags.tsx';
import { CaseActions } from '../../messages/workbench/page/case-actions.tsx';
import { CaseStanding } from '../../messages/workbench/page/case-standing.tsx';
import type { ComplaintView } from '../complaints.contract.ts';
import { AccountsPanel } from './accounts-panel.tsx';
import { ComplainedPanel } from './complained-panel.tsx';
import { FindingPanel } from './finding-panel.tsx';
import { useComplaint } from './use-complaint.ts';

const WHO = '投诉举报人';

/** 投诉举报: of whom, what that unit says for itself, and what was found (FOI-8). */
export function ComplaintPage() {
  const { complaintId = '' } = useParams();
  const query = useComplaint(complaintId);
  return (
    <div className="mc-page">
      <Loaded query={query} rows={10}>
        {(view) => (view.case.id === complaintId ? <File key={complaintId} view={view} /> : null)}
      </Loaded>
    </div>
  );
}

function File({ view }: { readonly view: ComplaintView }) {
  const { case: one } = view;
  const facts = [one.kindLabel, one.number, CASE_CHANNEL_LABELS[one.channel], `${instantText(one.receivedAt)} 收到`];
  return (
    <>
      <PageHeader
        title={one.title}
        tags={
          <>
            <StateTag state={one.state} /> <UrgencyTag row={one} />
          </>
        }
        lead={facts.join(' · ')}
      />
      <CaseStanding view={one} />
      <CaseActions view={one} sends={false} />
      <div className="mc-columns">
        <div className="mc-span-8">
          <ComplainedPanel view={view} />
          <AskedPanel view={one} title="投诉举报的内容" who={WHO} />
          <AccountsPanel view={view} />
          <FindingPanel view={view} />
          <NotesPanel view={one} who={WHO} />
          <HistoryPanel view={one} who="投诉举报人" />
        </div>
        <div className="mc-span-4">
          <DuePanel view={one} />
          <ApplicantPanel view={one} who={WHO} />
          <HoldingsPanel view={one} />
          <RecusalsPanel view={one} />
        </div>
      </div>
    </>
  );
}
