import { App, Button, Segmented, Tooltip } from 'antd';
import { useState } from 'react';
import type { ClassifyInput, SubmitReplyInput, VersionInput } from '../../../cases/case-acts.contract.ts';
import type { CaseView } from '../../../cases/cases.contract.ts';
import { ActionDialog, DIALOGS, type DialogEvent } from '../../../cases/workbench/page/action-dialogs.tsx';
import { useCaseAct } from '../../../cases/workbench/page/use-case.ts';

type PlainEvent = 'admit' | 'accept' | 'resume' | 'recallReply' | 'close';

const PLAIN: Readonly<Record<PlainEvent, { label: string; tail: string; done: string; ask?: string }>> = {
  admit: { label: '核对通过', tail: '/admission', done: '已收下，转入待受理。' },
  accept: { label: '受理', tail: '/acceptance', done: '已受理，由您办理。' },
  resume: { label: '继续办理', tail: '/resumption', done: '已继续办理。' },
  recallReply: { label: '收回修改', tail: '/reply/recall', done: '已收回，可以修改。' },
  close: { label: '办结', tail: '/closing', done: '已办结。', ask: '办结后来信人仍可查看答复。确定办结吗？' },
};

/**
 * The next steps, from the life table and nothing else; those in the way of which something stands say what.
 * @param sends false: its business sends the answer where the answer stands
 */
export function CaseActions({ view, sends = true }: { readonly view: CaseView; readonly sends?: boolean }) {
  const [dialog, setDialog] = useState<DialogEvent>();
  const { allowed } = view;
  const plain = (Object.keys(PLAIN) as PlainEvent[]).filter((event) => allowed[event] !== undefined);
  const dialogs = (Object.keys(DIALOGS) as DialogEvent[]).filter((event) => allowed[event] !== undefined);
  return (
    <>
      <div className="mc-actions">
        {sends ? <SendButton view={view} /> : null}
        {plain.map((event) => (
          <PlainButton key={event} view={view} event={event} />
        ))}
        <ClassSwitch view={view} />
        {dialogs.map((event) => (
          <WhyNot key={event} may={allowed[event]}>
            <Button danger={event === 'reject'} disabled={allowed[event] !== true} onClick={() => setDialog(event)}>
              {DIALOGS[event].label}
            </Button>
          </WhyNot>
        ))}
      </div>
      {dialog ? <ActionDialog view={view} event={dialog} onClose={() => setDialog(undefined)} /> : null}
    </>
  );
}

/** The reason stands where the pointer is, and is read aloud with the button. */
function WhyNot({ may, children }: { readonly may: true | string | undefined; readonly children: React.ReactNode }) {
  if (typeof may !== 'string') return <>{children}</>;
  return (
    <Tooltip title={may}>
      <span>
        {children}
        <span className="mc-visually-hidden">（{may}）</span>
      </span>
    </Tooltip>
  );
}

function PlainButton({ view, event }: { readonly view: CaseView; readonly event: PlainEvent }) {
  const { modal } = App.useApp();
  const { label, tail, done, ask } = PLAIN[event];
  const act = useCaseAct<VersionInput>(view.id, 'POST', tail, { done });
  const may = view.allowed[event];
  const run = async (): Promise<void> => {
    if (ask && !(await modal.confirm({ title: label, content: ask, okText: label, cancelText: '取消' }))) return;
    act.mutate({ version: view.version });
  };
  return (
    <WhyNot may={may}>
      <Button
        {...(event === 'accept' || event === 'admit' ? { type: 'primary' as const } : {})}
        disabled={may !== true}
        loading={act.isPending}
        onClick={() => void run()}
      >
        {label}
      </Button>
    </WhyNot>
  );
}

function SendButton({ view }: { readonly view: CaseView }) {
  const { modal } = App.useApp();
  const send = useCaseAct<SubmitReplyInput>(view.id, 'POST', '/reply/sending', { done: '答复已发出。' });
  const draft = view.replies.find((reply) => reply.state === 'draft');
  const may = view.allowed.sendReply;
  if (may === undefined || !draft) return null;
  const run = async (): Promise<void> => {
    const content = '发出后来信人马上能看到，不能再修改；需要更正的，另写一次答复。';
    if (await modal.confirm({ title: '发送答复', content, okText: '发送', cancelText: '取消' }))
      send.mutate({ version: view.version, edit: draft.edit });
  };
  return (
    <WhyNot may={may}>
      <Button type="primary" disabled={may !== true} loading={send.isPending} onClick={() => void run()}>
        发送答复
      </Button>
    </WhyNot>
  );
}

/** Simple questions have one working day (MSG-4); the day is reckoned anew at once. */
function ClassSwitch({ view }: { readonly view: CaseView }) {
  const classify = useCaseAct<ClassifyInput>(view.id, 'PUT', '/class', { done: '已分类，期限已重算。' });
  if (!view.hasSimple || view.allowed.classify === undefined) return null;
  return (
    <Segmented<string>
      aria-label="问题分类"
      value={view.isSimple ? 'simple' : 'ordinary'}
      disabled={view.allowed.classify !== true || classify.isPending}
      options={[
        { value: 'ordinary', label: '一般问题' },
        { value: 'simple', label: '简单问题' },
      ]}
      onChange={(value) => classify.mutate({ version: view.version, isSimple: value === 'simple' })}
    />
  );
}
