import { Form, Input, Modal, Radio, Select } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { useUnits } from '../../../organisations/workbench/words/use-units.ts';
import type { RemedyBodyInput, RemedyBodyView } from '../../remedies/remedy-bodies.contract.ts';
import { LineField, OptionalWords } from '../acts/fields.tsx';
import { markFields } from '../words/field-errors.ts';

const PATH = '/api/remedy-bodies';

/** Where people turn against the answers of one kind of units, or of one unit. */
export function RemedyDialog(props: {
  readonly body?: RemedyBodyView;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}) {
  const { body, taken, onClose } = props;
  const [form] = Form.useForm<RemedyBodyInput>();
  const units = useUnits();
  const save = useAction((input: RemedyBodyInput) => call('PUT', PATH, input), {
    refreshes: [PATH],
    done: '已保存，以后的答复书按新的设置。',
    onDone: onClose,
    onProblem: (problem) => markFields(form, problem),
  });
  const scopes = [
    { value: 'others', label: '各部门、街道和镇' },
    { value: 'government', label: '区政府' },
    ...(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: `${name}（单独设置）` })),
  ].filter(({ value }) => !taken.includes(value));
  return (
    <Modal
      open
      title={body ? '修改救济途径' : '增加救济途径'}
      okText="保存"
      cancelText="取消"
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<RemedyBodyInput>
        form={form}
        layout="vertical"
        initialValues={{ administrativeQuery: 'either', ...body }}
        onFinish={(values) =>
          save.mutate({ ...values, ...(body ? { scope: body.scope } : {}), version: body?.version ?? 0 })
        }
      >
        {body ? null : (
          <Form.Item name="scope" label="对谁的答复" rules={[{ required: true, message: '请选择。' }]}>
            <Select aria-label="对谁的答复" options={scopes} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
        )}
        <LineField name="reconsiderationBody" label="行政复议机关" most={100} />
        <LineField name="reconsiderationAddress" label="行政复议机关地址" most={200} />
        <OptionalWords name="reconsiderationPhone" label="行政复议机关电话" most={40} rows={1} />
        <Form.Item
          name="internetChannel"
          label="网上申请渠道"
          extra="通过互联网答复的，应当同时告知（《行政复议法》第二十二条）。"
          rules={[{ type: 'url', message: '请从浏览器地址栏复制完整的网址。' }]}
        >
          <Input maxLength={300} placeholder="https://" />
        </Form.Item>
        <LineField name="court" label="管辖法院" most={100} />
        <OptionalWords name="courtAddress" label="法院地址" most={200} rows={1} />
        <Form.Item
          name="administrativeQuery"
          label="行政查询事项的救济途径"
          extra="不动产、工商登记资料等的查询，法律没有明确是否复议前置，按法制机构的意见选择。"
        >
          <Radio.Group
            options={[
              { value: 'either', label: '复议或者诉讼' },
              { value: 'reconsiderationFirst', label: '先申请复议' },
            ]}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
