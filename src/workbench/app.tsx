import { LoadingOutlined } from '@ant-design/icons';
import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createQueryClient } from './api/use-api.ts';
import { cspNonce } from './csp-nonce.ts';
import { LargeTypeProvider, useLargeType } from './large-type.tsx';
import { createWorkbenchRouter } from './router.tsx';
import { themeOf } from './theme.ts';

dayjs.locale('zh-cn');

export function WorkbenchApp() {
  return (
    <LargeTypeProvider>
      <Themed />
    </LargeTypeProvider>
  );
}

function Themed() {
  const largeType = useLargeType();
  const [queries] = useState(createQueryClient);
  const [router] = useState(createWorkbenchRouter);
  return (
    <ConfigProvider
      locale={zhCN}
      theme={themeOf(largeType.on, matchMedia('(prefers-reduced-motion: reduce)').matches)}
      csp={{ nonce: cspNonce() }}
      // The library's own spinner leaves by a transition, which quick answers skip: it would stay, and be read out, for good.
      button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined /> }}
      form={{ requiredMark: true, scrollToFirstError: { focus: true } }}
    >
      <App className="mc-app" message={{ maxCount: 3 }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
