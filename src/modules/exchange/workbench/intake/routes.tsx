import { InboxOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../../workbench/workbench-route.ts';

export const intakeRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'document-intake',
    title: '公文接入',
    page: async () => ({ Page: (await import('./intake-page.tsx')).IntakePage }),
    needs: { kind: 'intake', action: 'read' },
    menu: { group: 'publications', icon: <InboxOutlined />, order: 12 },
  },
];
