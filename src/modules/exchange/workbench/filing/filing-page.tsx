import { Tabs } from 'antd';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { DeliveriesPanel } from './deliveries-panel.tsx';
import { PeersPanel } from './peers-panel.tsx';
import { ReceivedPanel } from './received-panel.tsx';
import { ReconciliationsPanel } from './reconciliations-panel.tsx';

/** What this installation files with others and what others file here (DOC-2, DOC-10, IX-1, IX-2). */
export function FilingPage() {
  const allowed = usePermissions();
  const { values, replaceAll } = useFilters();
  const tabs = [
    { key: 'deliveries', label: '报送清单', children: <DeliveriesPanel /> },
    ...(allowed.could('read', 'reconciliation')
      ? [{ key: 'reconciliations', label: '对账', children: <ReconciliationsPanel /> }]
      : []),
    ...(allowed.could('read', 'filing') ? [{ key: 'received', label: '收到的报送', children: <ReceivedPanel /> }] : []),
    ...(allowed.could('read', 'exchangePeer') ? [{ key: 'peers', label: '对接平台', children: <PeersPanel /> }] : []),
  ];
  return (
    <div className="mc-page">
      <PageHeader
        title="报送与对账"
        lead="已认定公开属性的公文自动报送上级政务公开平台；主动公开的，公开后随即推送全市公文库。未公开的只报登记信息，不报正文。"
      />
      <Tabs
        activeKey={values.tab ?? 'deliveries'}
        onChange={(tab) => replaceAll(tab === 'deliveries' ? {} : { tab })}
        destroyOnHidden
        items={tabs}
      />
    </div>
  );
}
