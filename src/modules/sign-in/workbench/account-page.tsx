import { Alert } from 'antd';
import type { SessionGrant } from '../../../workbench/api/session.ts';
import { ROLE_NAMES, useSession } from '../../../workbench/api/session.ts';
import { useApi } from '../../../workbench/api/use-api.ts';
import { PageHeader } from '../../../workbench/components/page-header.tsx';
import { Section } from '../../../workbench/components/section.tsx';
import type { SessionView } from '../sign-in.contract.ts';
import { IdentitySection } from './identity-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** One's own account: who one is here, the password, where one is signed in. */
export function AccountPage() {
  const session = useSession();
  const own = useApi<SessionView>('/api/session');
  const notice = own.data?.passwordNotice ?? null;
  return (
    <div className="mc-page">
      <PageHeader title="我的账号" lead="单位、角色有误请联系本单位联络员或主管部门。" />
      {notice ? <Alert className="mc-gap-below" type="warning" showIcon title={notice} /> : null}
      <div className="mc-columns">
        <div className="mc-span-6">
          <Section title="基本情况">
            <dl className="mc-facts">
              <dt>姓名</dt>
              <dd>{session.person.name}</dd>
              <dt>账号</dt>
              <dd>{own.data?.person.account ?? ''}</dd>
              <dt>邮箱</dt>
              <dd>{session.person.email ?? '未填写，收不到邮件提醒'}</dd>
              <dt>角色</dt>
              <dd>{rolesText(session.grants)}</dd>
            </dl>
          </Section>
          {session.mustChangePassword ? null : <SessionsSection />}
        </div>
        <div className="mc-span-6">
          <PasswordSection />
          <IdentitySection />
        </div>
      </div>
    </div>
  );
}

function rolesText(grants: readonly SessionGrant[]): string {
  return grants.map((grant) => `${grant.unitShortName}${ROLE_NAMES[grant.role]}`).join('、') || '没有角色';
}
