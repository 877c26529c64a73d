import { Alert, Button, Form, Input, Modal, Select } from 'antd';
import type { ReactNode } from 'react';
import type { BearerKeyView } from '../../kernel/bearer-key.contract.ts';
import { call } from '../api/client.ts';
import { useAction } from '../api/use-api.ts';
import { instantText } from './day.ts';
import { ToneTag } from './tone-tag.tsx';

/** The only time that a key is shown. @param props.children how the other system uses it */
export function NewKeyNotice(props: {
  readonly of: string;
  readonly bearerKey: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}) {
  return (
    <Alert
      className="mc-gap-below"
      type="success"
      showIcon
      closable={{ onClose: props.onClose }}
      title={`“${props.of}”的密钥，只显示这一次，请交给对方系统的管理员`}
      description={
        <>
          <p>
            <code>{props.bearerKey}</code>
          </p>
          <p>{props.children}</p>
        </>
      }
    />
  );
}

/** Keys of one system, to be taken back, and others to be made. @param props.address list of the systems, asked for anew afterwards */
export function BearerKeyList<Made>(props: {
  readonly keys: readonly BearerKeyView[];
  readonly mayManage: boolean;
  readonly address: string;
  readonly issueAt: string;
  readonly revokeAt: (keyId: string) => string;
  readonly onMade: (made: Made) => void;
}) {
  const { mayManage, address } = props;
  const issue = useAction<object, Made>(() => call('POST', props.issueAt), {
    refreshes: [address],
    onDone: props.onMade,
  });
  const revoke = useAction<string, unknown>((id) => call('POST', props.revokeAt(id)), {
    refreshes: [address],
    done: '已停用密钥。',
  });
  return (
    <>
      <ul className="mc-list">
        {props.keys.map((key) => (
          <li key={key.id}>
            <div className="mc-list-line">
              <span className="mc-list-main">
                密钥 …{key.ending}{' '}
                <ToneTag tone={key.revokedAt ? 'grey' : 'green'}>{key.revokedAt ? '已停用' : '在用'}</ToneTag>
              </span>
              {mayManage && !key.revokedAt ? (
                <Button danger size="small" loading={revoke.isPending} onClick={() => revoke.mutate(key.id)}>
                  停用
                </Button>
              ) : null}
            </div>
            <div className="mc-muted mc-small">
              {key.createdBy} · {instantText(key.createdAt)} 生成
              {key.lastUsedAt ? ` · ${instantText(key.lastUsedAt)} 最近使用` : ' · 还没有使用'}
            </div>
          </li>
        ))}
      </ul>
      {mayManage ? (
        <Button loading={issue.isPending} onClick={() => issue.mutate({})}>
          再生成一个密钥
        </Button>
      ) : null}
    </>
  );
}

/** Enters a system by its name and one word about it; the answer brings its first key. */
export function SystemDialog<Made>(props: {
  /** For example 来件系统. */
  readonly what: string;
  readonly example: string;
  readonly address: string;
  readonly choice: {
    readonly name: string;
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };
  readonly onMade: (made: Made) => void;
  readonly onClose: () => void;
}) {
  const { what, choice } = props;
  const [form] = Form.useForm<Record<string, string>>();
  const create = useAction<Record<string, string>, Made>((input) => call('POST', props.address, input), {
    refreshes: [props.address],
    done: `已登记${what}。`,
    onDone: props.onMade,
  });
  return (
    <Modal
      open
      title={`登记${what}`}
      okText="登记"
      cancelText="取消"
      confirmLoading={create.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form form={form} layout="vertical" onFinish={(values) => create.mutate(values)}>
        <Form.Item
          name="name"
          label="名称"
          rules={[{ required: true, whitespace: true, min: 2, message: '请填写名称，至少 2 个字。' }]}
        >
          <Input maxLength={60} placeholder={`例如：${props.example}`} />
        </Form.Item>
        <Form.Item
          name={choice.name}
          label={choice.label}
          rules={[{ required: true, message: `请选择${choice.label}。` }]}
        >
          <Select options={[...choice.options]} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
