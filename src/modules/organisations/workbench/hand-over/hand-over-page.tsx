import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Popconfirm, Progress, Steps } from 'antd';
import { useParams } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { ROLE_NAMES } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { dayText, instantText } from '../../../../workbench/components/day.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { HAND_OVER_REASON_LABELS, type HandOverView } from '../../hand-over.contract.ts';
import { useUnitNames } from '../words/use-units.ts';
import { AddLine } from './add-line.tsx';
import { FileSection } from './file-section.tsx';
import type { HandOverJson, ItemJson } from './hand-over-json.ts';
import { FilingTag } from './hand-overs-page.tsx';
import { ItemLine } from './item-line.tsx';

/** The list is gone through item by item; the last step moves everything as one act and files it. */
export function HandOverPage() {
  const { handOverId = '' } = useParams();
  const handOver = useApi<HandOverJson>(`/api/hand-overs/${handOverId}`);
  return (
    <div className="mc-page">
      <Loaded query={handOver} rows={10}>
        {(view) => <HandOverBody view={view} />}
      </Loaded>
    </div>
  );
}

function HandOverBody({ view }: { readonly view: HandOverJson }) {
  const isDraft = view.state === 'draft';
  const step = isDraft ? (view.tickedCount < view.itemCount ? 1 : 2) : 3;
  return (
    <>
      <PageHeader
        title={`${view.personName} → ${view.successorName}`}
        tags={<FilingTag row={view as unknown as HandOverView} />}
        actions={isDraft ? <DraftActions id={view.id} /> : <PrintButton />}
      />
      {isDraft ? (
        <Steps
          className="mc-gap-below mc-no-print"
          size="small"
          current={step}
          items={[{ title: '生成清单' }, { title: '逐项确认' }, { title: '一次移交并备案' }]}
        />
      ) : null}
      <Facts view={view} />
      {groupsOf(view.items).map(([title, items]) => (
        <Section key={title} title={title} extra={<ItemProgress items={items} />}>
          <ul className="mc-list">
            {items.map((item) => (
              <ItemLine key={item.id} handOver={view} item={item} />
            ))}
          </ul>
        </Section>
      ))}
      {isDraft ? (
        <>
          <AddLine id={view.id} />
          <FileSection view={view} />
        </>
      ) : null}
    </>
  );
}

function Facts({ view }: { readonly view: HandOverJson }) {
  const unitName = useUnitNames();
  const roles = (held: HandOverJson['rolesEnded']) =>
    held.map((one) => `${unitName(one.unitId)}${ROLE_NAMES[one.role]}`).join('、');
  return (
    <Section title="交接情况">
      <dl className="mc-facts">
        <dt>单位</dt>
        <dd>{unitName(view.unitId)}</dd>
        <dt>变动</dt>
        <dd>
          {dayText(view.changedOn)}，{HAND_OVER_REASON_LABELS[view.reason]}
        </dd>
        {view.note ? (
          <>
            <dt>说明</dt>
            <dd className="mc-pre">{view.note}</dd>
          </>
        ) : null}
        {view.state === 'filed' ? (
          <>
            <dt>备案</dt>
            <dd>
              {view.filingNumber}，{instantText(view.filedAt)}，共 {view.itemCount} 项
            </dd>
            <dt>终止的角色</dt>
            <dd>{roles(view.rolesEnded) || '无'}</dd>
            <dt>接手人新增角色</dt>
            <dd>{roles(view.rolesGiven) || '无'}</dd>
          </>
        ) : null}
      </dl>
      {view.state === 'cancelled' ? <Alert type="info" showIcon title="这份交接已撤销，没有移交任何事项。" /> : null}
    </Section>
  );
}

function ItemProgress({ items }: { readonly items: readonly ItemJson[] }) {
  const done = items.filter((item) => item.tickedAt !== null).length;
  return (
    <span className="mc-progress">
      <Progress percent={Math.round((done / items.length) * 100)} size="small" showInfo={false} aria-hidden />
      已确认 {done} / {items.length}
    </span>
  );
}

function DraftActions({ id }: { readonly id: string }) {
  const refresh = useAction(() => call('POST', `/api/hand-overs/${id}/refresh`), {
    refreshes: ['/api/hand-overs'],
    done: '清单已按最新情况更新。',
  });
  const cancel = useAction(() => call('DELETE', `/api/hand-overs/${id}`), {
    refreshes: ['/api/hand-overs'],
    done: '交接已撤销。',
  });
  return (
    <>
      <Button loading={refresh.isPending} onClick={() => refresh.mutate(undefined)}>
        更新清单
      </Button>
      <PrintButton />
      <Popconfirm
        title="撤销这份交接？"
        description="不会移交任何事项，清单保留备查。"
        okText="撤销"
        cancelText="取消"
        onConfirm={() => cancel.mutate(undefined)}
      >
        <Button danger>撤销</Button>
      </Popconfirm>
    </>
  );
}

function PrintButton() {
  return (
    <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
      打印
    </Button>
  );
}

function groupsOf(items: readonly ItemJson[]): [string, ItemJson[]][] {
  const groups = new Map<string, ItemJson[]>();
  for (const item of items) groups.set(item.providerTitle, [...(groups.get(item.providerTitle) ?? []), item]);
  return [...groups];
}
