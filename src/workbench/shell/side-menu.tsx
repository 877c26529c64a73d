import { Link, useMatches } from 'react-router';
import { usePermissions } from '../api/session.ts';
import { workbenchRoutes } from '../routes.tsx';
import { MENU_GROUPS, type MenuGroup, type WorkbenchRoute } from '../workbench-route.ts';

/** Only what the person may use, in the order of the groups. */
export function SideMenu({ onChosen }: { readonly onChosen?: () => void }) {
  const allowed = usePermissions();
  const current = useCurrentRoute();
  const open = workbenchRoutes.filter((route) => !route.needs || allowed.could(route.needs.action, route.needs.kind));
  const groups = (Object.keys(MENU_GROUPS) as MenuGroup[]).map((group) => ({
    group,
    routes: open.filter((route) => route.menu?.group === group).sort((a, b) => order(a) - order(b)),
  }));
  return (
    <nav aria-label="主菜单" className="mc-menu">
      {groups
        .filter((one) => one.routes.length > 0)
        .map((one) => (
          <div key={one.group}>
            <h2 className="mc-menu-group">{MENU_GROUPS[one.group]}</h2>
            <ul>
              {one.routes.map((route) => (
                <li key={route.path}>
                  <Link
                    to={`/${route.path}`}
                    onClick={() => onChosen?.()}
                    {...(current.includes(route.path) ? { 'aria-current': 'page' as const } : {})}
                  >
                    {route.menu?.icon}
                    <span>{route.title}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </nav>
  );
}

function order(route: WorkbenchRoute): number {
  return route.menu?.order ?? 0;
}

/** Paths of the page shown and of the pages above it. */
function useCurrentRoute(): readonly string[] {
  const handle = useMatches().at(-1)?.handle as WorkbenchRoute | undefined;
  return handle ? [handle.path, ...(handle.parent === undefined ? [] : [handle.parent])] : [];
}
