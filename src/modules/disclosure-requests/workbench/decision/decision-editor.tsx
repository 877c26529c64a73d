import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Reason } from '../../../../kernel/app-error.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DraftNotice } from '../../../../workbench/components/draft-notice.tsx';
import { StaleDialog } from '../../../../workbench/components/stale-dialog.tsx';
import { UnsavedGuard } from '../../../../workbench/components/unsaved-guard.tsx';
import type { SubmitReplyInput } from '../../../cases/case-acts.contract.ts';
import type { CaseReply } from '../../../cases/cases.contract.ts';
import { FindingsReason } from '../../../cases/workbench/page/findings-reason.tsx';
import { ReplyFindings } from '../../../cases/workbench/page/reply-findings.tsx';
import { ReplySteps } from '../../../cases/workbench/page/reply-steps.tsx';
import type { DecisionContent, DecisionFacts } from '../../results/decision-content.contract.ts';
import { missingOf } from '../../results/missing-of.ts';
import { type DecisionElement, RESULT_RULES } from '../../results/result-rules.ts';
import type { DecisionView, RequestView } from '../../viewing/request-view.contract.ts';
import { LetterLinks } from '../words/letter-links.tsx';
import { useRequestAct } from '../words/use-request.ts';
import { valueText } from './content-facts.tsx';
import { CONTENT_FIELDS, FIELD_LABELS, fieldOf, fieldsFor, relevant, withChoice } from './content-fields.ts';
import { ContentInput } from './content-inputs.tsx';
import { factsOf } from './facts-of-view.ts';
import { IdentityUnchecked } from './identity-unchecked.tsx';
import { LetterText } from './letter-text.tsx';
import { MissingList } from './missing-list.tsx';
import { ResultSelect } from './result-select.tsx';
import { useDecisionDraft } from './use-decision-draft.ts';

const STALE_FIELDS = [
  {
    name: 'result',
    label: '答复结果',
    show: (value: unknown) => RESULT_RULES[value as DecisionContent['result']].label,
  },
  ...CONTENT_FIELDS.map((field) => ({
    name: field,
    label: FIELD_LABELS[field],
    show: (value: unknown) => valueText(field, value),
  })),
  {
    name: 'isSuppliedElsewhere',
    label: '另行提供',
    show: (value: unknown) => (value ? '是' : '否'),
  },
  {
    name: 'isRightAgencyUnknown',
    label: '不能确定负责公开的行政机关',
    show: (value: unknown) => (value ? '是' : '否'),
  },
  { name: 'letterText', label: '告知书文字（自行修改）' },
  { name: 'findingsReason', label: '保留个人信息的理由' },
];

/** The decision, asked for as the statutory table has it; what is missing is told while it is typed (FOI-4). */
export function DecisionEditor(props: {
  readonly view: RequestView;
  readonly reply: CaseReply | undefined;
  readonly draft: DecisionView | undefined;
  /** An earlier decision was sent and stands. */
  readonly isAnew: boolean;
}) {
  const { view, reply, draft, isAnew } = props;
  const facts = factsOf(view, todayInShanghai() as DecisionFacts['decidedOn']);
  const editor = useDecisionDraft(view, (content) => relevant(content, facts));
  const { content, letterText, findingsReason } = editor.text;
  const missing = missingOf(relevant(content, facts), facts);
  const [refused, setRefused] = useState<readonly Reason[]>([]);
  const submit = useRequestAct<SubmitReplyInput>(view.case.id, '/decision-submission', {
    done: '已提交审核。',
    // What the installation or the letter lacks is known to the server alone; it stays on the page until something is changed.
    onProblem: ({ code, reasons }) => {
      if (code === 'decision-incomplete') setRefused(reasons);
      return false;
    },
  });
  const run = async (): Promise<void> => {
    const after = editor.isChanged ? await editor.save() : view;
    const saved = after?.case.replies.find(({ state }) => state === 'draft');
    if (after && saved) submit.mutate({ version: after.case.version, edit: saved.edit });
  };
  const set = (next: DecisionContent) => {
    setRefused([]);
    editor.change({ content: next });
  };
  return (
    <div>
      {isAnew ? (
        <Alert
          className="mc-gap-below"
          type="info"
          showIcon
          title="已经发出的答复决定不能修改，在此另作一份。年度报告仍按第一次答复统计。"
        />
      ) : null}
      <DraftNotice draft={editor.kept} onTake={editor.take} />
      {editor.isOvertaken ? (
        <Alert
          className="mc-gap-below"
          type="warning"
          showIcon
          title="您填写期间，这份答复决定已被他人保存。您的内容仍在，保存时可以逐项对照选择。"
        />
      ) : null}
      {reply?.steps.some(({ state }) => state === 'returned') ? <ReplySteps reply={reply} /> : null}
      <h3>答复结果</h3>
      <ResultSelect value={content.result} onChange={(result) => set(withChoice(content, { result }))} />
      {fieldsFor(content, facts).map((field) => (
        <ContentInput
          key={field}
          field={field}
          content={content}
          onChange={set}
          view={view}
          missing={missing.find((one) => fieldOf(one.field as DecisionElement) === field)?.message}
        />
      ))}
      <MissingList missing={missing.length > 0 ? missing : refused} />
      <LetterText
        saved={reply?.text}
        own={letterText}
        isOutdated={editor.isChanged}
        onChange={(text) => editor.change({ letterText: text })}
      />
      {draft && reply ? (
        <>
          {editor.isChanged ? (
            <p className="mc-muted mc-small">有修改还没有保存，保存后可以下载告知书。</p>
          ) : (
            <LetterLinks requestId={view.case.id} kind={RESULT_RULES[draft.result].group} of={draft.id} />
          )}
          {editor.isChanged ? null : <ReplyFindings findings={reply.findings} text={reply.text} />}
        </>
      ) : null}
      {reply && (reply.findings.length > 0 || hasWarnings(view, content)) ? (
        <FindingsReason value={findingsReason} onChange={(reason) => editor.change({ findingsReason: reason })} />
      ) : null}
      <IdentityUnchecked view={view} />
      <div className="mc-actions">
        <Button onClick={() => void editor.save()} loading={editor.isSaving} disabled={!editor.isChanged}>
          保存并生成告知书
        </Button>
        <Button type="primary" loading={submit.isPending} onClick={() => void run()}>
          提交审核
        </Button>
      </div>
      <StaleDialog
        conflict={editor.conflict}
        fields={STALE_FIELDS}
        isSaving={editor.isSaving}
        onSave={editor.saveChosen}
        onBack={editor.backToForm}
      />
      <UnsavedGuard when={editor.isTyped} />
    </div>
  );
}

/** Something was found in a file that is handed over. */
function hasWarnings({ suppliedFiles }: RequestView, { items }: DecisionContent): boolean {
  const named = new Set(items.flatMap(({ files = [] }) => files.map(({ id }) => id)));
  return suppliedFiles.some(({ id, warnings }) => named.has(id) && warnings.length > 0);
}
