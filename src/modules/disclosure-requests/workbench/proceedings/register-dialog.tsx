import { Form, Modal, Select } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { holds, unitsOf, useSession } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import type { RequestPage } from '../../disclosure-requests.contract.ts';
import {
  CHALLENGED,
  CHALLENGED_LABELS,
  PROCEDURE_LABELS,
  PROCEDURES,
  PROCEEDING_KIND_LABELS,
  PROCEEDING_KINDS,
} from '../../proceedings/proceeding-words.ts';
import type { ProceedingPage, ProceedingView, RegisterInput } from '../../proceedings/proceedings.contract.ts';
import { ChoiceField, DayField, LineField, optionsOf, SelectField } from '../acts/fields.tsx';
import { markFields } from '../words/field-errors.ts';

/** A proceeding that reached a unit; its request is chosen from those of the unit, or described when it is older than the program. */
export function RegisterDialog(props: {
  readonly onClose: () => void;
  readonly onDone: (made: ProceedingView) => void;
}) {
  const session = useSession();
  const [form] = Form.useForm<RegisterInput>();
  const own = unitsOf(session, 'officer', 'handler').map(({ id }) => id);
  const [unitId, kind, caseId] = [
    Form.useWatch('unitId', form) ?? own[0],
    Form.useWatch('kind', form) ?? 'reconsideration',
    Form.useWatch('caseId', form),
  ];
  const requests = useApi<RequestPage>(unitId ? '/api/disclosure-requests' : null, {
    unitId,
    open: 'false',
    pageSize: 200,
  });
  const earlier = useApi<ProceedingPage>(unitId && kind === 'suitAfterReconsideration' ? '/api/proceedings' : null, {
    unitId,
    group: 'reconsiderations',
    pageSize: 200,
    ...(caseId ? { caseId } : {}),
  });
  const register = useAction((input: RegisterInput) => call<ProceedingView>('POST', '/api/proceedings', input), {
    refreshes: ['/api/proceedings', '/api/disclosure-requests'],
    done: '已登记。',
    onDone: props.onDone,
    onProblem: (problem) => markFields(form, problem),
  });
  const seesAll = holds(session, 'supervisor');
  return (
    <Modal
      open
      title="登记复议诉讼案件"
      okText="登记"
      cancelText="取消"
      confirmLoading={register.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form<RegisterInput>
        form={form}
        layout="vertical"
        initialValues={{
          kind: 'reconsideration',
          procedure: 'ordinary',
          unitId: own[0],
          receivedOn: todayInShanghai(),
        }}
        onFinish={(values) =>
          register.mutate({ ...values, caseId: values.caseId ?? null, earlierId: values.earlierId ?? null })
        }
      >
        <ChoiceField name="kind" label="类别" options={optionsOf(PROCEEDING_KINDS, PROCEEDING_KIND_LABELS)} />
        {kind === 'reconsideration' ? (
          <ChoiceField
            name="procedure"
            label="审理程序"
            extra="简易程序 5 个工作日、普通程序 10 个工作日内提交答复书。"
            options={optionsOf(PROCEDURES, PROCEDURE_LABELS)}
          />
        ) : null}
        <Form.Item name="unitId" label="被申请人（被告）" rules={[{ required: true, message: '请选择单位。' }]}>
          <UnitSelect label="被申请人（被告）" {...(seesAll ? {} : { among: own })} />
        </Form.Item>
        <Form.Item name="caseId" label="所涉及的申请" extra="本系统启用以前答复的申请不用选择。">
          <Select
            aria-label="所涉及的申请"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={(requests.data?.items ?? []).map(({ id, title, number }) => ({
              value: id,
              label: `${title}（${number}）`,
            }))}
            onChange={(id: string | undefined) => {
              const chosen = requests.data?.items.find((one) => one.id === id);
              if (chosen) form.setFieldsValue({ matter: chosen.title });
            }}
          />
        </Form.Item>
        <LineField name="matter" label="申请公开的内容" most={300} extra="不要写申请人的姓名。" />
        {kind === 'suitAfterReconsideration' ? (
          <Form.Item name="earlierId" label="在前的行政复议" extra="没有在本系统登记的不用选择。">
            <Select
              aria-label="在前的行政复议"
              allowClear
              options={(earlier.data?.items ?? []).map(({ id, body, bodyNumber }) => ({
                value: id,
                label: `${body} ${bodyNumber}`,
              }))}
            />
          </Form.Item>
        ) : null}
        <SelectField name="challenged" label="被复议、被诉的答复" options={optionsOf(CHALLENGED, CHALLENGED_LABELS)} />
        <LineField name="body" label={kind === 'reconsideration' ? '行政复议机关' : '人民法院'} most={100} />
        <LineField name="bodyNumber" label="案号" most={60} />
        <DayField name="receivedOn" label="收到副本的日期" max={todayInShanghai()} extra="答复期限自次日起计算。" />
      </Form>
    </Modal>
  );
}
