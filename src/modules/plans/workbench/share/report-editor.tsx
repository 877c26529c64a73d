import { Alert, Button, Form, Input, InputNumber, Radio, Slider } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useRefresh } from '../../../../workbench/api/use-api.ts';
import { DraftNotice } from '../../../../workbench/components/draft-notice.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { type StaleConflict, StaleDialog, staleConflict } from '../../../../workbench/components/stale-dialog.tsx';
import { UnsavedGuard } from '../../../../workbench/components/unsaved-guard.tsx';
import { useDraft } from '../../../../workbench/components/use-draft.ts';
import type { AssignmentDetail } from '../../assignments/assignments.contract.ts';
import { EvidenceEditor } from './evidence-editor.tsx';
import { emptyReport, obstaclesOf, type ReportForm, reportInput } from './report-form.ts';

interface Sending {
  readonly form: ReportForm;
  readonly version: number;
}

/** The report of a unit's officer; kept as a draft while it is typed, and safe to send twice. */
export function ReportEditor({ share: newest }: { readonly share: AssignmentDetail }) {
  // The page behind may renew itself while the form is open; the report answers what was seen when it was opened.
  const [share] = useState(newest);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const draft = useDraft<ReportForm>(`report:${share.id}`);
  const [form, setForm] = useState<ReportForm>(() => emptyReport(crypto.randomUUID(), share.percent));
  const [isDirty, setDirty] = useState(false);
  const [obstacles, setObstacles] = useState<readonly string[]>([]);
  const [conflict, setConflict] = useState<StaleConflict>();
  const change = (part: Partial<ReportForm>): void => {
    const next = { ...form, ...part };
    setForm(next);
    setDirty(true);
    draft.save(next);
  };
  const send = useAction(
    (sending: Sending) =>
      call<AssignmentDetail>(
        'POST',
        `/api/assignments/${share.id}/reports`,
        reportInput(sending.form, sending.version),
      ),
    {
      refreshes: ['/api/tasks', '/api/plans', '/api/my-day'],
      done: (_detail, sending) => (sending.form.kind === 'completion' ? '已报送，等待核验。' : '进展已报送。'),
      onDone: () => {
        draft.clear();
        setDirty(false);
        void refresh('/api/assignments').then(() => navigate(`/shares/${share.id}`));
      },
      onProblem: (problem, sending) => {
        const found = staleConflict(
          problem,
          { text: share.lastText, percent: share.percent },
          { text: sending.form.text, percent: sending.form.percent },
        );
        if (!found) return false;
        const show = (current: AssignmentDetail): void =>
          setConflict({
            ...found,
            current: { text: current.lastText, percent: current.percent, version: current.version },
          });
        void call<AssignmentDetail>('GET', `/api/assignments/${share.id}`).then(show, () => setConflict(found));
        return true;
      },
    },
  );
  const submit = (): void => {
    const found = obstaclesOf(form);
    setObstacles(found);
    if (found.length === 0) send.mutate({ form, version: share.version });
  };
  return (
    <Section title="本次进展">
      <UnsavedGuard when={isDirty && !send.isSuccess} />
      <DraftNotice draft={draft} onTake={(value) => change(value)} />
      {obstacles.length > 0 ? (
        <Alert className="mc-gap-below" type="error" showIcon role="alert" title={obstacles.join(' ')} />
      ) : null}
      <Form layout="vertical" onFinish={submit}>
        <Form.Item label="报送类型" htmlFor="report-kind">
          <Radio.Group
            id="report-kind"
            aria-label="报送类型"
            value={form.kind}
            onChange={(event) => change({ kind: event.target.value as ReportForm['kind'] })}
            options={[
              { value: 'progress', label: '阶段进展（继续办理）' },
              { value: 'completion', label: '已经办结（请主管部门核验）' },
            ]}
          />
        </Form.Item>
        <Form.Item
          label="进展情况"
          htmlFor="report-text"
          required
          extra="核验通过后，这段文字会在公众门户公开，请勿写入个人信息和内部情况。"
        >
          <Input.TextArea
            id="report-text"
            autoSize={{ minRows: 5, maxRows: 16 }}
            maxLength={4000}
            showCount
            placeholder="做了什么、结果如何、下一步安排。请写具体数字和日期。"
            value={form.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        </Form.Item>
        {form.kind === 'progress' ? (
          <PercentField percent={form.percent} onChange={(percent) => change({ percent })} />
        ) : null}
        <Form.Item label="佐证材料">
          <EvidenceEditor entries={form.evidence} onChange={(evidence) => change({ evidence })} />
        </Form.Item>
        <div className="mc-toolbar">
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {form.kind === 'completion' ? '报送办结' : '报送进展'}
          </Button>
          <Button onClick={() => navigate(`/shares/${share.id}`)}>返回</Button>
          <span className="mc-muted mc-small">填写内容自动保存在本机。</span>
        </div>
      </Form>
      <StaleDialog
        conflict={conflict}
        fields={[
          { name: 'text', label: '进展情况' },
          { name: 'percent', label: '进度', show: (value) => `${String(value)}%` },
        ]}
        isSaving={send.isPending}
        onBack={() => setConflict(undefined)}
        onSave={(values, version) => {
          setConflict(undefined);
          const merged = { ...form, text: String(values.text ?? ''), percent: Number(values.percent ?? form.percent) };
          setForm(merged);
          send.mutate({ form: merged, version });
        }}
      />
    </Section>
  );
}

function PercentField({
  percent,
  onChange,
}: {
  readonly percent: number;
  readonly onChange: (percent: number) => void;
}) {
  return (
    <Form.Item label="进度（%）" htmlFor="report-percent">
      <div className="mc-percent-field">
        <Slider ariaLabelForHandle="进度" min={0} max={100} step={5} value={percent} onChange={onChange} />
        <InputNumber
          id="report-percent"
          min={0}
          max={100}
          precision={0}
          value={percent}
          onChange={(value) => onChange(value ?? 0)}
        />
      </div>
    </Form.Item>
  );
}
