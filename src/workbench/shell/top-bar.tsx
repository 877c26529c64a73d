import { FontSizeOutlined, LogoutOutlined, MenuOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown, Layout } from 'antd';
import { Link, useNavigate } from 'react-router';
import { ROLE_NAMES, useSession, useSignOut } from '../api/session.ts';
import { useLargeType } from '../large-type.tsx';
import { Mark } from './mark.tsx';

export function TopBar({ onMenu }: { readonly onMenu: (() => void) | undefined }) {
  return (
    <Layout.Header className="mc-top-bar">
      {onMenu ? (
        <Button type="text" className="mc-on-ink" icon={<MenuOutlined />} aria-label="打开菜单" onClick={onMenu} />
      ) : null}
      <Link to="/" className="mc-brand">
        <Mark />
        <span className="mc-brand-name">明窗</span>
        <span className="mc-brand-kind">政务公开工作台</span>
      </Link>
      <div className="mc-top-bar-space" />
      <a className="mc-on-ink mc-portal-link" href="/" target="_blank" rel="noreferrer">
        公众门户
      </a>
      <LargeTypeButton />
      <PersonMenu />
    </Layout.Header>
  );
}

function LargeTypeButton() {
  const largeType = useLargeType();
  return (
    <Button
      type="text"
      className="mc-on-ink"
      icon={<FontSizeOutlined />}
      aria-pressed={largeType.on}
      aria-label="大字"
      title={largeType.on ? '恢复标准字号' : '使用大字'}
      onClick={() => largeType.set(!largeType.on)}
    />
  );
}

function PersonMenu() {
  const session = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const first = session.grants[0];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...session.grants.map((grant) => ({
            key: `${grant.unitId}:${grant.role}`,
            label: `${grant.unitShortName} · ${ROLE_NAMES[grant.role]}`,
            disabled: true,
          })),
          { type: 'divider' as const },
          { key: 'account', icon: <UserOutlined />, label: '我的账号' },
          { key: 'sign-out', icon: <LogoutOutlined />, label: '退出登录' },
        ],
        onClick: ({ key }) => void (key === 'sign-out' ? signOut() : navigate('/account')),
      }}
    >
      <Button type="text" className="mc-on-ink mc-person">
        <UserOutlined />
        <span className="mc-person-name">{session.person.name}</span>
        {first ? <span className="mc-person-unit">{first.unitShortName}</span> : null}
      </Button>
    </Dropdown>
  );
}
