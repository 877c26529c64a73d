import { MoreOutlined } from '@ant-design/icons';
import { Alert, App, Button, Dropdown } from 'antd';
import { useRef, useState } from 'react';
import { instantText } from '../../../../workbench/components/day.ts';
import type { BlockingReason, PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { usePublicationAction } from '../content/use-publication.ts';
import { togetherText } from '../words/together-text.ts';
import { BlockedDialog, reasonsIn } from './blocked-dialog.tsx';
import { END_ACTIONS, type EndAction, EndDialog } from './end-dialog.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { TargetedDialog } from './targeted-dialog.tsx';

type Step = 'submit' | 'recall' | 'discard' | 'publish' | 'unschedule' | 'amend';
type StepInput = { step: Step; edit?: number; contentHash?: string; version?: number };

const STEPS: Readonly<Record<Step, { readonly label: string; readonly done: string; readonly ask?: string }>> = {
  submit: { label: '提交审核', done: '已提交审核。' },
  publish: {
    label: '立即公开',
    done: '已公开。',
    ask: '公开后，网站、检索、订阅同时更新，并记入公开日志。确定现在公开吗？',
  },
  amend: { label: '起草新版本', done: '已起草新版本，公众看到的仍是现行版本。' },
  recall: {
    label: '收回修改',
    done: '已收回，可以修改。',
    ask: '收回后回到起草，修改任何内容，已有的审核都会作废。确定收回吗？',
  },
  unschedule: { label: '取消定时', done: '已取消定时。' },
  discard: {
    label: '作废',
    done: '已作废。',
    ask: '作废后这一版本不能再修改或公开，已公开的版本不受影响。确定作废吗？',
  },
};

/** The next steps that are open to this person now; those in the way of which something stands say what. */
export function ActionBar(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  /** Saves what is typed; undefined when that did not work. */
  readonly beforeAct: () => Promise<PublicationDetail | undefined>;
  readonly onGo: (place: string) => void;
}) {
  const { detail } = props;
  const { modal } = App.useApp();
  const [dialog, setDialog] = useState<EndAction | 'schedule' | 'targeted'>();
  const [reasons, setReasons] = useState<readonly BlockingReason[]>();
  const act = usePublicationAction<StepInput>(detail.id, 'POST', (input) => `/${input.step}`, {
    done: (_detail, input) => STEPS[input.step].done,
    onProblem: (problem) => {
      const found = reasonsIn(problem);
      if (found) setReasons(found);
      return found !== undefined;
    },
  });
  const isRunning = useRef(false);
  const run = async (step: Step): Promise<void> => {
    const { ask, label } = STEPS[step];
    const content = step === 'publish' ? [togetherText(detail), ask].filter(Boolean).join('') : ask;
    if (content && !(await modal.confirm({ title: label, content, okText: label, cancelText: '取消' }))) return;
    const latest = await props.beforeAct();
    if (latest) await act.mutateAsync({ step, ...stepBody(step, latest) }).catch(() => undefined);
  };
  /** A second press while the first is on its way counts for nothing. */
  const runOnce = async (step: Step): Promise<void> => {
    if (isRunning.current) return;
    isRunning.current = true;
    await run(step).finally(() => {
      isRunning.current = false;
    });
  };
  const may = (action: string): boolean => detail.allowed[action] === true;
  const main = (['submit', 'publish', 'amend', 'unschedule', 'recall'] as const).filter(may);
  const ends = END_ACTIONS.filter((one) => may(one.action));
  const why = ['submit', 'publish', 'schedule']
    .map((action) => detail.allowed[action])
    .find((one) => typeof one === 'string');
  const more = [
    ...(may('discard') ? [{ key: 'discard', label: '作废这一版本', onClick: () => void runOnce('discard') }] : []),
    ...ends.map((one) => ({ key: one.action, label: one.label, onClick: () => setDialog(one.action) })),
  ];
  const isEmpty = main.length + more.length === 0 && !may('schedule') && !may('discloseTargeted');
  return (
    <>
      {detail.draft?.scheduledFor && detail.open === 'scheduled' ? (
        <Alert
          className="mc-gap-below"
          type="success"
          showIcon
          title={`将于 ${instantText(detail.draft.scheduledFor)}（北京时间）自动公开`}
          description="公开的就是审核通过的这一份；在此之前有任何改动，都要重新审核。"
        />
      ) : null}
      {isEmpty ? null : (
        <div className="mc-actions">
          {may('schedule') && detail.open !== 'scheduled' ? (
            <Button type="primary" onClick={() => setDialog('schedule')}>
              定时公开
            </Button>
          ) : null}
          {main.map((step, index) => (
            <Button
              key={step}
              type={index === 0 && !may('schedule') && detail.open !== 'scheduled' ? 'primary' : 'default'}
              loading={act.isPending && act.variables?.step === step}
              onClick={() => void runOnce(step)}
            >
              {STEPS[step].label}
            </Button>
          ))}
          {may('discloseTargeted') ? <Button onClick={() => setDialog('targeted')}>登记定点公开</Button> : null}
          {more.length > 0 ? (
            <Dropdown menu={{ items: more }} trigger={['click']}>
              <Button icon={<MoreOutlined />}>更多</Button>
            </Dropdown>
          ) : null}
          {why ? <span className="mc-muted mc-small">{why}</span> : null}
        </div>
      )}
      {dialog === 'schedule' ? (
        <ScheduleDialog detail={detail} onBlocked={setReasons} onClose={() => setDialog(undefined)} />
      ) : null}
      {dialog === 'targeted' ? <TargetedDialog detail={detail} onClose={() => setDialog(undefined)} /> : null}
      {dialog && dialog !== 'schedule' && dialog !== 'targeted' ? (
        <EndDialog detail={detail} action={dialog} onClose={() => setDialog(undefined)} />
      ) : null}
      {reasons ? (
        <BlockedDialog
          detail={detail}
          kind={props.kind}
          reasons={reasons}
          onGo={props.onGo}
          onClose={() => setReasons(undefined)}
        />
      ) : null}
    </>
  );
}

function stepBody(step: Step, detail: PublicationDetail): Omit<StepInput, 'step'> {
  if (step === 'amend') return { version: detail.version };
  if (step === 'publish' || step === 'unschedule') return { contentHash: detail.draft?.contentHash ?? '' };
  return { edit: detail.draft?.edit ?? 0 };
}
