import { SendOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../../workbench/workbench-route.ts';

export const filingRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'filing',
    title: '报送与对账',
    page: async () => ({ Page: (await import('./filing-page.tsx')).FilingPage }),
    needs: { kind: 'delivery', action: 'read' },
    menu: { group: 'publications', icon: <SendOutlined />, order: 9 },
  },
];
