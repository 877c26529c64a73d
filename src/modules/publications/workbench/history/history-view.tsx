import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { FoldedList } from '../../../../workbench/components/folded-list.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { STATE_LABELS } from '../../publication-words.ts';
import type {
  Determination,
  HistoryEntry,
  PublicationDetail,
  Review,
  VersionSummary,
} from '../../publications.contract.ts';
import { publicationPath } from '../content/use-publication.ts';
import { MANNER_LABELS, OCCASION_LABELS, shortHash } from '../words/labels.ts';
import { AttributeTag } from '../words/state-tags.tsx';

const REVIEWS: readonly DataColumn<Review>[] = [
  { key: 'step', title: '环节', card: 'title', render: (review) => review.stepName },
  { key: 'who', title: '审核人', width: 110, render: (review) => review.reviewer.name },
  { key: 'at', title: '时间', width: 150, render: (review) => instantText(review.at) },
  {
    key: 'decision',
    title: '结论',
    width: 200,
    render: (review) => (
      <>
        <ToneTag tone={review.decision === 'approved' ? 'green' : 'orange'}>
          {review.decision === 'approved' ? '通过' : '退回'}
        </ToneTag>{' '}
        {review.voidAt ? <span className="mc-muted">已作废：{review.voidReason}</span> : null}
      </>
    ),
  },
  { key: 'comment', title: '意见', render: (review) => review.comment ?? '' },
];

const VERSIONS: readonly DataColumn<VersionSummary>[] = [
  {
    key: 'ordinal',
    title: '版本',
    card: 'title',
    render: (version) => (version.ordinal ? `第 ${version.ordinal} 版` : '未公开的版本'),
  },
  { key: 'state', title: '状态', width: 130, render: (version) => STATE_LABELS[version.state] },
  { key: 'drafter', title: '起草', width: 110, render: (version) => version.drafter?.name ?? '' },
  { key: 'published', title: '公开时间', width: 150, render: (version) => instantText(version.publishedAt) },
  { key: 'note', title: '变更说明', render: (version) => version.changeNote ?? '' },
];

const DETERMINATIONS: readonly DataColumn<Determination>[] = [
  {
    key: 'attribute',
    title: '公开属性',
    card: 'title',
    render: (one) => (
      <>
        <AttributeTag publication={one} /> {one.manner === 'targeted' ? MANNER_LABELS.targeted : ''}
      </>
    ),
  },
  { key: 'occasion', title: '事由', width: 120, render: (one) => OCCASION_LABELS[one.occasion] },
  { key: 'basis', title: '依据', render: (one) => one.legalBasisText },
  { key: 'reason', title: '理由', render: (one) => one.reason },
  { key: 'by', title: '认定人', width: 110, render: (one) => one.decidedBy?.name ?? '系统' },
  { key: 'at', title: '时间', width: 150, render: (one) => instantText(one.decidedAt) },
];

/** Who did what: reviews with the content they approved, versions, determinations, and every step. */
export function HistoryView({ detail }: { readonly detail: PublicationDetail }) {
  const path = publicationPath(detail.id);
  const history = useApi<readonly HistoryEntry[]>(`${path}/history`);
  const versions = useApi<readonly VersionSummary[]>(`${path}/versions`);
  const determinations = useApi<readonly Determination[]>(`${path}/determinations`);
  return (
    <>
      <Section title={`审核记录（${detail.reviews.length}）`}>
        <DataTable<Review>
          label="审核记录"
          columns={REVIEWS}
          rows={detail.reviews}
          rowKey={(review) => review.id}
          empty={<EmptyState what="还没有审核记录。" />}
        />
      </Section>
      <Section title="版本">
        <DataTable<VersionSummary>
          label="版本"
          columns={VERSIONS}
          rows={versions.data}
          rowKey={(version) => version.id}
          empty={<EmptyState what="没有版本。" />}
        />
        <Codes detail={detail} versions={versions.data ?? []} />
      </Section>
      <Section title="公开属性认定">
        <DataTable<Determination>
          label="公开属性认定"
          columns={DETERMINATIONS}
          rows={determinations.data}
          rowKey={(one) => one.id}
          empty={<EmptyState what="还没有认定公开属性。" next="在“内容”一侧认定。" />}
        />
      </Section>
      <Section title="办理经过">
        <Loaded query={history}>
          {(entries) =>
            entries.length === 0 ? (
              <EmptyState what="还没有办理记录。" />
            ) : (
              <FoldedList items={entries} shown={15} noun="条记录">
                {(shown) => <Entries entries={shown} />}
              </FoldedList>
            )
          }
        </Loaded>
      </Section>
    </>
  );
}

/** Prints of what was reviewed and what stands in each version: the same print, the same content. */
function Codes(props: { readonly detail: PublicationDetail; readonly versions: readonly VersionSummary[] }) {
  const { reviews } = props.detail;
  if (props.versions.length === 0) return null;
  return (
    <details className="mc-small">
      <summary>核对审核的是哪一份内容</summary>
      <p className="mc-muted">字符相同，内容就一字不差。</p>
      <ul>
        {props.versions.map((version) => (
          <li key={version.id}>
            {version.ordinal ? `第 ${version.ordinal} 版` : '未公开的版本'}：
            <code>{shortHash(version.contentHash)}</code>
          </li>
        ))}
        {reviews.map((review) => (
          <li key={review.id}>
            {review.stepName}（{review.reviewer.name}）审核的内容：<code>{shortHash(review.contentHash)}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Entries({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  return (
    <ol className="mc-history">
      {entries.map((entry) => (
        <li key={`${entry.at} ${entry.kind} ${entry.text}`}>
          <div className="mc-muted mc-small">
            <time dateTime={entry.at}>{instantText(entry.at)}</time> · {entry.by}
          </div>
          <div>{entry.text}</div>
        </li>
      ))}
    </ol>
  );
}
