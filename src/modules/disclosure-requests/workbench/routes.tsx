import { FileSearchOutlined, FireOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';
import { letterPages } from './letters/routes.tsx';
import { proceedingPages } from './proceedings/routes.tsx';

const needs = { kind: 'case', action: 'read' } as const;

/** What people ask to see, and who owes them a decision by when. */
export const requestRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'disclosure-requests',
    title: '申请办理',
    page: async () => ({ Page: (await import('./list/requests-page.tsx')).RequestsPage }),
    needs,
    menu: { group: 'requests', icon: <FileSearchOutlined />, order: 1 },
  },
  {
    path: 'disclosure-requests/new',
    title: '登记申请',
    page: async () => ({ Page: (await import('./register/register-page.tsx')).RegisterPage }),
    needs: { kind: 'case', action: 'register' },
    parent: 'disclosure-requests',
  },
  {
    path: 'disclosure-requests/:requestId',
    title: '申请案卷',
    page: async () => ({ Page: (await import('./file/request-page.tsx')).RequestPage }),
    needs,
    parent: 'disclosure-requests',
  },
  {
    path: 'request-hot-spots',
    title: '热点分析',
    page: async () => ({ Page: (await import('./hot-spots/hot-spots-page.tsx')).HotSpotsPage }),
    needs,
    menu: { group: 'requests', icon: <FireOutlined />, order: 2 },
  },
  {
    path: 'request-checks',
    title: '申请办理质量',
    page: async () => ({ Page: (await import('./checks/checks-page.tsx')).ChecksPage }),
    needs,
    parent: 'disclosure-requests',
  },
  ...proceedingPages,
  ...letterPages,
];
