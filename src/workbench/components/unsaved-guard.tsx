import { Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

/** Asks before a page with unsaved content is left, by link or by closing the window. */
export function UnsavedGuard({ when }: { readonly when: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!when) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [when]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title="有内容还没有提交"
      okText="留在本页"
      cancelText="离开"
      onOk={() => blocker.reset?.()}
      onCancel={() => blocker.proceed?.()}
      closable={false}
      mask={{ closable: false }}
    >
      离开后，草稿保留在本机 30 天，下次打开本页可继续填写，但其他人看不到。
    </Modal>
  );
}
