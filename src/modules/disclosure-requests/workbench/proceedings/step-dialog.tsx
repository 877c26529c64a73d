import { Checkbox, Form, Modal } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import {
  CHALLENGED,
  CHALLENGED_LABELS,
  FAULT_LABELS,
  FAULTS,
  PROCEDURE_LABELS,
  PROCEDURES,
  PROCEEDING_RESULT_LABELS,
  PROCEEDING_RESULTS,
} from '../../proceedings/proceeding-words.ts';
import type { ProceedingView } from '../../proceedings/proceedings.contract.ts';
import {
  ChoiceField,
  DayField,
  LineField,
  OptionalWords,
  optionsOf,
  SelectField,
  WordsField,
} from '../acts/fields.tsx';
import { markFields } from '../words/field-errors.ts';
import { PROCEEDING_STEPS, type ProceedingStep } from './proceeding-steps.ts';

type Values = Readonly<Record<string, unknown>>;

/** One dialog for each stage; what was typed stays when the server refuses. */
export function StepDialog(props: {
  readonly view: ProceedingView;
  readonly step: ProceedingStep;
  readonly onClose: () => void;
}) {
  const { view, step, onClose } = props;
  const { label, tail, what, done } = PROCEEDING_STEPS[step];
  const [form] = Form.useForm<Values>();
  const act = useAction((body: Values) => call<ProceedingView>('POST', `/api/proceedings/${view.id}${tail}`, body), {
    refreshes: ['/api/proceedings', '/api/disclosure-requests'],
    done: (after) => (after.reopenRefusal ? `${done}原申请没有重新办理：${after.reopenRefusal}` : done),
    onDone: onClose,
    onProblem: (problem) => markFields(form, problem),
  });
  return (
    <Modal
      open
      title={label}
      okText={label}
      cancelText="取消"
      confirmLoading={act.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>{what}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={initialOf(view, step)}
        onFinish={(values) => act.mutate({ ...bodyOf(step, values), version: view.version })}
      >
        <Fields view={view} step={step} />
      </Form>
    </Modal>
  );
}

function initialOf(view: ProceedingView, step: ProceedingStep): Values {
  const { procedure, matter, body, bodyNumber, challenged, receivedOn, lessons, rectifyWhat, rectifyDueOn } = view;
  if (step === 'edit') return { procedure, matter, body, bodyNumber, challenged, receivedOn };
  if (step === 'learn') return { lessons, rectifyWhat, rectifyDueOn };
  if (step === 'correct')
    return {
      on: view.closedOn,
      result: view.result,
      outcome: view.outcome,
      fault: view.fault,
      ordersAnew: view.ordersAnew,
    };
  return { on: todayInShanghai() };
}

/** A duty to mend needs both what and by when; the server takes them together. */
function bodyOf(step: ProceedingStep, values: Values): Values {
  const { rectifyWhat, rectifyDueOn, ...rest } = values;
  if (step !== 'close' && step !== 'correct' && step !== 'learn') return values;
  const fault = rest.result === 'corrected' || step === 'learn' ? rest.fault : null;
  const ordersAnew = rest.result === 'corrected' && Boolean(rest.ordersAnew);
  const rectify = rectifyWhat && rectifyDueOn ? { what: rectifyWhat, dueOn: rectifyDueOn } : null;
  return step === 'learn' ? { ...rest, rectify } : { ...rest, fault, ordersAnew, rectify };
}

function Fields({ view, step }: { readonly view: ProceedingView; readonly step: ProceedingStep }) {
  const today = todayInShanghai();
  switch (step) {
    case 'answer':
      return <DayField name="on" label="提交日期" min={view.receivedOn} max={today} />;
    case 'hear':
      return (
        <>
          <DayField name="on" label="日期" min={view.receivedOn} max={today} />
          <OptionalWords name="note" label="情况" most={1000} />
        </>
      );
    case 'close':
    case 'correct':
      return <ResultFields view={view} />;
    case 'learn':
      return (
        <>
          <WordsField name="lessons" label="原因分析和经验教训" most={2000} />
          <RectifyFields />
        </>
      );
    case 'rectify':
      return (
        <>
          <DayField name="on" label="完成日期" max={today} />
          <WordsField name="how" label="整改情况" most={2000} />
        </>
      );
    case 'edit':
      return (
        <>
          {view.kind === 'reconsideration' ? (
            <ChoiceField name="procedure" label="审理程序" options={optionsOf(PROCEDURES, PROCEDURE_LABELS)} />
          ) : null}
          <LineField name="matter" label="申请公开的内容" most={300} />
          <SelectField
            name="challenged"
            label="被复议、被诉的答复"
            options={optionsOf(CHALLENGED, CHALLENGED_LABELS)}
          />
          <LineField name="body" label="审理机关" most={100} />
          <LineField name="bodyNumber" label="案号" most={60} />
          <DayField name="receivedOn" label="收到副本的日期" max={today} />
        </>
      );
  }
}

function ResultFields({ view }: { readonly view: ProceedingView }) {
  const isCorrected = Form.useWatch('result') === 'corrected';
  return (
    <>
      <DayField name="on" label="决定书、裁判文书的日期" min={view.receivedOn} max={todayInShanghai()} />
      <ChoiceField name="result" label="结果" options={optionsOf(PROCEEDING_RESULTS, PROCEEDING_RESULT_LABELS)} />
      <WordsField name="outcome" label="要点" most={2000} extra="不要写申请人的姓名。" />
      {isCorrected ? (
        <>
          <SelectField name="fault" label="被纠正的原因" options={optionsOf(FAULTS, FAULT_LABELS)} />
          {view.caseId ? (
            <Form.Item name="ordersAnew" valuePropName="checked">
              <Checkbox>责令重新答复（登记后原申请重新办理，期限重新计算）</Checkbox>
            </Form.Item>
          ) : null}
          <RectifyFields />
        </>
      ) : null}
    </>
  );
}

function RectifyFields() {
  const what = Form.useWatch('rectifyWhat') as string | undefined;
  return (
    <>
      <OptionalWords name="rectifyWhat" label="整改事项" most={2000} />
      {what?.trim() ? <DayField name="rectifyDueOn" label="整改期限" /> : null}
    </>
  );
}
