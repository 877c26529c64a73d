import { Alert, Button, Checkbox, Popconfirm } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import type { ApiProblem } from '../../../../workbench/api/problem.ts';
import { useAction, useRefresh } from '../../../../workbench/api/use-api.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { HandOverJson } from './hand-over-json.ts';

/** The one act. What stands against it is listed, never skipped. */
export function FileSection({ view }: { readonly view: HandOverJson }) {
  const [giveRoles, setGiveRoles] = useState(true);
  const [problem, setProblem] = useState<ApiProblem>();
  const refresh = useRefresh();
  const file = useAction(() => call('POST', `/api/hand-overs/${view.id}/file`, { version: view.version, giveRoles }), {
    refreshes: ['/api/hand-overs', '/api/people', '/api/session'],
    done: '交接完成，已备案。',
    onProblem: (found) => {
      setProblem(found);
      void refresh('/api/hand-overs');
      return true;
    },
  });
  const left = view.itemCount - view.tickedCount;
  return (
    <Section title="移交并备案" className="mc-no-print">
      {problem ? (
        <Alert
          className="mc-gap-below"
          type="error"
          showIcon
          title={problem.message}
          description={
            <ul className="mc-plain">
              {problem.reasons.map((reason) => (
                <li key={reason.message}>{reason.message}</li>
              ))}
            </ul>
          }
        />
      ) : null}
      <p>
        系统内事项一次转给接手人，{view.personName}的角色和登录
        {view.reason === 'changed' ? '（本单位）' : ''}
        {view.reason === 'left' ? '立即终止，账号停用。' : '立即终止。'}
      </p>
      <p>
        <Checkbox checked={giveRoles} onChange={(event) => setGiveRoles(event.target.checked)}>
          接手人承接同样的角色（限您有权授予的角色）
        </Checkbox>
      </p>
      <Popconfirm
        title="确认移交并备案？"
        description="移交后不能撤回。"
        okText="移交并备案"
        cancelText="再看看"
        disabled={left > 0}
        onConfirm={() => file.mutate(undefined)}
      >
        <Button type="primary" loading={file.isPending} disabled={left > 0}>
          {left > 0 ? `还有 ${left} 项未确认` : '移交并备案'}
        </Button>
      </Popconfirm>
    </Section>
  );
}
