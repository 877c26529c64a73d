import { Button } from 'antd';
import type { z } from 'zod';
import { call } from '../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../workbench/api/use-api.ts';
import { instantText } from '../../../workbench/components/day.ts';
import { Loaded } from '../../../workbench/components/loaded.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import { ToneTag } from '../../../workbench/components/tone-tag.tsx';
import type { OwnSessions } from '../sign-in.contract.ts';

type Row = Omit<z.infer<typeof OwnSessions>['items'][number], 'createdAt' | 'seenAt'> & {
  createdAt: string;
  seenAt: string;
};

/** Where one is signed in; a device one does not know can be put out at once. */
export function SessionsSection() {
  const sessions = useApi<{ items: Row[] }>('/api/session/list');
  const close = useAction((id: string) => call('DELETE', `/api/session/list/${id}`), {
    refreshes: ['/api/session/list'],
    done: '该设备上的登录已退出。',
  });
  return (
    <Section title="已登录的设备">
      <p className="mc-muted mc-small">30 分钟不操作或满 12 小时自动退出。有不认识的设备请退出它并立即改密码。</p>
      <Loaded query={sessions} rows={2}>
        {({ items }) => (
          <ul className="mc-list">
            {items.map((row) => (
              <li key={row.id} className="mc-list-line">
                <div className="mc-list-main">
                  {row.device} {row.current ? <ToneTag tone="green">本机</ToneTag> : null}
                  <div className="mc-muted mc-small">
                    {row.method === 'oidc' ? '统一身份' : '密码'}登录于 {instantText(row.createdAt)}，最近使用{' '}
                    {instantText(row.seenAt)}
                  </div>
                </div>
                {row.current ? null : (
                  <Button size="small" loading={close.isPending} onClick={() => close.mutate(row.id)}>
                    退出
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
