import { useParams } from 'react-router';
import { dayText } from '../../../../workbench/components/day.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { ApplicantPanel } from '../../../cases/workbench/page/applicant-panel.tsx';
import { AskedPanel } from '../../../cases/workbench/page/asked-panel.tsx';
import { DuePanel } from '../../../cases/workbench/page/due-panel.tsx';
import { HistoryPanel } from '../../../cases/workbench/page/history-panel.tsx';
import { HoldingsPanel } from '../../../cases/workbench/page/holdings-panel.tsx';
import { NotesPanel } from '../../../cases/workbench/page/notes-panel.tsx';
import { RecusalsPanel } from '../../../cases/workbench/page/recusals-panel.tsx';
import { UrgencyTag } from '../../../cases/workbench/words/case-tags.tsx';
import { TreatmentsPanel } from '../../../messages/workbench/page/treatments-panel.tsx';
import { ARRIVAL_LABELS, CATEGORY_LABELS } from '../../request-words.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { RequestActions } from '../acts/request-actions.tsx';
import { DecisionsPanel } from '../decision/decisions-panel.tsx';
import { ArchivePanel } from '../delivery/archive-panel.tsx';
import { ConversionPanel } from '../delivery/conversion-panel.tsx';
import { DeliveryPanel } from '../delivery/delivery-panel.tsx';
import { RequestStateTag } from '../words/request-tags.tsx';
import { useRequest } from '../words/use-request.ts';
import { CommunicationPanel } from './communication-panel.tsx';
import { ConsultationsPanel } from './consultations-panel.tsx';
import { ExtensionsPanel } from './extensions-panel.tsx';
import { FeePanel } from './fee-panel.tsx';
import { IdentityPanel } from './identity-panel.tsx';
import { NodesPanel } from './nodes-panel.tsx';
import { OthersPanel } from './others-panel.tsx';
import { SideTermsPanel } from './side-terms-panel.tsx';
import { WantedFacts } from './wanted-facts.tsx';

const WHO = '申请人';

/** 申请案卷: from the application to the archive, each node with its day, and the decision in the middle (FOI-1). */
export function RequestPage() {
  const { requestId = '' } = useParams();
  const query = useRequest(requestId);
  return (
    <div className="mc-page">
      <Loaded query={query} rows={10}>
        {(view) => (view.case.id === requestId ? <File key={requestId} view={view} /> : null)}
      </Loaded>
    </div>
  );
}

function File({ view }: { readonly view: RequestView }) {
  const { case: one } = view;
  const facts = [
    one.number,
    ARRIVAL_LABELS[view.arrival],
    CATEGORY_LABELS[view.category],
    one.unit.shortName,
    one.person ? `${one.person.name}经办` : null,
    view.confirmedOn ? `${dayText(view.confirmedOn)}收到` : '待确认收到',
  ];
  return (
    <>
      <PageHeader
        title={one.title}
        tags={
          <>
            <RequestStateTag state={one.state} confirmedOn={view.confirmedOn} />{' '}
            {view.confirmedOn ? <UrgencyTag row={one} /> : null}
          </>
        }
        lead={facts.filter(Boolean).join(' · ')}
      />
      <NodesPanel view={view} />
      <RequestActions view={view} />
      <div className="mc-columns">
        <div className="mc-span-8">
          <AskedPanel view={one} title="申请内容" who={WHO} asked="补正">
            <WantedFacts view={view} />
          </AskedPanel>
          <ConsultationsPanel view={view} />
          <DecisionsPanel view={view} />
          <DeliveryPanel view={view} />
          <ConversionPanel view={view} />
          <ArchivePanel view={view} />
          <CommunicationPanel view={view} />
          <NotesPanel view={one} who={WHO} />
          <HistoryPanel view={one} who="申请人" />
        </div>
        <div className="mc-span-4">
          <DuePanel view={one} />
          <SideTermsPanel view={view} />
          <ExtensionsPanel view={view} />
          <FeePanel view={view} />
          <ApplicantPanel view={one} who={WHO} />
          <IdentityPanel view={view} />
          <OthersPanel view={view} />
          <HoldingsPanel view={one} />
          <RecusalsPanel view={one} />
          <TreatmentsPanel view={one} />
        </div>
      </div>
    </>
  );
}
