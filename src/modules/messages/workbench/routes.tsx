import { AuditOutlined, BarChartOutlined, ImportOutlined, MailOutlined, TeamOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

const needs = { kind: 'case', action: 'read' } as const;

/** What people ask, and who owes them an answer by when. */
export const messageRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'cases',
    title: '来信办理',
    page: async () => ({ Page: (await import('./list/messages-page.tsx')).MessagesPage }),
    needs,
    menu: { group: 'messages', icon: <MailOutlined />, order: 1 },
  },
  {
    path: 'cases/new',
    title: '登记来件',
    page: async () => ({ Page: (await import('./register/register-page.tsx')).RegisterPage }),
    needs: { kind: 'case', action: 'register' },
    parent: 'cases',
  },
  {
    path: 'cases/:caseId',
    title: '来件',
    page: async () => ({ Page: (await import('./page/case-page.tsx')).CasePage }),
    needs,
    parent: 'cases',
  },
  {
    path: 'case-load',
    title: '在办件数',
    page: async () => ({ Page: (await import('./figures/load-page.tsx')).LoadPage }),
    needs,
    menu: { group: 'messages', icon: <TeamOutlined />, order: 2 },
  },
  {
    path: 'case-figures',
    title: '办理统计',
    page: async () => ({ Page: (await import('./figures/figures-page.tsx')).FiguresPage }),
    needs,
    menu: { group: 'messages', icon: <BarChartOutlined />, order: 3 },
  },
  {
    path: 'case-sources',
    title: '来件导入',
    page: async () => ({ Page: (await import('./imports/sources-page.tsx')).SourcesPage }),
    needs: { kind: 'caseSource', action: 'read' },
    menu: { group: 'messages', icon: <ImportOutlined />, order: 4 },
  },
  {
    path: 'case-review-rules',
    title: '答复审核环节',
    page: async () => ({ Page: (await import('./review-rules/review-rules-page.tsx')).ReviewRulesPage }),
    needs: { kind: 'caseReviewRule', action: 'manage' },
    menu: { group: 'messages', icon: <AuditOutlined />, order: 5 },
  },
];
