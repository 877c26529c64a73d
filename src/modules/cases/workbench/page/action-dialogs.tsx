import { Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { PersonSelect } from '../../../organisations/workbench/words/person-select.tsx';
import { REJECTION_LABELS, REJECTION_REASONS } from '../../case-words.ts';
import type { CasePage, CaseView } from '../../cases.contract.ts';
import { ReceivingUnitSelect } from '../words/receiving-unit-select.tsx';
import { useCaseAct } from './use-case.ts';

export type DialogEvent =
  | 'assign'
  | 'transfer'
  | 'transferBack'
  | 'askSender'
  | 'merge'
  | 'separate'
  | 'reject'
  | 'reopen'
  | 'followUp';

/** `version` goes along unless said otherwise. */
export const DIALOGS: Readonly<
  Record<DialogEvent, { label: string; tail: string; done: string; what: string; noVersion?: true }>
> = {
  assign: { label: '分派', tail: '/assignment', done: '已分派。', what: '交给单位或经办人办理。' },
  transfer: {
    label: '转办',
    tail: '/transfer',
    done: '已转办。',
    what: '转给其他单位办理，答复期限连续计算，不重新起算。',
  },
  transferBack: { label: '退回', tail: '/return', done: '已退回。', what: '退回转来的单位，答复期限连续计算。' },
  askSender: {
    label: '请来信人补充',
    tail: '/questions',
    done: '已请来信人补充。',
    what: '来信人凭编号和查询码看到并补充，期限不停。',
  },
  merge: {
    label: '并案',
    tail: '/merge',
    done: '已并案。',
    what: '并入同一事项的另一件，答复后两位来信人各自都能看到：答复里不要写只属于其中一人的情况。',
  },
  separate: { label: '取消并案', tail: '/separation', done: '已取消并案。', what: '恢复单独办理。' },
  reject: {
    label: '不予受理',
    tail: '/rejection',
    done: '已告知不予受理。',
    what: '来信人会看到理由和可以办理的途径。',
  },
  reopen: { label: '重新办理', tail: '/reopening', done: '已重新办理。', what: '期限重新计算。' },
  followUp: {
    label: '登记回访',
    tail: '/follow-ups',
    done: '已登记回访。',
    what: '向来信人了解问题是否解决。',
    noVersion: true,
  },
};

/** One dialog for each act that asks something; what it asks is told by its fields. */
export function ActionDialog(props: {
  readonly view: CaseView;
  readonly event: DialogEvent;
  readonly onClose: () => void;
}) {
  const { view, event } = props;
  const { label, tail, done, what, noVersion } = DIALOGS[event];
  const [form] = Form.useForm<Record<string, unknown>>();
  const act = useCaseAct<Record<string, unknown>>(view.id, 'POST', tail, { done, onDone: props.onClose });
  const send = (values: Record<string, unknown>): void => {
    const filled = event === 'assign' ? { unitId: view.unit.id, personId: null, ...withoutEmpty(values) } : values;
    act.mutate(noVersion ? filled : { ...filled, version: view.version });
  };
  return (
    <Modal
      open
      title={label}
      okText={label}
      okButtonProps={{ danger: event === 'reject' }}
      cancelText="取消"
      confirmLoading={act.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <p>{what}</p>
      <Form form={form} name={event} layout="vertical" onFinish={send}>
        <Fields view={view} event={event} />
      </Form>
    </Modal>
  );
}

function Fields({ view, event }: { readonly view: CaseView; readonly event: DialogEvent }) {
  switch (event) {
    case 'assign':
      return <AssignFields view={view} />;
    case 'transfer':
      return (
        <>
          <Form.Item name="unitId" label="转给" rules={[{ required: true, message: '请选择单位。' }]}>
            <ReceivingUnitSelect label="转给" except={view.unit.id} />
          </Form.Item>
          <ReasonField label="转办的理由" />
        </>
      );
    case 'askSender':
      return <WordsField name="question" label="需要补充什么（来信人看到）" most={1000} />;
    case 'merge':
      return (
        <Form.Item name="intoId" label="并入" rules={[{ required: true, message: '请选择另一件来件。' }]}>
          <CaseSelect except={view.id} />
        </Form.Item>
      );
    case 'reject':
      return (
        <>
          <Form.Item name="reason" label="理由" rules={[{ required: true, message: '请选择理由。' }]}>
            <Select
              aria-label="理由"
              options={REJECTION_REASONS.map((reason) => ({ value: reason, label: REJECTION_LABELS[reason] }))}
            />
          </Form.Item>
          <WordsField name="text" label="告知来信人" most={1000} least={10} />
        </>
      );
    case 'followUp':
      return (
        <>
          <Form.Item name="isSolved" label="问题是否解决" rules={[{ required: true, message: '请选择。' }]}>
            <Radio.Group
              options={[
                { value: true, label: '已解决' },
                { value: false, label: '未解决' },
              ]}
            />
          </Form.Item>
          <WordsField name="text" label="回访情况" most={1000} />
        </>
      );
    default:
      return <ReasonField label="理由" />;
  }
}

/** The office chooses the unit, the unit its own people. */
function AssignFields({ view }: { readonly view: CaseView }) {
  const chosen = Form.useWatch<string | null | undefined>('unitId');
  const unitId = chosen ?? view.unit.id;
  return (
    <>
      {view.allowed.route === true ? (
        <Form.Item name="unitId" label="办理单位" initialValue={view.unit.id}>
          <ReceivingUnitSelect label="办理单位" own={view.unit.id} />
        </Form.Item>
      ) : null}
      <Form.Item name="personId" label="经办人" extra="不选的，由单位自己分派。">
        <PersonSelect label="经办人" unitId={unitId} />
      </Form.Item>
    </>
  );
}

function ReasonField({ label }: { readonly label: string }) {
  return <WordsField name="reason" label={label} most={500} least={4} />;
}

function WordsField(props: {
  readonly name: string;
  readonly label: string;
  readonly most: number;
  readonly least?: number;
}) {
  const { least = 1 } = props;
  const message = least > 1 ? `请填写，至少 ${least} 个字。` : '请填写。';
  return (
    <Form.Item
      name={props.name}
      label={props.label}
      rules={[{ required: true, whitespace: true, min: least, message }]}
    >
      <Input.TextArea rows={3} maxLength={props.most} showCount />
    </Form.Item>
  );
}

function CaseSelect(props: {
  readonly value?: string;
  readonly onChange?: (id: string) => void;
  readonly except: string;
  readonly id?: string;
}) {
  const [text, setText] = useState('');
  const found = useApi<CasePage>('/api/cases', { text, open: 'true', pageSize: 20 });
  return (
    <Select<string>
      {...(props.id ? { id: props.id } : {})}
      aria-label="并入"
      {...(props.value ? { value: props.value } : {})}
      onChange={(id) => props.onChange?.(id)}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={found.isFetching}
      placeholder="输入编号或标题查找"
      notFoundContent="没有找到在办的来件"
      options={(found.data?.items ?? [])
        .filter((one) => one.id !== props.except)
        .map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }))}
    />
  );
}

function withoutEmpty(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
}
