import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

/** A complaint about disclosure work, for the office; found in the list of what came in. */
export const complaintRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'complaints/:complaintId',
    title: '公开工作投诉举报',
    page: async () => ({ Page: (await import('./complaint-page.tsx')).ComplaintPage }),
    needs: { kind: 'case', action: 'read' },
    parent: 'cases',
  },
];
