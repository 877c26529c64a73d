import { FileDoneOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

const needs = { kind: 'annualReport', action: 'read' } as const;

export const annualReportRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'annual-reports',
    title: '年度报告',
    page: async () => ({ Page: (await import('./reports-page.tsx')).ReportsPage }),
    needs,
    menu: { group: 'publications', icon: <FileDoneOutlined />, order: 9 },
  },
  {
    path: 'annual-reports/:reportId',
    title: '年度报告',
    page: async () => ({ Page: (await import('./report-page.tsx')).ReportPage }),
    needs,
    parent: 'annual-reports',
  },
];
