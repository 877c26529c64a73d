import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { ClusterDetail } from '../../clusters/clusters.contract.ts';
import { CLUSTER_STATES, QUESTION_SOURCES } from '../../knowledge-words.ts';
import { LinkEntry } from '../entries/link-entry.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { ClusterTreatments } from '../treatments/cluster-treatments.tsx';

const REFRESHES = ['/api/knowledge'];

/** One group of questions: how often, when, in which words, and what follows from it. */
export function ClusterPage() {
  const { clusterId = '' } = useParams();
  const cluster = useApi<ClusterDetail>(`/api/knowledge/clusters/${clusterId}`);
  return (
    <div className="mc-page">
      <Loaded query={cluster}>
        {(detail) => (
          <>
            <PageHeader
              title={detail.label}
              lead={`共 ${detail.times} 次，${dayText(detail.firstOn)} 至 ${dayText(detail.lastOn)}${detail.unit ? `，多由${detail.unit.shortName}答复` : ''}。`}
              tags={
                <ToneTag tone={detail.state === 'open' ? 'orange' : 'grey'}>{CLUSTER_STATES[detail.state]}</ToneTag>
              }
            />
            <Decision detail={detail} />
            <ClusterTreatments detail={detail} />
            <Evidence detail={detail} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Decision({ detail }: { readonly detail: ClusterDetail }) {
  const navigate = useNavigate();
  const mayCreate = usePermissions().could('create', 'knowledgeEntry');
  const [isDismissing, setDismissing] = useState(false);
  const base = `/api/knowledge/clusters/${detail.id}`;
  const dismiss = useAction<string>((reason) => call('POST', `${base}/dismiss`, { version: detail.version, reason }), {
    refreshes: REFRESHES,
    done: '已记录。再问到同样次数时会重新列出。',
    onDone: () => setDismissing(false),
  });
  const link = useAction<number>((number) => call('POST', `${base}/link`, { version: detail.version, number }), {
    refreshes: REFRESHES,
    done: '已对应到这个条目。',
  });
  if (detail.state !== 'open') return <Settled detail={detail} />;
  if (!detail.mayDecide) return null;
  return (
    <Section title="怎样处理">
      {mayCreate ? (
        <p>
          <Button type="primary" onClick={() => navigate(`/knowledge/new?cluster=${detail.id}`)}>
            起草条目
          </Button>{' '}
          <Button onClick={() => setDismissing(true)}>不列入</Button>
        </p>
      ) : null}
      <LinkEntry alike={detail.alike} isBusy={link.isPending} onLink={(number) => link.mutate(number)} />
      {isDismissing ? (
        <ReasonDialog
          title="不列入常见问题"
          extra="理由记入这组问题，主管部门看得到。"
          isBusy={dismiss.isPending}
          onReason={(reason) => dismiss.mutate(reason)}
          onClose={() => setDismissing(false)}
        />
      ) : null}
    </Section>
  );
}

function Settled({ detail }: { readonly detail: ClusterDetail }) {
  if (detail.state === 'dismissed')
    return (
      <Alert
        className="mc-gap-below"
        type="info"
        showIcon
        title={`${detail.decidedBy ?? ''} 不列入：${detail.reason ?? ''}`}
      />
    );
  return (
    <Alert
      className="mc-gap-below"
      type="success"
      showIcon
      title={
        <Link to={`/publications/${detail.publicationId}`}>
          {detail.entryNumber ? '已有公开的条目' : '条目正在起草、审核'}
        </Link>
      }
    />
  );
}

function Evidence({ detail }: { readonly detail: ClusterDetail }) {
  return (
    <Section title="依据" extra={`${detail.evidence.length} 条`}>
      <ul className="mc-list">
        {detail.evidence.map((one) => (
          <li key={`${one.source} ${one.caseId ?? one.text ?? ''} ${one.firstOn} ${one.unit ?? ''}`}>
            <div className="mc-list-line">
              <span className="mc-list-main">
                {one.caseId ? <Link to={`/cases/${one.caseId}`}>{one.text}</Link> : (one.text ?? '其他单位的来件')}
              </span>
              <span className="mc-muted mc-small">
                {[QUESTION_SOURCES[one.source], one.unit, `${one.times} 次`, dayText(one.lastOn)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
