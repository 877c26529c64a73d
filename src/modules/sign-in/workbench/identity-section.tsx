import { Button } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../workbench/api/use-api.ts';
import { instantText } from '../../../workbench/components/day.ts';
import { Loaded } from '../../../workbench/components/loaded.tsx';
import { Section } from '../../../workbench/components/section.tsx';

interface Identities {
  readonly items: readonly { issuer: string; subject: string; label: string | null; linkedAt: string }[];
}

/** Links one's own account to the unified identity, when the installation has one. */
export function IdentitySection() {
  const ways = useApi<{ oidc: { label: string } | null }>('/api/session/ways');
  const isOffered = ways.data?.oidc != null;
  const identities = useApi<Identities>(isOffered ? '/api/session/identities' : null);
  const link = useAction(() => call<{ location: string }>('POST', '/api/session/identities'), {
    onDone: ({ location }) => window.location.assign(location),
  });
  const unlink = useAction(() => call('DELETE', '/api/session/identities'), {
    refreshes: ['/api/session/identities'],
    done: '统一身份已解除关联，请重新登录。',
  });
  if (!isOffered) return null;
  return (
    <Section title="统一身份认证">
      <Loaded query={identities} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <>
              <p className="mc-muted">关联后可用统一身份登录，不必再输密码。</p>
              <Button loading={link.isPending} onClick={() => link.mutate(undefined)}>
                关联我的统一身份
              </Button>
            </>
          ) : (
            <ul className="mc-list">
              {items.map((one) => (
                <li key={one.subject} className="mc-list-line">
                  <span className="mc-list-main">
                    {one.label ?? one.subject}
                    <span className="mc-muted mc-small"> · {instantText(one.linkedAt)} 关联</span>
                  </span>
                  <Button size="small" loading={unlink.isPending} onClick={() => unlink.mutate(undefined)}>
                    解除关联
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
