import { Breadcrumb } from 'antd';
import { Link, useMatches } from 'react-router';
import { workbenchRoutes } from '../routes.tsx';
import type { WorkbenchRoute } from '../workbench-route.ts';

export function Breadcrumbs() {
  const current = useMatches().at(-1)?.handle as WorkbenchRoute | undefined;
  if (!current || current.path === '') return null;
  const above: WorkbenchRoute[] = [];
  for (let route = parentOf(current); route; route = parentOf(route)) above.unshift(route);
  return (
    <nav aria-label="所在位置" className="mc-breadcrumbs">
      <Breadcrumb
        items={[
          { title: <Link to="/">首页</Link> },
          ...above.map((route) => ({ title: <Link to={`/${route.path}`}>{route.title}</Link> })),
          { title: <span aria-current="page">{current.title}</span> },
        ]}
      />
    </nav>
  );
}

function parentOf(route: WorkbenchRoute): WorkbenchRoute | undefined {
  return route.parent === undefined ? undefined : workbenchRoutes.find((one) => one.path === route.parent);
}
