import { AuditOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../../workbench/workbench-route.ts';

const needs = { kind: 'proceeding', action: 'read' } as const;

/** Reconsideration and litigation against answers to requests (LIT-1..3). */
export const proceedingPages: readonly WorkbenchRoute[] = [
  {
    path: 'proceedings',
    title: '复议诉讼',
    page: async () => ({ Page: (await import('./proceedings-page.tsx')).ProceedingsPage }),
    needs,
    menu: { group: 'requests', icon: <AuditOutlined />, order: 3 },
  },
  {
    path: 'proceedings/:proceedingId',
    title: '复议诉讼案件',
    page: async () => ({ Page: (await import('./proceeding-page.tsx')).ProceedingPage }),
    needs,
    parent: 'proceedings',
  },
];
