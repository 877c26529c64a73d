import {
  ApartmentOutlined,
  AuditOutlined,
  GroupOutlined,
  SafetyOutlined,
  SwapOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

const people = { kind: 'person', action: 'read' } as const;
const handOver = { kind: 'person', action: 'handOver' } as const;

export const organisationRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'units',
    title: '单位',
    page: async () => ({ Page: (await import('./units/units-page.tsx')).UnitsPage }),
    needs: { kind: 'unit', action: 'read' },
    menu: { group: 'organisations', icon: <ApartmentOutlined />, order: 1 },
  },
  {
    path: 'unit-groups',
    title: '单位组',
    page: async () => ({ Page: (await import('./units/groups-page.tsx')).GroupsPage }),
    needs: { kind: 'unitGroup', action: 'read' },
    menu: { group: 'organisations', icon: <GroupOutlined />, order: 2 },
  },
  {
    path: 'people',
    title: '人员与角色',
    page: async () => ({ Page: (await import('./people/people-page.tsx')).PeoplePage }),
    needs: people,
    menu: { group: 'organisations', icon: <UserSwitchOutlined />, order: 3 },
  },
  {
    path: 'people/:personId',
    title: '人员',
    page: async () => ({ Page: (await import('./people/person-page.tsx')).PersonPage }),
    needs: people,
    parent: 'people',
  },
  {
    path: 'hand-overs',
    title: '工作交接',
    page: async () => ({ Page: (await import('./hand-over/hand-overs-page.tsx')).HandOversPage }),
    needs: handOver,
    menu: { group: 'organisations', icon: <SwapOutlined />, order: 4 },
  },
  {
    path: 'hand-overs/:handOverId',
    title: '交接办理',
    page: async () => ({ Page: (await import('./hand-over/hand-over-page.tsx')).HandOverPage }),
    needs: handOver,
    parent: 'hand-overs',
  },
  {
    path: 'access-report',
    title: '权限核查',
    page: async () => ({ Page: (await import('./people/access-report-page.tsx')).AccessReportPage }),
    needs: { kind: 'accessReport', action: 'read' },
    menu: { group: 'organisations', icon: <SafetyOutlined />, order: 5 },
  },
  {
    path: 'audit',
    title: '审计日志',
    page: async () => ({ Page: (await import('./audit/audit-page.tsx')).AuditPage }),
    needs: { kind: 'audit', action: 'read' },
    menu: { group: 'settings', icon: <AuditOutlined />, order: 9 },
  },
];
