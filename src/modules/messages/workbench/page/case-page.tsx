import { Alert } from 'antd';
import { Link, Navigate, useParams } from 'react-router';
import { dayText, instantText } from '../../../../workbench/components/day.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { CASE_CHANNEL_LABELS, REJECTION_LABELS } from '../../../cases/case-words.ts';
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
import { RepliesPanel } from './replies-panel.tsx';
import { SelectionPanel } from './selection-panel.tsx';

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
      <Standing view={view} />
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
        </div>
      </div>
    </>
  );
}

/** What somebody who opens the page must know first. */
function Standing({ view }: { readonly view: CaseView }) {
  const { mergedInto, rejection, merged } = view;
  return (
    <>
      {mergedInto ? (
        <Alert
          className="mc-gap-below"
          type="info"
          showIcon
          title="已并入另一件，随它一并答复"
          description={
            <Link to={`/cases/${mergedInto.id}`}>
              {mergedInto.number} {mergedInto.title}
            </Link>
          }
        />
      ) : null}
      {rejection ? (
        <Alert
          className="mc-gap-below"
          type="warning"
          showIcon
          title={`不予受理：${REJECTION_LABELS[rejection.reason]}`}
          description={rejection.text}
        />
      ) : null}
      {merged.length > 0 ? (
        <Alert
          className="mc-gap-below"
          type="info"
          showIcon
          title={`${merged.length} 件同样的来件并入本件，答复后各来信人都能看到`}
          description={
            <ul className="mc-plain-list">
              {merged.map((one) => (
                <li key={one.id}>
                  <Link to={`/cases/${one.id}`}>
                    {one.number} {one.title}
                  </Link>
                  {one.dueOn ? `，${dayText(one.dueOn)}前` : ''}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
    </>
  );
}
