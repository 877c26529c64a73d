import { Alert, Button, Form, Input, InputNumber, Select } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { unitsOf, useSession } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { ClusterDetail } from '../../clusters/clusters.contract.ts';
import type { EntryInput } from '../../entries/entries.contract.ts';
import type { GapView } from '../../gaps/gaps.contract.ts';
import { PolicyFields } from './policy-fields.tsx';

interface Begin {
  readonly question: string;
  readonly wordings: readonly string[];
  readonly policy: { readonly number: number; readonly title: string } | null;
  readonly from: string | null;
}

const NOTHING: Begin = { question: '', wordings: [], policy: null, from: null };
const WORDINGS = 8;

/** 起草条目 (KB-3): empty, or from a group of questions or a report of a counter. */
export function NewEntryPage() {
  const [params] = useSearchParams();
  const [clusterId, gapId] = [params.get('cluster'), params.get('gap')];
  return (
    <div className="mc-page">
      <PageHeader title="起草条目" lead="保存后登记为一件公开信息，经公开属性认定、审核再公开。" />
      {clusterId ? (
        <FromCluster id={clusterId} />
      ) : gapId ? (
        <FromGap id={gapId} />
      ) : (
        <EntryForm begin={NOTHING} clusterId={null} gapId={null} />
      )}
    </div>
  );
}

function FromCluster({ id }: { readonly id: string }) {
  const cluster = useApi<ClusterDetail>(`/api/knowledge/clusters/${id}`);
  return (
    <Loaded query={cluster}>
      {(detail) => (
        <EntryForm
          begin={{
            question: detail.label,
            wordings: wordingsOf(
              detail.evidence.flatMap((one) => one.text ?? []),
              detail.label,
            ),
            policy: detail.policy,
            from: `来自一组同类提问，共 ${detail.times} 次。`,
          }}
          clusterId={id}
          gapId={null}
        />
      )}
    </Loaded>
  );
}

function FromGap({ id }: { readonly id: string }) {
  const gap = useApi<GapView>(`/api/knowledge/gaps/${id}`);
  return (
    <Loaded query={gap}>
      {(view) => (
        <EntryForm
          begin={{
            question: view.questions[0] ?? '',
            wordings: wordingsOf(view.questions.slice(1), view.questions[0] ?? ''),
            policy: view.policy,
            from: `来自${view.receiver}反映的集中问题，共 ${view.times} 次。`,
          }}
          clusterId={null}
          gapId={id}
        />
      )}
    </Loaded>
  );
}

function EntryForm(props: { readonly begin: Begin; readonly clusterId: string | null; readonly gapId: string | null }) {
  const { begin } = props;
  const [form] = Form.useForm<EntryInput>();
  const navigate = useNavigate();
  const units = unitsOf(useSession(), 'supervisor', 'officer', 'handler');
  const topics = useApi<{ items: readonly { value: string; label: string }[] }>('/api/library/topics/choices');
  const create = useAction<EntryInput, { publicationId: string }>(
    (input) => call('POST', '/api/knowledge/entries', input),
    {
      refreshes: ['/api/knowledge', '/api/publications'],
      done: '已登记，请认定公开属性并提交审核。',
      onDone: ({ publicationId }) => navigate(`/publications/${publicationId}`),
    },
  );
  return (
    <Section title="条目">
      {begin.from ? <Alert className="mc-gap-below" type="info" showIcon title={begin.from} /> : null}
      <Form<EntryInput>
        form={form}
        layout="vertical"
        className="mc-form"
        initialValues={{
          unitId: units[0]?.id,
          question: begin.question,
          wordings: begin.wordings,
          policyNumber: begin.policy?.number ?? null,
          basis: '',
        }}
        onFinish={(values) =>
          create.mutate({
            ...values,
            policyNumber: values.policyNumber ?? null,
            reviewMonths: values.reviewMonths ?? null,
            clusterId: props.clusterId,
            gapId: props.gapId,
          })
        }
      >
        {units.length > 1 ? (
          <Form.Item name="unitId" label="答复单位" rules={[{ required: true, message: '请选择单位。' }]}>
            <Select options={units.map((unit) => ({ value: unit.id, label: unit.name }))} />
          </Form.Item>
        ) : (
          <Form.Item name="unitId" hidden>
            <Input />
          </Form.Item>
        )}
        <Form.Item
          name="question"
          label="问题"
          extra="用群众的话，一个条目只写一个问题。"
          rules={[{ required: true, whitespace: true, min: 4, message: '请写出问题，至少 4 个字。' }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="wordings" label="其他问法" extra="写一句按一次回车；检索和问政策时同样找得到。">
          <Select mode="tags" open={false} aria-label="其他问法" />
        </Form.Item>
        <Form.Item
          name="answer"
          label="答案"
          extra="每段一行；登记以后可以在编辑页面加小标题、列表和表格。"
          rules={[{ required: true, whitespace: true, min: 4, message: '请写出答案。' }]}
        >
          <Input.TextArea rows={6} maxLength={20_000} />
        </Form.Item>
        <Form.Item name="topic" label="主题分类" rules={[{ required: true, message: '请选择主题分类。' }]}>
          <Select showSearch options={[...(topics.data?.items ?? [])]} />
        </Form.Item>
        <PolicyFields begin={begin.policy} />
        <Form.Item name="reviewMonths" label="复核周期（月）" extra="不填的按统一的复核周期。">
          <InputNumber min={1} max={36} precision={0} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          登记条目
        </Button>
      </Form>
    </Section>
  );
}

function wordingsOf(texts: readonly string[], question: string): string[] {
  return [...new Set(texts.map((text) => text.slice(0, 60)))].filter((text) => text !== question).slice(0, WORDINGS);
}
