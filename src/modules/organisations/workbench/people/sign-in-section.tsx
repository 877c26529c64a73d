import { Alert, Button, Modal, Popconfirm, Select, Typography } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';

interface Unlinked {
  readonly items: readonly { id: string; subject: string; label: string | null; seenAt: string }[];
}

/** For the administrator: a new password, and whose an identity of the provider is. */
export function SignInSection({ personId }: { readonly personId: string }) {
  const [password, setPassword] = useState<string>();
  const reset = useAction(() => call<{ password: string }>('POST', `/api/people/${personId}/password`), {
    onDone: (answer) => setPassword(answer.password),
  });
  const ways = useApi<{ oidc: { label: string } | null }>('/api/session/ways');
  return (
    <Section title="登录">
      <Popconfirm
        title="重置密码？"
        description="原密码立即失效，该人员的登录全部退出。"
        okText="重置"
        cancelText="取消"
        onConfirm={() => reset.mutate(undefined)}
      >
        <Button loading={reset.isPending}>重置密码</Button>
      </Popconfirm>
      {ways.data?.oidc ? <IdentityLink personId={personId} /> : null}
      <Modal
        open={password !== undefined}
        title="临时密码"
        footer={<Button onClick={() => setPassword(undefined)}>我已告知本人</Button>}
        // A click beside the dialog must not throw away what is shown only once.
        mask={{ closable: false }}
        keyboard={false}
        onCancel={() => setPassword(undefined)}
      >
        <Alert type="warning" showIcon title="只显示这一次，请当面或电话告知本人。本人登录后须立即设置新密码。" />
        <Typography.Paragraph className="mc-secret" copyable>
          {password}
        </Typography.Paragraph>
      </Modal>
    </Section>
  );
}

function IdentityLink({ personId }: { readonly personId: string }) {
  const unlinked = useApi<Unlinked>('/api/unlinked-identities');
  const [chosen, setChosen] = useState<string>();
  const link = useAction((unlinkedId: string) => call('PUT', `/api/people/${personId}/identity`, { unlinkedId }), {
    refreshes: ['/api/unlinked-identities'],
    done: '统一身份已关联。',
    onDone: () => setChosen(undefined),
  });
  const unlink = useAction(() => call('DELETE', `/api/people/${personId}/identity`), { done: '统一身份已解除关联。' });
  return (
    <>
      <h3>统一身份认证</h3>
      <p className="mc-muted mc-small">本人用统一身份登录一次后，会出现在下面的待关联名单中，由您核实后关联。</p>
      <div className="mc-toolbar">
        <Select
          className="mc-grow"
          aria-label="待关联的统一身份"
          placeholder="待关联的统一身份"
          {...(chosen ? { value: chosen } : {})}
          onChange={setChosen}
          notFoundContent="暂无待关联的身份"
          options={(unlinked.data?.items ?? []).map((one) => ({
            value: one.id,
            label: `${one.label ?? one.subject}（${instantText(one.seenAt)} 登录）`,
          }))}
        />
        <Button disabled={!chosen} loading={link.isPending} onClick={() => chosen && link.mutate(chosen)}>
          关联
        </Button>
        <Button loading={unlink.isPending} onClick={() => unlink.mutate(undefined)}>
          解除关联
        </Button>
      </div>
    </>
  );
}
