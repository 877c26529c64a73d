import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

export const signInRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'account',
    title: '我的账号',
    page: async () => ({ Page: (await import('./account-page.tsx')).AccountPage }),
  },
];
