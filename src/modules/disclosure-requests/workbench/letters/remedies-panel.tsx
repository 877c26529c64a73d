import { Button, Space } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import type { DataColumn } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { KeptList } from '../../../../workbench/components/kept-list.tsx';
import { useUnits } from '../../../organisations/workbench/words/use-units.ts';
import type { RemedyBodyView } from '../../remedies/remedy-bodies.contract.ts';
import { RemedyDialog } from './remedy-dialog.tsx';

const PATH = '/api/remedy-bodies';
const GENERAL: Readonly<Record<string, string>> = { government: '区政府的答复', others: '各部门、街道和镇的答复' };

/** Reconsideration bodies and courts by whose answer it is (reconsideration law arts 22, 24). */
export function RemediesPanel() {
  const bodies = useApi<readonly RemedyBodyView[]>(PATH);
  const units = useUnits();
  const mayEdit = usePermissions().could('manage', 'remedyBody');
  const drop = useAction(
    ({ scope, version }: RemedyBodyView) => call('DELETE', `${PATH}/${scope}?version=${version}`),
    { refreshes: [PATH], done: '已删除，该单位改用本类单位的设置。' },
  );
  if (bodies.error) throw bodies.error;
  const nameOf = (scope: string) =>
    GENERAL[scope] ?? units.data?.items.find(({ id }) => id === scope)?.name ?? '已撤销的单位';
  const missing = Object.keys(GENERAL).filter((scope) => !bodies.data?.some((one) => one.scope === scope));
  const columns: readonly DataColumn<RemedyBodyView>[] = [
    { key: 'scope', title: '对谁的答复', card: 'title', width: 190, render: (row) => nameOf(row.scope) },
    {
      key: 'body',
      title: '行政复议机关',
      render: (row) => (
        <>
          {row.reconsiderationBody}
          <div className="mc-muted mc-small">
            {[row.reconsiderationAddress, row.reconsiderationPhone].filter(Boolean).join(' · ')}
          </div>
        </>
      ),
    },
    {
      key: 'internet',
      title: '网上申请渠道',
      render: (row) => row.internetChannel ?? <span className="mc-muted">没有设置，通过互联网答复前应当设置</span>,
    },
    { key: 'court', title: '管辖法院', width: 200, render: (row) => row.court },
  ];
  return (
    <KeptList<RemedyBodyView>
      label="救济途径"
      lead={`答复书中的复议、诉讼途径按单位从这里取。${bodies.data && missing.length > 0 ? `还没有设置：${missing.map(nameOf).join('、')}。` : ''}`}
      addText="增加设置"
      mayEdit={mayEdit}
      columns={columns}
      rows={bodies.data}
      rowKey={(row) => row.scope}
      empty={<EmptyState what="还没有设置行政复议机关和管辖法院。" next="没有设置的，答复书不能提交审核。" />}
      actsWidth={150}
      acts={(row, open) => (
        <Space>
          <Button size="small" onClick={open} aria-label={`修改${nameOf(row.scope)}`}>
            修改
          </Button>
          {GENERAL[row.scope] ? null : (
            <Button size="small" onClick={() => drop.mutate(row)} aria-label={`删除${nameOf(row.scope)}`}>
              删除
            </Button>
          )}
        </Space>
      )}
      dialog={(row, close) => (
        <RemedyDialog
          {...(row ? { body: row } : {})}
          taken={(bodies.data ?? []).map(({ scope }) => scope)}
          onClose={close}
        />
      )}
    />
  );
}
