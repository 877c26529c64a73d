import { FileTextOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../../workbench/workbench-route.ts';

/** Words of the letters on requests, and where remedies are sought (FOI-4, FOI-5). */
export const letterPages: readonly WorkbenchRoute[] = [
  {
    path: 'letter-templates',
    title: '文书模板',
    page: async () => ({ Page: (await import('./letters-page.tsx')).LettersPage }),
    needs: { kind: 'letterTemplate', action: 'read' },
    menu: { group: 'settings', icon: <FileTextOutlined />, order: 6 },
  },
];
