import { createBrowserRouter, type RouteObject } from 'react-router';
import { workbenchRoutes } from './routes.tsx';
import { NotFoundPage } from './shell/not-found-page.tsx';
import { PageFailed } from './shell/page-failed.tsx';
import { PageGate } from './shell/page-gate.tsx';
import { PageLoading } from './shell/page-loading.tsx';
import { Shell } from './shell/shell.tsx';
import { SignInPage } from './shell/sign-in-page.tsx';
import type { WorkbenchRoute } from './workbench-route.ts';

export function createWorkbenchRouter() {
  return createBrowserRouter(
    [
      { path: '/sign-in', element: <SignInPage />, errorElement: <PageFailed /> },
      {
        path: '/',
        element: <Shell />,
        errorElement: <PageFailed />,
        hydrateFallbackElement: <PageLoading />,
        children: [
          ...workbenchRoutes.map(pageRoute),
          { path: '*', element: <NotFoundPage />, handle: { title: '没有找到' } },
        ],
      },
    ],
    { basename: '/workbench' },
  );
}

function pageRoute(route: WorkbenchRoute): RouteObject {
  return {
    path: route.path,
    handle: route,
    errorElement: <PageFailed />,
    hydrateFallbackElement: <PageLoading />,
    lazy: async () => {
      const { Page } = await route.page();
      return {
        element: (
          <PageGate route={route}>
            <Page />
          </PageGate>
        ),
      };
    },
  };
}
