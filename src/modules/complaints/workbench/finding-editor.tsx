import { Alert, Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { Reason } from '../../../kernel/app-error.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { todayInShanghai } from '../../../workbench/components/day.ts';
import { DayInput } from '../../../workbench/components/day-input.tsx';
import { UnsavedGuard } from '../../../workbench/components/unsaved-guard.tsx';
import type { SubmitReplyInput } from '../../cases/case-acts.contract.ts';
import type { CaseReply } from '../../cases/cases.contract.ts';
import { FindingsReason } from '../../cases/workbench/page/findings-reason.tsx';
import { ReplyFindings } from '../../cases/workbench/page/reply-findings.tsx';
import { ReplySteps } from '../../cases/workbench/page/reply-steps.tsx';
import { FINDING_LABELS, FINDINGS, REMEDIES, REMEDY_LABELS } from '../complaint-words.ts';
import type { ComplaintView } from '../complaints.contract.ts';
import type { DraftFindingInput, FindingContent } from '../findings/finding.contract.ts';
import { findingText, missingOfFinding } from '../findings/finding-words.ts';
import { useComplaintAct } from './use-complaint.ts';

const NOTHING: FindingContent = { result: null, remedy: null, remedyText: null, dueOn: null, words: null };

/** The finding is chosen, the words follow; what is missing is told while it is typed. */
export function FindingEditor(props: {
  readonly view: ComplaintView;
  readonly reply: CaseReply | undefined;
  readonly content: FindingContent | undefined;
}) {
  const { view, reply } = props;
  const [base, setBase] = useState({ edit: reply?.edit ?? 0, content: props.content ?? NOTHING });
  const [content, setContent] = useState(base.content);
  const [reason, setReason] = useState(reply?.findingsReason ?? '');
  const [other, setOther] = useState(false);
  const { id, against } = view.case;
  const isChanged =
    JSON.stringify(content) !== JSON.stringify(base.content) || reason !== (reply?.findingsReason ?? '');
  const text = findingText(content, against?.name ?? null);
  const isOlder = reply !== undefined && !isChanged && reply.text !== text;
  const missing: readonly Reason[] = [
    ...(against ? [] : [{ field: 'against', message: '请先确定被投诉举报的单位' }]),
    ...missingOfFinding(content, todayInShanghai() as LocalDate),
  ];
  const save = useComplaintAct<DraftFindingInput>(id, '/finding', {
    onDone: (after, input) => {
      const draft = after.case.replies.find((one) => one.state === 'draft');
      setBase({ edit: draft?.edit ?? 0, content: input.content as FindingContent });
      setOther(false);
    },
    onProblem: ({ code }) => {
      if (code === 'stale') setOther(true);
      return code === 'stale';
    },
  });
  const submit = useComplaintAct<SubmitReplyInput>(id, '/finding-submission', { done: '已提交审签。' });
  const saved = () =>
    isChanged || isOlder || !reply
      ? save.mutateAsync({ edit: base.edit, content, findingsReason: reason.trim() || null }).catch(() => undefined)
      : Promise.resolve(view);
  const run = async (): Promise<void> => {
    const after = await saved();
    const draft = after?.case.replies.find((one) => one.state === 'draft');
    if (after && draft) submit.mutate({ version: after.case.version, edit: draft.edit });
  };
  return (
    <div>
      {other ? (
        <Alert
          className="mc-gap-below"
          type="warning"
          showIcon
          title="其他人刚保存过核查结论"
          description="您填写的内容还在。可以改用其保存的内容，也可以在其基础上保存您的。"
          action={
            <>
              <Button
                onClick={() => {
                  const theirs = props.content ?? NOTHING;
                  setBase({ edit: reply?.edit ?? 0, content: theirs });
                  setContent(theirs);
                  setOther(false);
                }}
              >
                改用其内容
              </Button>{' '}
              <Button
                onClick={() => {
                  setBase({ edit: reply?.edit ?? 0, content: props.content ?? NOTHING });
                  setOther(false);
                }}
              >
                保留我的
              </Button>
            </>
          }
        />
      ) : null}
      {reply?.steps.some((step) => step.state === 'returned') ? <ReplySteps reply={reply} /> : null}
      <Fields content={content} onChange={setContent} />
      {text === '' ? null : (
        <>
          <h3>告知的文字</h3>
          <p className="mc-pre mc-sent-reply">{text}</p>
        </>
      )}
      {reply && !isChanged ? <ReplyFindings findings={reply.findings} text={reply.text} /> : null}
      {reply && reply.findings.length > 0 ? <FindingsReason value={reason} onChange={setReason} /> : null}
      {missing.length > 0 ? (
        <p className="mc-muted mc-small" role="status">
          提交前还要：{missing.map(({ message }) => message).join('；')}。
        </p>
      ) : null}
      <div className="mc-actions">
        <Button onClick={() => void saved()} loading={save.isPending} disabled={!isChanged && !isOlder}>
          保存草稿
        </Button>
        <Button type="primary" disabled={missing.length > 0} loading={submit.isPending} onClick={() => void run()}>
          提交审签
        </Button>
      </div>
      <UnsavedGuard when={isChanged} />
    </div>
  );
}

function Fields({
  content,
  onChange,
}: {
  readonly content: FindingContent;
  readonly onChange: (next: FindingContent) => void;
}) {
  const { result, remedy, remedyText, dueOn, words } = content;
  const isFounded = result === 'founded' || result === 'partlyFounded';
  const isOrdered = isFounded && (remedy === 'ordered' || remedy === 'criticised');
  const withResult = (next: FindingContent['result']) =>
    onChange(
      next === 'unfounded'
        ? { ...content, result: next, remedy: null, remedyText: null, dueOn: null }
        : { ...content, result: next },
    );
  return (
    <Form layout="vertical" component="div" className="mc-form">
      <Form.Item label="核查结论">
        <Radio.Group
          aria-label="核查结论"
          value={result}
          options={FINDINGS.map((value) => ({ value, label: FINDING_LABELS[value] }))}
          onChange={(event) => withResult(event.target.value)}
        />
      </Form.Item>
      {isFounded ? (
        <>
          <Form.Item label="怎样处理" htmlFor="finding-remedy">
            <Select
              id="finding-remedy"
              {...(remedy ? { value: remedy } : {})}
              placeholder="请选择"
              options={REMEDIES.map((value) => ({ value, label: REMEDY_LABELS[value] }))}
              onChange={(value) =>
                onChange({ ...content, remedy: value, ...(value === 'corrected' ? { dueOn: null } : {}) })
              }
            />
          </Form.Item>
          <Form.Item label={remedy === 'corrected' ? '已经改正了什么' : '要改正什么'} htmlFor="finding-remedy-text">
            <Input.TextArea
              id="finding-remedy-text"
              rows={2}
              maxLength={2000}
              value={remedyText ?? ''}
              onChange={(event) => onChange({ ...content, remedyText: event.target.value || null })}
            />
          </Form.Item>
        </>
      ) : null}
      {isOrdered ? (
        <Form.Item label="改正的期限" htmlFor="finding-due">
          <DayInput
            id="finding-due"
            min={todayInShanghai()}
            value={dueOn}
            onChange={(day) => onChange({ ...content, dueOn: day as LocalDate | null })}
          />
        </Form.Item>
      ) : null}
      <Form.Item label="查明的事实和理由" htmlFor="finding-words">
        <Input.TextArea
          id="finding-words"
          rows={8}
          maxLength={15_000}
          showCount
          value={words ?? ''}
          onChange={(event) => onChange({ ...content, words: event.target.value || null })}
        />
      </Form.Item>
    </Form>
  );
}
