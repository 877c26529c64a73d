import { FileSearchOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

export const searchRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'search-words',
    title: '检索词',
    page: async () => ({ Page: (await import('./search-words-page.tsx')).SearchWordsPage }),
    needs: { kind: 'searchWord', action: 'read' },
    menu: { group: 'publications', icon: <FileSearchOutlined />, order: 8 },
  },
];
