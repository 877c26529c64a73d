import { Form, Input, InputNumber, Modal, Radio, Switch } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import type { PeerInput, PeerView } from '../../peers/peers.contract.ts';

const REQUIRED = (message: string) => [{ required: true, message }];

/** Registers another installation, or mends what is registered; code and direction stay once they are chosen. */
export function PeerDialog({ peer, onClose }: { readonly peer?: PeerView; readonly onClose: () => void }) {
  const [form] = Form.useForm<PeerInput>();
  const save = useAction(
    (input: PeerInput) =>
      peer
        ? call('PUT', `/api/exchange/peers/${peer.id}`, { ...input, version: peer.version })
        : call('POST', '/api/exchange/peers', input),
    {
      refreshes: ['/api/exchange'],
      done: '已保存。',
      onDone: onClose,
      onProblem: (problem) => {
        const named = problem.reasons.filter((reason) => reason.field !== '');
        form.setFields(named.map(({ field, message }) => ({ name: field as keyof PeerInput, errors: [message] })));
        return named.length > 0;
      },
    },
  );
  const initial: Partial<PeerInput> = peer
    ? { ...peer }
    : { direction: 'outgoing', alarmHours: 24, isActive: true, logKey: null };
  return (
    <Modal
      open
      width={640}
      title={peer ? `修改“${peer.name}”` : '登记对接平台'}
      okText="保存"
      cancelText="取消"
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<PeerInput>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={(values) => save.mutate({ ...initial, ...values, logKey: values.logKey || null } as PeerInput)}
      >
        <Form.Item name="direction" label="报送方向">
          <Radio.Group
            disabled={peer !== undefined}
            options={[
              { value: 'outgoing', label: '本平台向其报送' },
              { value: 'incoming', label: '其向本平台报送' },
            ]}
          />
        </Form.Item>
        <Form.Item name="name" label="名称" rules={REQUIRED('请填写名称。')}>
          <Input maxLength={60} placeholder="例如：市政务公开平台" />
        </Form.Item>
        <Form.Item
          name="code"
          label="代码"
          rules={REQUIRED('请填写代码。')}
          extra="小写字母、数字和连字符，用在公文库的网址里，登记后不能修改。"
        >
          <Input maxLength={40} disabled={peer !== undefined} placeholder="例如：minghu" />
        </Form.Item>
        <Form.Item
          name="baseUrl"
          label="网址"
          rules={REQUIRED('请填写网址。')}
          extra="只写到主机和端口。本平台只访问这一网址，不跟随跳转。"
        >
          <Input maxLength={200} placeholder="https://zwgk.example.gov.cn" />
        </Form.Item>
        <Form.Item
          name="publicKey"
          label="对方公钥"
          rules={REQUIRED('请填写对方公钥。')}
          extra="从对方“报送与对账”的“对接平台”页复制，登记后请双方核对指纹。"
        >
          <Input maxLength={44} />
        </Form.Item>
        <Form.Item
          name="logKey"
          label="对方存证日志公钥（可不填）"
          extra="接受报送时填写：对方公开的每份公文须附存证凭证，核对不上的予以退回。"
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="alarmHours" label="超过多少小时没有回执算超时">
          <InputNumber min={1} max={8760} precision={0} />
        </Form.Item>
        <Form.Item name="isActive" label="启用" valuePropName="checked">
          <Switch checkedChildren="启用" unCheckedChildren="停用" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
