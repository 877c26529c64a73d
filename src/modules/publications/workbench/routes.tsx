import { BankOutlined, FileProtectOutlined, FontColorsOutlined, SendOutlined } from '@ant-design/icons';
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
  {
    path: 'archive-transfers',
    title: '移交国家档案馆',
    page: async () => ({ Page: (await import('./archiving/archiving-page.tsx')).ArchivingPage }),
    needs: reading,
    menu: { group: 'publications', icon: <BankOutlined />, order: 13 },
  },
  {
    path: 'review-rules',
    title: '审查环节',
    page: async () => ({ Page: (await import('./rules/review-rules-page.tsx')).ReviewRulesPage }),
    needs: { kind: 'reviewRule', action: 'read' },
    menu: { group: 'settings', icon: <FileProtectOutlined />, order: 4 },
  },
  {
    path: 'issuer-codes',
    title: '发文机关代字',
    page: async () => ({ Page: (await import('./rules/issuer-codes-page.tsx')).IssuerCodesPage }),
    needs: { kind: 'reviewRule', action: 'read' },
    menu: { group: 'settings', icon: <FontColorsOutlined />, order: 5 },
  },
];
