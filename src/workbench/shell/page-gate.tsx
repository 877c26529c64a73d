import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { usePermissions } from '../api/session.ts';
import { EmptyState } from '../components/empty-state.tsx';
import type { WorkbenchRoute } from '../workbench-route.ts';

/** Shows the page to those who could use it; the server decides again on every call. */
export function PageGate({ route, children }: { readonly route: WorkbenchRoute; readonly children: ReactNode }) {
  const allowed = usePermissions();
  useEffect(() => {
    document.title = `${route.title} · 明窗工作台`;
  }, [route.title]);
  if (route.needs && !allowed.could(route.needs.action, route.needs.kind)) {
    return (
      <div className="mc-page">
        <h1 className="mc-title">{route.title}</h1>
        <EmptyState what="您的角色没有使用这一页的权限。" next="如确需办理，请联系本单位联络员或主管部门调整角色。" />
      </div>
    );
  }
  return children;
}
