import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { holds, unitsOf, useSession } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { CaseView } from '../../../cases/cases.contract.ts';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import type { ClusterDetail } from '../../clusters/clusters.contract.ts';
import type { TreatmentDetail } from '../../treatments/treatments.contract.ts';

interface Begin {
  readonly title: string;
  readonly unitId: string | undefined;
  readonly from: string;
  readonly clusterId: string | null;
  readonly caseIds: readonly string[];
}

/** 立项源头治理: from a group of questions, or from one case. */
export function NewTreatmentPage() {
  const [params] = useSearchParams();
  const [clusterId, caseId] = [params.get('cluster'), params.get('case')];
  return (
    <div className="mc-page">
      <PageHeader
        title="立项源头治理"
        lead="先开展专题调查，查清根源后确定措施和期限；同类的新来件每天自动归入，用来看成效。"
      />
      {clusterId ? (
        <FromCluster id={clusterId} />
      ) : caseId ? (
        <FromCase id={caseId} />
      ) : (
        <EmptyState
          what="源头治理从来件立项。"
          next={
            <>
              打开<Link to="/knowledge/clusters">高频问题</Link>里的一组提问，或者<Link to="/cases">来信办理</Link>
              里的一件来件，点“立项源头治理”。
            </>
          }
        />
      )}
    </div>
  );
}

function FromCluster({ id }: { readonly id: string }) {
  const cluster = useApi<ClusterDetail>(`/api/knowledge/clusters/${id}`);
  return (
    <Loaded query={cluster}>
      {(detail) => {
        const letters = detail.evidence.filter((one) => one.source === 'case').length;
        return letters === 0 ? (
          <EmptyState
            what="这组问题只有检索和提问，没有来件。"
            next={
              <>
                适合<Link to={`/knowledge/new?cluster=${id}`}>起草常见问题</Link>。
              </>
            }
          />
        ) : (
          <TreatmentForm
            begin={{
              title: detail.label,
              unitId: detail.unit?.id,
              from: `依据：一组同类提问，共 ${detail.times} 次，其中的来件都归入。`,
              clusterId: id,
              caseIds: [],
            }}
          />
        );
      }}
    </Loaded>
  );
}

function FromCase({ id }: { readonly id: string }) {
  const one = useApi<CaseView>(`/api/cases/${id}`);
  return (
    <Loaded query={one}>
      {(view) => (
        <TreatmentForm
          begin={{
            title: '',
            unitId: view.unit.id,
            from: `依据：${view.kindLabel} ${view.number}“${view.title}”；与它同组的提问一并归入。`,
            clusterId: null,
            caseIds: [id],
          }}
        />
      )}
    </Loaded>
  );
}

function TreatmentForm({ begin }: { readonly begin: Begin }) {
  const [requestId] = useState(newRequestId);
  const navigate = useNavigate();
  const session = useSession();
  const isOffice = holds(session, 'supervisor');
  const own = unitsOf(session, 'officer', 'handler').map((unit) => unit.id);
  const unitId = isOffice || own.includes(begin.unitId ?? '') ? begin.unitId : own[0];
  const open = useAction<{ title: string; unitId: string }, TreatmentDetail>(
    (input) =>
      call('POST', '/api/source-treatments', {
        ...input,
        requestId,
        clusterId: begin.clusterId,
        caseIds: begin.caseIds,
      }),
    {
      refreshes: ['/api/source-treatments', '/api/knowledge'],
      done: '已立项，请登记调查情况。',
      onDone: ({ id }) => void navigate(`/source-treatments/${id}`),
    },
  );
  return (
    <Section title="要治理的问题">
      <Alert className="mc-gap-below" type="info" showIcon title={begin.from} />
      <Form<{ title: string; unitId: string }>
        layout="vertical"
        className="mc-form"
        initialValues={{ title: begin.title, unitId }}
        onFinish={(values) => open.mutate(values)}
      >
        <Form.Item
          name="title"
          label="问题"
          extra="写这一类问题，不写来件人的姓名、电话、住址。"
          rules={[{ required: true, whitespace: true, min: 4, message: '请写明要治理的问题，至少 4 个字。' }]}
        >
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="unitId" label="负责单位" rules={[{ required: true, message: '请选择负责单位。' }]}>
          <UnitSelect label="负责单位" {...(isOffice ? {} : { among: own })} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          立项，开展专题调查
        </Button>
      </Form>
    </Section>
  );
}

/** A random UUID; `crypto.randomUUID` is missing where the workbench is reached without https. */
function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
