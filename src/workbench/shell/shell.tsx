import { Alert, Drawer, Grid, Layout } from 'antd';
import { useState } from 'react';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { SessionContext, useSessionQuery } from '../api/session.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { PageLoading } from './page-loading.tsx';
import { SessionLostDialog } from './session-lost-dialog.tsx';
import { SideMenu } from './side-menu.tsx';
import { TopBar } from './top-bar.tsx';

/** Frame of every page for somebody who is signed in; a visitor is sent to the sign-in page and comes back. */
export function Shell() {
  const session = useSessionQuery();
  const location = useLocation();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [isMenuOpen, setMenuOpen] = useState(false);
  if (session.error) throw session.error;
  if (session.data === undefined) return <PageLoading />;
  if (session.data === null) {
    const returnTo = encodeURIComponent(location.pathname + location.search);
    return <Navigate to={`/sign-in?returnTo=${returnTo}`} replace />;
  }
  if (session.data.mustChangePassword && location.pathname !== '/account') return <Navigate to="/account" replace />;
  return (
    <SessionContext value={session.data}>
      <a className="mc-skip" href="#main">
        跳到正文
      </a>
      <Layout className="mc-shell">
        <TopBar onMenu={wide ? undefined : () => setMenuOpen(true)} />
        {session.data.embedded ? <EmbeddedNotice /> : null}
        <Layout hasSider={wide}>
          {wide ? (
            <Layout.Sider width={208} className="mc-sider">
              <SideMenu />
            </Layout.Sider>
          ) : (
            <Drawer open={isMenuOpen} onClose={() => setMenuOpen(false)} placement="left" size={272} title="菜单">
              <SideMenu onChosen={() => setMenuOpen(false)} />
            </Drawer>
          )}
          <Layout.Content className="mc-content" id="main" tabIndex={-1}>
            <Breadcrumbs />
            <Outlet />
          </Layout.Content>
        </Layout>
      </Layout>
      <SessionLostDialog session={session.data} />
      <ScrollRestoration />
    </SessionContext>
  );
}

function EmbeddedNotice() {
  return (
    <Alert
      banner
      type="warning"
      className="mc-embedded"
      title="试用模式：数据存于内置数据库，断电可能丢失，请勿用于正式工作。正式使用请配置 PostgreSQL 数据库。"
      closable={{ closeIcon: true, 'aria-label': '关闭提示' }}
    />
  );
}
