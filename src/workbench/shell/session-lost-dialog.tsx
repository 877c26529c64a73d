import { useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { onSessionLost } from '../api/client.ts';
import { SESSION_KEY, type Session } from '../api/session.ts';
import { SignInForm } from './sign-in-form.tsx';

/**
 * When a call finds the session gone, the person signs in again here, over the open page; the calls that waited are then repeated
 * and nothing typed is lost. Another person signing in reloads the page instead.
 */
export function SessionLostDialog({ session }: { readonly session: Session }) {
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    onSessionLost(() => {
      setOpen(true);
      return new Promise<void>((resolve) => waiting.current.push(resolve));
    });
    return () => onSessionLost(undefined);
  }, []);
  const signedIn = (next: Session): void => {
    if (next.person.id !== session.person.id) {
      window.location.assign('/workbench/');
      return;
    }
    queries.setQueryData(SESSION_KEY, next);
    setOpen(false);
    for (const resolve of waiting.current.splice(0)) resolve();
  };
  return (
    <Modal
      open={isOpen}
      title="登录已过期，请重新登录"
      footer={null}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
    >
      <p className="mc-muted">您填写的内容仍在页面上，登录后会继续刚才的操作。</p>
      {isOpen ? <SignInForm account={session.person.account} onSignedIn={signedIn} /> : null}
    </Modal>
  );
}
