import { Alert, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { TARGET_CODES, TARGETS } from '../../knowledge-words.ts';
import type { NewReceiverKey, ReceiverInput, ReceiverView } from '../../sharing/sharing.contract.ts';
import { Deliveries } from './deliveries.tsx';

const RECEIVERS = '/api/knowledge/receivers';

/** 推送与对接 (KB-2, KB-3, KB-6): who takes the FAQ, by which key, and what was handed over when. */
export function SharingPage() {
  const [shown, setShown] = useState<NewReceiverKey>();
  const [isAdding, setAdding] = useState(false);
  const mayManage = usePermissions().could('manage', 'knowledgeReceiver');
  const receivers = useApi<{ items: readonly ReceiverView[] }>(RECEIVERS);
  return (
    <div className="mc-page">
      <PageHeader
        title="推送与对接"
        lead="热线、总门户、服务中心凭密钥取走已公开的常见问题，也在这里反映知识库没有的集中问题。"
        actions={
          mayManage ? (
            <Button type="primary" onClick={() => setAdding(true)}>
              登记对接系统
            </Button>
          ) : null
        }
      />
      {shown ? <KeyNotice shown={shown} onClose={() => setShown(undefined)} /> : null}
      <Loaded query={receivers}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState what="还没有对接系统。" next="登记以后把密钥交给对方，对方即可取用常见问题。" />
          ) : (
            items.map((one) => <Receiver key={one.id} receiver={one} mayManage={mayManage} onKey={setShown} />)
          )
        }
      </Loaded>
      <Deliveries />
      {isAdding ? (
        <ReceiverDialog
          onMade={(made) => {
            setShown(made);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </div>
  );
}

function KeyNotice({ shown, onClose }: { readonly shown: NewReceiverKey; readonly onClose: () => void }) {
  return (
    <Alert
      className="mc-gap-below"
      type="success"
      showIcon
      closable={{ onClose }}
      title={`“${shown.receiver.name}”的密钥，只显示这一次，请交给对方系统的管理员`}
      description={
        <>
          <p>
            <code>{shown.key}</code>
          </p>
          <p>
            取条目 <code>GET /knowledge/v1/entries</code>，反映缺口 <code>POST /knowledge/v1/gaps</code>，请求头{' '}
            <code>Authorization: Bearer 密钥</code>。
          </p>
        </>
      }
    />
  );
}

function Receiver(props: {
  readonly receiver: ReceiverView;
  readonly mayManage: boolean;
  readonly onKey: (made: NewReceiverKey) => void;
}) {
  const { receiver, mayManage } = props;
  const issue = useAction<object, NewReceiverKey>(() => call('POST', `${RECEIVERS}/${receiver.id}/keys`), {
    refreshes: [RECEIVERS],
    onDone: props.onKey,
  });
  const revoke = useAction<string, unknown>((id) => call('POST', `/api/knowledge/receiver-keys/${id}/revoke`), {
    refreshes: [RECEIVERS],
    done: '已停用密钥。',
  });
  return (
    <Section title={receiver.name} extra={TARGETS[receiver.target]}>
      <p>
        已推送 <span className="mc-number">{receiver.delivered}</span> 条次，对方确认{' '}
        <span className="mc-number">{receiver.confirmed}</span> 条次
        {receiver.lastDeliveredAt ? `，最近 ${instantText(receiver.lastDeliveredAt)}` : ''}；
        {receiver.waiting === 0 ? '已是最新。' : `还有 ${receiver.waiting} 条没有来取。`}
      </p>
      <ul className="mc-list">
        {receiver.keys.map((key) => (
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
    </Section>
  );
}

function ReceiverDialog(props: { readonly onMade: (made: NewReceiverKey) => void; readonly onClose: () => void }) {
  const [form] = Form.useForm<ReceiverInput>();
  const create = useAction<ReceiverInput, NewReceiverKey>((input) => call('POST', RECEIVERS, input), {
    refreshes: [RECEIVERS],
    done: '已登记对接系统。',
    onDone: props.onMade,
  });
  return (
    <Modal
      open
      title="登记对接系统"
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
          <Input maxLength={60} placeholder="例如：市12345热线知识库" />
        </Form.Item>
        <Form.Item name="target" label="渠道" rules={[{ required: true, message: '请选择渠道。' }]}>
          <Select options={TARGET_CODES.map((target) => ({ value: target, label: TARGETS[target] }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
