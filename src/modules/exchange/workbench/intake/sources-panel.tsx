import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { IntakeSource, NewIntakeKey } from '../../intake/intake.contract.ts';
import { KeyDialog } from './key-dialog.tsx';
import { SourceDialog } from './source-dialog.tsx';

const PATH = '/api/exchange/intake/sources';

export function SourcesPanel() {
  const mayManage = usePermissions().could('manage', 'intake');
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<NewIntakeKey>();
  const sources = useApi<{ items: readonly IntakeSource[] }>(PATH);
  if (sources.error) throw sources.error;
  const items = (sources.data?.items ?? []).filter((source) => source.way === 'interface');
  return (
    <>
      {mayManage ? (
        <p>
          <Button type="primary" onClick={() => setAdding(true)}>
            登记来文系统
          </Button>
        </p>
      ) : null}
      {sources.data && items.length === 0 ? (
        <EmptyState
          what="还没有登记来文系统。"
          next={mayManage ? '登记后会得到一个密钥，交给该系统的维护单位配置。' : '请联系政务公开主管部门登记。'}
        />
      ) : null}
      {items.map((source) => (
        <SourceSection key={source.id} source={source} mayManage={mayManage} onKey={setShown} />
      ))}
      {adding ? (
        <SourceDialog
          onClose={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false);
            setShown(made);
          }}
        />
      ) : null}
      {shown ? <KeyDialog made={shown} onClose={() => setShown(undefined)} /> : null}
    </>
  );
}

function SourceSection(props: {
  readonly source: IntakeSource;
  readonly mayManage: boolean;
  readonly onKey: (made: NewIntakeKey) => void;
}) {
  const { source, mayManage } = props;
  const issue = useAction((id: string) => call<NewIntakeKey>('POST', `${PATH}/${id}/keys`), {
    refreshes: [PATH],
    onDone: props.onKey,
  });
  return (
    <Section
      title={source.name}
      extra={
        mayManage ? (
          <Button loading={issue.isPending} onClick={() => issue.mutate(source.id)}>
            再生成一个密钥
          </Button>
        ) : null
      }
    >
      <p>可以为下列单位报送：{source.units.map((unit) => unit.shortName).join('、')}。</p>
      <ul className="mc-intake-keys">
        {source.keys.map((key) => (
          <li key={key.id}>
            <KeyLine value={key} mayManage={mayManage} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function KeyLine({ value, mayManage }: { readonly value: IntakeSource['keys'][number]; readonly mayManage: boolean }) {
  const revoke = useAction((id: string) => call('POST', `/api/exchange/intake/keys/${id}/revoke`), {
    refreshes: [PATH],
    done: '密钥已停用，用它的报送会立即被拒绝。',
  });
  return (
    <>
      <span>
        密钥尾号 <code>{value.ending}</code>{' '}
        {value.revokedAt ? <ToneTag tone="grey">已停用</ToneTag> : <ToneTag tone="green">可用</ToneTag>}
        <span className="mc-muted">
          {' '}
          {value.createdBy} {instantText(value.createdAt)} 生成；
          {value.lastUsedAt ? `最近使用 ${instantText(value.lastUsedAt)}` : '还没有用过'}
          {value.revokedAt ? `；${value.revokedBy ?? ''} ${instantText(value.revokedAt)} 停用` : ''}
        </span>
      </span>
      {mayManage && !value.revokedAt ? (
        <Popconfirm
          title={`停用尾号 ${value.ending} 的密钥？`}
          description="停用后不能恢复；请先确认来文系统已换用新的密钥。"
          okText="停用"
          cancelText="取消"
          onConfirm={() => revoke.mutate(value.id)}
        >
          <Button size="small" danger loading={revoke.isPending} aria-label={`停用尾号 ${value.ending} 的密钥`}>
            停用
          </Button>
        </Popconfirm>
      ) : null}
    </>
  );
}
