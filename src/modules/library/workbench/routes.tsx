import { DatabaseOutlined, FileSearchOutlined, ImportOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

export const libraryRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'library-catalogue',
    title: '主题、标签与有效期',
    page: async () => ({ Page: (await import('./catalogue-page.tsx')).CataloguePage }),
    needs: { kind: 'topic', action: 'read' },
    menu: { group: 'publications', icon: <DatabaseOutlined />, order: 6 },
  },
  {
    path: 'openness-checks',
    title: '公开专栏检查',
    page: async () => ({ Page: (await import('./openness-checks-page.tsx')).OpennessChecksPage }),
    needs: { kind: 'library', action: 'read' },
    menu: { group: 'publications', icon: <FileSearchOutlined />, order: 8 },
  },
  {
    path: 'library-imports',
    title: '历史文件导入',
    page: async () => ({ Page: (await import('./imports-page.tsx')).ImportsPage }),
    needs: { kind: 'library', action: 'import' },
    menu: { group: 'publications', icon: <ImportOutlined />, order: 7 },
  },
];
