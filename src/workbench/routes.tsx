import { planRoutes } from '../modules/plans/workbench/routes.tsx';
import type { WorkbenchRoute } from './workbench-route.ts';

/** Every page of the workbench; a module adds its own list here. */
export const workbenchRoutes: readonly WorkbenchRoute[] = [...planRoutes];
