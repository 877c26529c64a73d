import { BulbOutlined, ContainerOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

const needs = { kind: 'interpretationRecord', action: 'read' } as const;

export const interpretationRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'interpretation-work',
    title: '解读工作',
    page: async () => ({ Page: (await import('./work-page.tsx')).WorkPage }),
    needs,
    menu: { group: 'publications', icon: <BulbOutlined />, order: 4 },
  },
  {
    path: 'interpretation-registers',
    title: '解读台账',
    page: async () => ({ Page: (await import('./registers-page.tsx')).RegistersPage }),
    needs,
    menu: { group: 'publications', icon: <ContainerOutlined />, order: 5 },
  },
];
