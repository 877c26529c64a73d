import { Form, Modal } from 'antd';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { markFields } from '../words/field-errors.ts';
import { useRequestAct } from '../words/use-request.ts';
import { initialOf, StepFields } from './step-fields.tsx';
import { STEP_SPECS, type Step } from './steps.ts';

/** One dialog for each step; what was typed stays when the server refuses or somebody else was first. */
export function StepDialog(props: { readonly view: RequestView; readonly step: Step; readonly onClose: () => void }) {
  const { view, step } = props;
  const { label, tail, done, what, isNote } = STEP_SPECS[step];
  const [form] = Form.useForm<Record<string, unknown>>();
  const act = useRequestAct<Record<string, unknown>>(view.case.id, tail, {
    done,
    onDone: props.onClose,
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
      onCancel={props.onClose}
    >
      <p>{what}</p>
      <Form
        form={form}
        name={step}
        layout="vertical"
        initialValues={initialOf(view, step)}
        onFinish={(values) => act.mutate(isNote ? values : { ...values, version: view.case.version })}
      >
        <StepFields view={view} step={step} />
      </Form>
    </Modal>
  );
}
