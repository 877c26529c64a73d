import { Navigate, useParams } from 'react-router';
import { instantText } from '../../../../workbench/components/day.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { CASE_CHANNEL_LABELS } from '../../../cases/case-words.ts';
import type { CaseView } from '../../../cases/cases.contract.ts';
import { ApplicantPanel } from '../../../cases/workbench/page/applicant-panel.tsx';
import { AskedPanel } from '../../../cases/workbench/page/asked-panel.tsx';
import { DuePanel } from '../../../cases/workbench/page/due-panel.tsx';
import { HistoryPanel } from '../../../cases/workbench/page/history-panel.tsx';
import { HoldingsPanel } from '../../../cases/workbench/page/holdings-panel.tsx';
import { NotesPanel } from '../../../cases/workbench/page/notes-panel.tsx';
import { RecusalsPanel } from '../../../cases/workbench/page/recusals-panel.tsx';
import { useCase } from '../../../cases/workbench/page/use-case.ts';
import { caseAddress } from '../../../cases/workbench/words/case-address.ts';
import { StateTag, UrgencyTag } from '../../../cases/workbench/words/case-tags.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseStanding } from './case-standing.tsx';
import { RepliesPanel } from './replies-panel.tsx';
import { SelectionPanel } from './selection-panel.tsx';
import { TreatmentsPanel } from './treatments-panel.tsx';

/** One case: what was asked, by when and why it must be answered, who had it, and the answer. */
export function CasePage() {
  const { caseId = '' } = useParams();
  const query = useCase(caseId);
  return (
    <div className="mc-page">
      <Loaded query={query} rows={10}>
        {(view) => (view.id === caseId ? <Placed key={view.id} view={view} /> : null)}
      </Loaded>
    </div>
  );
}

/** A case of a business with a page of its own is worked on there. */
function Placed({ view }: { readonly view: CaseView }) {
  const address = caseAddress(view);
  return address === `/cases/${view.id}` ? <Whole view={view} /> : <Navigate replace to={address} />;
}

function Whole({ view }: { readonly view: CaseView }) {
  const facts = [
    view.kindLabel,
    view.number,
    CASE_CHANNEL_LABELS[view.channel],
    view.external ? `${view.external.system} ${view.external.number}` : null,
    `${instantText(view.receivedAt)} 收到`,
  ];
  return (
    <>
      <PageHeader
        title={view.title}
        tags={
          <>
            <StateTag state={view.state} /> <UrgencyTag row={view} />{' '}
            {view.isSimple ? <ToneTag>简单问题</ToneTag> : null}
          </>
        }
        lead={facts.filter(Boolean).join(' · ')}
      />
      <CaseStanding view={view} />
      <CaseActions view={view} />
      <div className="mc-columns">
        <div className="mc-span-8">
          <AskedPanel view={view} />
          <RepliesPanel view={view} />
          <NotesPanel view={view} />
          <HistoryPanel view={view} />
        </div>
        <div className="mc-span-4">
          <DuePanel view={view} />
          <ApplicantPanel view={view} />
          <HoldingsPanel view={view} />
          <RecusalsPanel view={view} />
          <SelectionPanel view={view} />
          <TreatmentsPanel view={view} />
        </div>
      </div>
    </>
  );
}
