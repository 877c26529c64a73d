import { Button, Typography } from 'antd';
import { useState } from 'react';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { Peers, PeerView } from '../../peers/peers.contract.ts';
import { PeerDialog } from './peer-dialog.tsx';

export function PeersPanel() {
  const peers = useApi<Peers>('/api/exchange/peers');
  const [open, setOpen] = useState<PeerView | 'new'>();
  return (
    <Loaded query={peers} rows={8}>
      {({ own, items, mayEdit }) => (
        <>
          <Section title="本平台的公钥">
            <p className="mc-muted">把下面几项通过可靠渠道（公务邮件、当面）交给对方登记；对方据此核对签名。</p>
            <dl className="mc-facts">
              <Own name="网址" value={own.address} />
              <Own name="公钥" value={own.publicKey} />
              <Own name="公钥指纹" value={fingerprint(own.keyId)} />
              {own.logKey ? <Own name="存证日志公钥" value={own.logKey} /> : null}
            </dl>
          </Section>
          <Section
            title="对接平台"
            extra={
              mayEdit ? (
                <Button type="primary" onClick={() => setOpen('new')}>
                  登记平台
                </Button>
              ) : null
            }
          >
            <DataTable<PeerView>
              label="对接平台"
              columns={columnsOf(mayEdit, setOpen)}
              rows={items}
              rowKey={(row) => row.id}
              empty={
                <EmptyState
                  what="还没有登记对接平台。"
                  next="双方先交换公钥：向上级报送的，登记上级平台；接受下级报送的，登记下级平台。"
                />
              }
            />
          </Section>
          {open ? <PeerDialog {...(open === 'new' ? {} : { peer: open })} onClose={() => setOpen(undefined)} /> : null}
        </>
      )}
    </Loaded>
  );
}

function Own({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Typography.Text copyable={{ text: value, tooltips: ['复制', '已复制'] }}>{value}</Typography.Text>
      </dd>
    </>
  );
}

function columnsOf(mayEdit: boolean, onEdit: (peer: PeerView) => void): readonly DataColumn<PeerView>[] {
  return [
    {
      key: 'name',
      title: '平台',
      card: 'title',
      render: (row) => (
        <>
          {row.name}
          <div className="mc-muted mc-small">
            {row.code} · {row.baseUrl}
          </div>
        </>
      ),
    },
    {
      key: 'direction',
      title: '方向',
      width: 160,
      render: (row) => (row.direction === 'outgoing' ? '本平台向其报送' : '其向本平台报送'),
    },
    { key: 'key', title: '公钥指纹', render: (row) => fingerprint(row.keyId) },
    {
      key: 'state',
      title: '状态',
      render: (row) => <PeerState peer={row} />,
    },
    ...(mayEdit
      ? [
          {
            key: 'act',
            title: '操作',
            width: 90,
            render: (row: PeerView) => (
              <Button size="small" onClick={() => onEdit(row)}>
                修改
              </Button>
            ),
          },
        ]
      : []),
  ];
}

function PeerState({ peer }: { readonly peer: PeerView }) {
  if (!peer.isActive) return <ToneTag tone="grey">已停用</ToneTag>;
  if (peer.failures === 0) return <ToneTag tone="green">正常</ToneTag>;
  return (
    <>
      <ToneTag tone="red">连续 {peer.failures} 次未连通</ToneTag>
      <div className="mc-muted mc-small">
        {peer.lastError} {peer.nextAttemptAt ? `${instantText(peer.nextAttemptAt)} 后再试` : ''}
      </div>
    </>
  );
}

/** In groups of four, as people read it to each other over the telephone. */
function fingerprint(keyId: string): string {
  return keyId.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
