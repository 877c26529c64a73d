import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { SESSION_KEY, useSessionQuery } from '../api/session.ts';
import { Mark } from './mark.tsx';
import { PageLoading } from './page-loading.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Whoever is signed in already is led on to where he wanted to go. */
export function SignInPage() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const returnTo = safePath(search.get('returnTo'));
  useEffect(() => {
    document.title = '登录 · 明窗工作台';
  }, []);
  const session = useSessionQuery();
  // Whether somebody is signed in may be unknown: when the question fails, the form is still the way in.
  if (session.data) return <Navigate to={session.data.mustChangePassword ? '/account' : returnTo} replace />;
  if (session.isPending) return <PageLoading />;
  return (
    <main className="mc-sign-in">
      <div className="mc-sign-in-panel">
        <div className="mc-sign-in-brand">
          <Mark size={40} />
          <div>
            <h1>明窗工作台</h1>
            <p>政务公开工作要点的落实与核验</p>
          </div>
        </div>
        <SignInForm
          returnTo={`/workbench${returnTo}`}
          onSignedIn={(session) => {
            queries.setQueryData(SESSION_KEY, session);
            void navigate(session.mustChangePassword ? '/account' : returnTo, { replace: true });
          }}
        />
        <p className="mc-sign-in-foot">
          账号由本单位联络员或主管部门开通；忘记密码请联系他们重置。<a href="/">返回公众门户</a>
        </p>
      </div>
    </main>
  );
}

/** Only a path of this workbench, never another site. */
function safePath(wanted: string | null): string {
  return wanted?.startsWith('/') && !wanted.startsWith('//') && !wanted.includes('\\') ? wanted : '/';
}
