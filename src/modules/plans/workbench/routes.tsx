import {
  BellOutlined,
  BookOutlined,
  CalendarOutlined,
  FileSearchOutlined,
  FlagOutlined,
  HomeOutlined,
  ImportOutlined,
  ProfileOutlined,
  QuestionCircleOutlined,
  SlidersOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

const importing = { kind: 'plan', action: 'import' } as const;
const readingTasks = { kind: 'task', action: 'read' } as const;
const readingPlans = { kind: 'plan', action: 'read' } as const;

/** Pages of the plan, its ledger and what drives it forward. */
export const planRoutes: readonly WorkbenchRoute[] = [
  {
    path: '',
    title: '首页',
    page: async () => ({ Page: (await import('./home/home-page.tsx')).HomePage }),
    menu: { group: 'work', icon: <HomeOutlined />, order: 1 },
  },
  {
    path: 'shares',
    title: '单位任务',
    page: async () => ({ Page: (await import('./ledger/shares-page.tsx')).SharesPage }),
    needs: readingTasks,
    menu: { group: 'work', icon: <SolutionOutlined />, order: 2 },
  },
  {
    path: 'shares/:shareId',
    title: '任务办理',
    page: async () => ({ Page: (await import('./share/share-page.tsx')).SharePage }),
    needs: readingTasks,
    parent: 'shares',
  },
  {
    path: 'shares/:shareId/report',
    title: '报送进展',
    page: async () => ({ Page: (await import('./share/report-page.tsx')).ReportPage }),
    needs: { kind: 'assignment', action: 'report' },
    parent: 'shares',
  },
  {
    path: 'reminders',
    title: '提醒',
    page: async () => ({ Page: (await import('./reminders/reminders-page.tsx')).RemindersPage }),
    needs: { kind: 'reminder', action: 'read' },
    menu: { group: 'work', icon: <BellOutlined />, order: 3 },
  },
  {
    path: 'ledger',
    title: '任务台账',
    page: async () => ({ Page: (await import('./ledger/ledger-page.tsx')).LedgerPage }),
    needs: readingTasks,
    menu: { group: 'plans', icon: <ProfileOutlined />, order: 1 },
  },
  {
    path: 'tasks/:taskId',
    title: '任务',
    page: async () => ({ Page: (await import('./task/task-page.tsx')).TaskPage }),
    needs: readingTasks,
    parent: 'ledger',
  },
  {
    path: 'plans',
    title: '工作要点',
    page: async () => ({ Page: (await import('./plan/plans-page.tsx')).PlansPage }),
    needs: readingPlans,
    menu: { group: 'plans', icon: <BookOutlined />, order: 2 },
  },
  {
    path: 'plans/:planId',
    title: '工作要点详情',
    page: async () => ({ Page: (await import('./plan/plan-page.tsx')).PlanPage }),
    needs: readingPlans,
    parent: 'plans',
  },
  {
    path: 'imports',
    title: '导入任务分解表',
    page: async () => ({ Page: (await import('./import/imports-page.tsx')).ImportsPage }),
    needs: importing,
    menu: { group: 'plans', icon: <ImportOutlined />, order: 3 },
  },
  {
    path: 'imports/:importId',
    title: '核对导入',
    page: async () => ({ Page: (await import('./import/import-page.tsx')).ImportPage }),
    needs: importing,
    parent: 'imports',
  },
  {
    path: 'meetings',
    title: '会议与议定事项',
    page: async () => ({ Page: (await import('./meetings/meetings-page.tsx')).MeetingsPage }),
    needs: { kind: 'meeting', action: 'read' },
    menu: { group: 'drive', icon: <TeamOutlined />, order: 1 },
  },
  {
    path: 'meetings/:meetingId',
    title: '会议记录',
    page: async () => ({ Page: (await import('./meetings/meeting-page.tsx')).MeetingPage }),
    needs: { kind: 'meeting', action: 'read' },
    parent: 'meetings',
  },
  {
    path: 'leading-group-issues',
    title: '领导小组议题',
    page: async () => ({ Page: (await import('./issues/issues-page.tsx')).IssuesPage }),
    needs: { kind: 'issue', action: 'read' },
    menu: { group: 'drive', icon: <QuestionCircleOutlined />, order: 2 },
  },
  {
    path: 'key-fields',
    title: '重点领域申报',
    page: async () => ({ Page: (await import('./key-fields/key-fields-page.tsx')).KeyFieldsPage }),
    needs: { kind: 'keyField', action: 'read' },
    menu: { group: 'drive', icon: <FlagOutlined />, order: 3 },
  },
  {
    path: 'look-back',
    title: '上年任务回头看',
    page: async () => ({ Page: (await import('./look-back/look-back-page.tsx')).LookBackPage }),
    needs: { kind: 'lookBack', action: 'read' },
    menu: { group: 'drive', icon: <FileSearchOutlined />, order: 4 },
  },
  {
    path: 'plan-parameters',
    title: '时限与提醒参数',
    page: async () => ({ Page: (await import('./parameters/parameters-page.tsx')).ParametersPage }),
    needs: { kind: 'planParameter', action: 'edit' },
    menu: { group: 'settings', icon: <SlidersOutlined />, order: 2 },
  },
  {
    path: 'calendar-feeds',
    title: '日历订阅',
    page: async () => ({ Page: (await import('./feed/feed-page.tsx')).FeedPage }),
    needs: { kind: 'calendarFeed', action: 'manage' },
    menu: { group: 'settings', icon: <CalendarOutlined />, order: 3 },
  },
];
