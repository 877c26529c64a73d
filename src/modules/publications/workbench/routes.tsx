import { SendOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

const reading = { kind: 'publication', action: 'read' } as const;

/** Pages of the door out. */
export const publicationRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'publications',
    title: '信息发布',
    page: async () => ({ Page: (await import('./list/publications-page.tsx')).PublicationsPage }),
    needs: reading,
    menu: { group: 'publications', icon: <SendOutlined />, order: 1 },
  },
  {
    path: 'publications/new',
    title: '登记新信息',
    page: async () => ({ Page: (await import('./create/new-publication-page.tsx')).NewPublicationPage }),
    needs: { kind: 'publication', action: 'create' },
    parent: 'publications',
  },
  {
    path: 'publications/:publicationId',
    title: '信息办理',
    page: async () => ({ Page: (await import('./page/publication-page.tsx')).PublicationPage }),
    needs: reading,
    parent: 'publications',
  },
];
