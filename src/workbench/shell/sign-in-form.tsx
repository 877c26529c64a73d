import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Divider, Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { ApiProblem, sentenceOf } from '../api/problem.ts';
import { type Session, signIn } from '../api/session.ts';

interface Credentials {
  readonly account: string;
  readonly password: string;
}

/** Account and password, and the unified identity provider when one is configured. */
export function SignInForm(props: {
  readonly onSignedIn: (session: Session) => void;
  readonly account?: string;
  /** Where to come back to after the identity provider, a path below the origin. */
  readonly returnTo?: string;
}) {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (values: Credentials): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      props.onSignedIn(await signIn(values.account.trim(), values.password));
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {problem ? <Alert className="mc-gap-below" type="error" showIcon title={problem} role="alert" /> : null}
      <Form<Credentials>
        layout="vertical"
        size="large"
        onFinish={submit}
        initialValues={{ account: props.account ?? '' }}
        requiredMark={false}
      >
        <Form.Item name="account" label="账号" rules={[{ required: true, message: '请填写账号。' }]}>
          <Input autoComplete="username" autoFocus={!props.account} />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码。' }]}>
          <Input.Password autoComplete="current-password" autoFocus={Boolean(props.account)} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={isBusy}>
          登录
        </Button>
      </Form>
      <UnifiedIdentity returnTo={props.returnTo ?? '/workbench/'} />
    </>
  );
}

/** Ways to sign in that this installation offers. */
interface SignInWays {
  readonly oidc: { readonly label: string } | null;
}

function UnifiedIdentity({ returnTo }: { readonly returnTo: string }) {
  const ways = useQuery<SignInWays | null>({ queryKey: ['sign-in-ways'], queryFn: readWays, retry: false });
  if (!ways.data?.oidc) return null;
  return (
    <>
      <Divider plain>或</Divider>
      <Button block size="large" href={`/api/session/oidc?returnTo=${encodeURIComponent(returnTo)}`}>
        {ways.data.oidc.label}
      </Button>
    </>
  );
}

async function readWays(): Promise<SignInWays | null> {
  try {
    return await call<SignInWays>('GET', '/api/session/ways');
  } catch (error) {
    if (error instanceof ApiProblem) return null;
    throw error;
  }
}
