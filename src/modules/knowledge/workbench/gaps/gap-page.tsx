import { Alert, Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { dayText, instantText } from '../../../../workbench/components/day.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { GapView } from '../../gaps/gaps.contract.ts';
import { LinkEntry } from '../entries/link-entry.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { GapTags } from './gap-tags.tsx';

const REFRESHES = ['/api/knowledge'];

/** One report of a counter: answered by a new entry, by one that stands, or not at all with a reason. */
export function GapPage() {
  const { gapId = '' } = useParams();
  const gap = useApi<GapView>(`/api/knowledge/gaps/${gapId}`);
  return (
    <div className="mc-page">
      <Loaded query={gap}>
        {(view) => (
          <>
            <PageHeader
              title={view.questions[0]}
              lead={`${view.receiver}反映，编号 ${view.externalNumber}，共 ${view.times} 次；${dayText(view.dueOn)} 前由${view.unit.shortName}答复入库。`}
              tags={<GapTags gap={view} />}
            />
            <Acts gap={view} />
            <Asked gap={view} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Acts({ gap }: { readonly gap: GapView }) {
  const navigate = useNavigate();
  const mayCreate = usePermissions().could('create', 'knowledgeEntry');
  const [dialog, setDialog] = useState<'decline' | 'transfer'>();
  const base = `/api/knowledge/gaps/${gap.id}`;
  const close = () => setDialog(undefined);
  const link = useAction<number>((number) => call('POST', `${base}/link`, { version: gap.version, number }), {
    refreshes: REFRESHES,
    done: '已答复，反映单位下次查询即可看到。',
  });
  const decline = useAction<string>((reason) => call('POST', `${base}/decline`, { version: gap.version, reason }), {
    refreshes: REFRESHES,
    done: '已记录，理由会告知反映单位。',
    onDone: close,
  });
  const transfer = useAction<string>((unitId) => call('POST', `${base}/transfer`, { version: gap.version, unitId }), {
    refreshes: REFRESHES,
    done: '已转给该单位，期限不变。',
    onDone: close,
  });
  if (gap.state !== 'open') return <Settled gap={gap} />;
  if (!gap.mayAnswer && !gap.mayTransfer) return null;
  return (
    <Section title="怎样处理">
      <p>
        {gap.mayAnswer && mayCreate ? (
          <Button type="primary" onClick={() => navigate(`/knowledge/new?gap=${gap.id}`)}>
            起草条目
          </Button>
        ) : null}{' '}
        {gap.mayAnswer ? <Button onClick={() => setDialog('decline')}>不列入</Button> : null}{' '}
        {gap.mayTransfer ? <Button onClick={() => setDialog('transfer')}>转给别的单位</Button> : null}
      </p>
      {gap.mayAnswer ? <LinkEntry alike={[]} isBusy={link.isPending} onLink={(number) => link.mutate(number)} /> : null}
      {dialog === 'decline' ? (
        <ReasonDialog
          title="不列入常见问题"
          extra="理由会告知反映单位。"
          isBusy={decline.isPending}
          onReason={(reason) => decline.mutate(reason)}
          onClose={close}
        />
      ) : null}
      {dialog === 'transfer' ? (
        <TransferDialog isBusy={transfer.isPending} onUnit={(unitId) => transfer.mutate(unitId)} onClose={close} />
      ) : null}
    </Section>
  );
}

function TransferDialog(props: {
  readonly isBusy: boolean;
  readonly onUnit: (unitId: string) => void;
  readonly onClose: () => void;
}) {
  const [unitId, setUnitId] = useState<string>();
  const units = useApi<{ items: readonly { id: string; name: string }[] }>('/api/units', { pageSize: 200 });
  return (
    <Modal
      open
      title="转给别的单位起草"
      okText="转给该单位"
      cancelText="取消"
      confirmLoading={props.isBusy}
      okButtonProps={{ disabled: unitId === undefined }}
      onOk={() => unitId !== undefined && props.onUnit(unitId)}
      onCancel={props.onClose}
    >
      <Select
        aria-label="起草单位"
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="选择起草单位"
        options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
        onChange={setUnitId}
      />
    </Modal>
  );
}

function Settled({ gap }: { readonly gap: GapView }) {
  const told = gap.toldAt ? `，${instantText(gap.toldAt)} 反映单位已获知` : '，反映单位还没有来查询';
  const title =
    gap.state === 'declined'
      ? `不列入：${gap.reason ?? ''}`
      : gap.state === 'answered'
        ? '已答复入库'
        : '条目正在起草、审核，公开后自动告知反映单位';
  return (
    <Alert
      className="mc-gap-below"
      type={gap.state === 'answered' ? 'success' : 'info'}
      showIcon
      title={`${title}${gap.state === 'drafting' ? '' : told}。`}
      {...(gap.publicationId ? { description: <Link to={`/publications/${gap.publicationId}`}>查看条目</Link> } : {})}
    />
  );
}

function Asked({ gap }: { readonly gap: GapView }) {
  return (
    <Section
      title="反映的问题"
      {...(gap.fromOn && gap.toOn ? { extra: `${dayText(gap.fromOn)} 至 ${dayText(gap.toOn)}` } : {})}
    >
      <ul className="mc-list">
        {gap.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      {gap.note ? <p className="mc-muted">说明：{gap.note}</p> : null}
      {gap.policy ? (
        <p>
          关于：<a href={`/documents/${gap.policy.number}`}>{gap.policy.title}</a>
        </p>
      ) : null}
    </Section>
  );
}
