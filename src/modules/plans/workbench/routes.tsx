import { HomeOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

/** Pages of the plan and its ledger. */
export const planRoutes: readonly WorkbenchRoute[] = [
  {
    path: '',
    title: '首页',
    page: async () => ({ Page: (await import('./home/home-page.tsx')).HomePage }),
    menu: { group: 'work', icon: <HomeOutlined />, order: 1 },
  },
];
