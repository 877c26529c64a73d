import { ScheduleOutlined } from '@ant-design/icons';
import type { WorkbenchRoute } from '../../../workbench/workbench-route.ts';

export const calendarRoutes: readonly WorkbenchRoute[] = [
  {
    path: 'workdays',
    title: '工作日历',
    page: async () => ({ Page: (await import('./calendar-page.tsx')).CalendarPage }),
    needs: { kind: 'calendar', action: 'read' },
    menu: { group: 'settings', icon: <ScheduleOutlined />, order: 1 },
  },
];
