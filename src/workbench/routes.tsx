import { annualReportRoutes } from '../modules/annual-reports/workbench/routes.tsx';
import { calendarRoutes } from '../modules/calendar/workbench/routes.tsx';
import { complaintRoutes } from '../modules/complaints/workbench/routes.tsx';
import { requestRoutes } from '../modules/disclosure-requests/workbench/routes.tsx';
import { filingRoutes } from '../modules/exchange/workbench/filing/routes.tsx';
import { intakeRoutes } from '../modules/exchange/workbench/intake/routes.tsx';
import { interpretationRoutes } from '../modules/interpretations/workbench/routes.tsx';
import { knowledgeRoutes } from '../modules/knowledge/workbench/routes.tsx';
import { libraryRoutes } from '../modules/library/workbench/routes.tsx';
import { messageRoutes } from '../modules/messages/workbench/routes.tsx';
import { organisationRoutes } from '../modules/organisations/workbench/routes.tsx';
import { planRoutes } from '../modules/plans/workbench/routes.tsx';
import { publicationRoutes } from '../modules/publications/workbench/routes.tsx';
import { searchRoutes } from '../modules/search/workbench/routes.tsx';
import { signInRoutes } from '../modules/sign-in/workbench/routes.tsx';
import type { WorkbenchRoute } from './workbench-route.ts';

/** Every page of the workbench; a module adds its own list here. */
export const workbenchRoutes: readonly WorkbenchRoute[] = [
  ...libraryRoutes,
  ...planRoutes,
  ...publicationRoutes,
  ...annualReportRoutes,
  ...interpretationRoutes,
  ...messageRoutes,
  ...knowledgeRoutes,
  ...requestRoutes,
  ...complaintRoutes,
  ...intakeRoutes,
  ...filingRoutes,
  ...organisationRoutes,
  ...calendarRoutes,
  ...searchRoutes,
  ...signInRoutes,
];
