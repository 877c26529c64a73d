import {
  AuditOutlined,
  BookOutlined,
  CalendarOutlined,
  FileSearchOutlined,
  FlagOutlined,
  HomeOutlined,
  ImportOutlined,
  ProfileOutlined,
  QuestionCircleOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

/** Pages of the plan and its ledger. */
export const planRoutes: readonly WorkbenchRoute[] = [
  {
    path: '',
    title: '首页',
    page: async () => ({ Page: (await import('./home/home-page.tsx')).HomePage }),
    menu: { group: 'work', icon: <HomeOutlined />, order: 1 },
  },
  {
    path: 'shares',
    title: '单位任务',
    page: async () => ({ Page: (await import('./ledger/shares-page.tsx')).SharesPage }),
    needs: { kind: 'task', action: 'read' },
    menu: { group: 'work', icon: <SolutionOutlined />, order: 2 },
  },
  {
    path: 'ledger',
    title: '任务台账',
    page: async () => ({ Page: (await import('./ledger/ledger-page.tsx')).LedgerPage }),
    needs: { kind: 'task', action: 'read' },
    menu: { group: 'plans', icon: <ProfileOutlined />, order: 1 },
  },
];
