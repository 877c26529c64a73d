import { Button } from 'antd';
import { useState } from 'react';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { BearerKeyList, NewKeyNotice, SystemDialog } from '../../../../workbench/components/bearer-keys.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { TARGET_CODES, TARGETS } from '../../knowledge-words.ts';
import type { NewReceiverKey, ReceiverView } from '../../sharing/sharing.contract.ts';
import { Deliveries } from './deliveries.tsx';

const RECEIVERS = '/api/knowledge/receivers';
const TARGET_OPTIONS = TARGET_CODES.map((target) => ({ value: target, label: TARGETS[target] }));

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
      {shown ? (
        <NewKeyNotice of={shown.receiver.name} bearerKey={shown.key} onClose={() => setShown(undefined)}>
          取条目 <code>GET /knowledge/v1/entries</code>，反映缺口 <code>POST /knowledge/v1/gaps</code>，请求头{' '}
          <code>Authorization: Bearer 密钥</code>。
        </NewKeyNotice>
      ) : null}
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
        <SystemDialog<NewReceiverKey>
          what="对接系统"
          example="市12345热线知识库"
          address={RECEIVERS}
          choice={{ name: 'target', label: '渠道', options: TARGET_OPTIONS }}
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

function Receiver(props: {
  readonly receiver: ReceiverView;
  readonly mayManage: boolean;
  readonly onKey: (made: NewReceiverKey) => void;
}) {
  const { receiver } = props;
  return (
    <Section title={receiver.name} extra={TARGETS[receiver.target]}>
      <p>
        已推送 <span className="mc-number">{receiver.delivered}</span> 条次，对方确认{' '}
        <span className="mc-number">{receiver.confirmed}</span> 条次
        {receiver.lastDeliveredAt ? `，最近 ${instantText(receiver.lastDeliveredAt)}` : ''}；
        {receiver.waiting === 0 ? '已是最新。' : `还有 ${receiver.waiting} 条没有来取。`}
      </p>
      <BearerKeyList<NewReceiverKey>
        keys={receiver.keys}
        mayManage={props.mayManage}
        address={RECEIVERS}
        issueAt={`${RECEIVERS}/${receiver.id}/keys`}
        revokeAt={(keyId) => `/api/knowledge/receiver-keys/${keyId}/revoke`}
        onMade={props.onKey}
      />
    </Section>
  );
}
