import { Alert } from 'antd';
import { Link, useParams } from 'react-router';
import { instantText } from '../../../../workbench/components/day.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Views } from '../../../../workbench/components/views.tsx';
import { LIFE_LABELS } from '../../publication-words.ts';
import type { PublicationDetail } from '../../publications.contract.ts';
import { useNotes } from '../content/use-notes.tsx';
import { usePublication } from '../content/use-publication.ts';
import { HistoryView } from '../history/history-view.tsx';
import { ReviewView } from '../review/review-view.tsx';
import { StateTags } from '../words/state-tags.tsx';
import { useKind } from '../words/use-kinds.ts';
import { DraftWork } from './draft-work.tsx';
import { ReadOnlyWork } from './read-only-work.tsx';

/** One publication from draft to public: its content, its reviews, its history. */
export function PublicationPage() {
  const { publicationId = '' } = useParams();
  const publication = usePublication(publicationId);
  return (
    <div className="mc-page">
      <Loaded query={publication} rows={10}>
        {(detail) => (detail.id === publicationId ? <Whole key={detail.id} detail={detail} /> : null)}
      </Loaded>
    </div>
  );
}

function Whole({ detail }: { readonly detail: PublicationDetail }) {
  const kind = useKind(detail.kind);
  const { actions, dialogs } = useNotes(detail, undefined);
  return (
    <>
      <PageHeader
        title={detail.draft?.content.title || detail.title || '（还没有标题）'}
        tags={<StateTags publication={detail} />}
        lead={
          <>
            {detail.kindName} · {detail.unit.name}
            {detail.number ? (
              <>
                {' · '}
                <a href={`/documents/${detail.number}`} target="_blank" rel="noreferrer">
                  公开页面（编号 {detail.number}）
                </a>
              </>
            ) : null}
          </>
        }
      />
      <Ended detail={detail} />
      <Together detail={detail} />
      <Views
        label="办理内容"
        views={[
          {
            key: 'content',
            label: '内容',
            content: () =>
              detail.draft ? (
                <DraftWork detail={{ ...detail, draft: detail.draft }} kind={kind} />
              ) : (
                <ReadOnlyWork detail={detail} kind={kind} actions={actions} />
              ),
          },
          { key: 'review', label: '审核', content: () => <ReviewView detail={detail} kind={kind} actions={actions} /> },
          { key: 'history', label: '办理经过', content: () => <HistoryView detail={detail} /> },
        ]}
      />
      {dialogs}
    </>
  );
}

function Ended({ detail }: { readonly detail: PublicationDetail }) {
  if (!detail.endReason && !detail.mergedInto) return null;
  return (
    <Alert
      className="mc-gap-below"
      type="warning"
      showIcon
      title={`${LIFE_LABELS[detail.life]}${detail.endedAt ? `（${instantText(detail.endedAt)}）` : ''}`}
      description={
        <>
          {detail.endReason ? `理由：${detail.endReason}` : null}
          {detail.mergedInto ? (
            <>
              {' '}
              已合并到 <Link to={`/publications/${detail.mergedInto.id}`}>{detail.mergedInto.title}</Link>
            </>
          ) : null}
        </>
      }
    />
  );
}

function Together({ detail }: { readonly detail: PublicationDetail }) {
  if (detail.together.length === 0) return null;
  return (
    <Alert
      className="mc-gap-below"
      type="info"
      showIcon
      title="与下列信息同步公开"
      description={
        <ul className="mc-plain-list">
          {detail.together.map((partner) => (
            <li key={partner.id}>
              <Link to={`/publications/${partner.id}`}>{partner.title}</Link>
            </li>
          ))}
        </ul>
      }
    />
  );
}
