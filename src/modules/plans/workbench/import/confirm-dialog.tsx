import { Alert, Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import type { ImportDraft } from '../../import/imports.contract.ts';
import type { PlanDetail } from '../../plan/plans.contract.ts';
import { summaryOf } from './import-summary.ts';
import { unmappedNames } from './unmapped-names.ts';
import type { ImportControl } from './use-import.ts';

/** What will be in the ledger, what stands in the way, and the last word. */
export function ConfirmDialog(props: {
  readonly draft: ImportDraft;
  readonly control: ImportControl;
  readonly onClose: () => void;
  readonly onGo: (rowId: string) => void;
}) {
  const { draft, control } = props;
  const navigate = useNavigate();
  const [isPublishing, setPublishing] = useState(false);
  const summary = summaryOf(draft);
  const unmapped = unmappedNames(draft.rows).length;
  const confirm = useAction(
    () => call<PlanDetail>('POST', `${control.path}/confirm`, { version: draft.version, publish: isPublishing }),
    {
      refreshes: ['/api/plans', '/api/tasks', '/api/plan-imports', '/api/my-day'],
      done: '已入账。',
      onDone: (plan) => void navigate(`/plans/${plan.id}`),
    },
  );
  const isReady = draft.obstacles.length === 0;
  return (
    <Modal
      open
      width={640}
      title="确认入账"
      okText={isPublishing ? '入账并印发公开' : '入账'}
      cancelText="再看看"
      okButtonProps={{ disabled: !isReady, loading: confirm.isPending }}
      onOk={() => confirm.mutate(undefined)}
      onCancel={props.onClose}
    >
      {isReady ? null : (
        <Alert
          className="mc-gap-below"
          type="error"
          showIcon
          title={`还有 ${draft.obstacles.length} 处必须先处理`}
          description={
            <ul className="mc-obstacles">
              {draft.obstacles.map((obstacle) => (
                <li key={`${obstacle.rowId}${obstacle.field}${obstacle.message}`}>
                  {obstacle.message}
                  {obstacle.rowId ? (
                    <Button type="link" size="small" onClick={() => obstacle.rowId && props.onGo(obstacle.rowId)}>
                      去处理
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <p>
        <strong>{draft.head.title}</strong>
      </p>
      <dl className="mc-facts">
        {summary.map((line) => (
          <div key={line.name} className="mc-contents">
            <dt>{line.name}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
      {draft.openDoubts > 0 ? (
        <Alert
          className="mc-gap-below"
          type="warning"
          showIcon
          title={`还有 ${draft.openDoubts} 处疑问没有核对；入账后仍可在任务中修改。`}
        />
      ) : null}
      <Checkbox
        disabled={unmapped > 0}
        checked={isPublishing}
        onChange={(event) => setPublishing(event.target.checked)}
      >
        同时印发并向社会公开
      </Checkbox>
      {unmapped > 0 ? (
        <p className="mc-small">还有 {unmapped} 个单位名称没有对应，印发前须先对应；可先入账为草稿。</p>
      ) : null}
      <p className="mc-muted mc-small">不勾选则先存为草稿，只在工作台可见，以后可在工作要点页面印发。</p>
    </Modal>
  );
}
