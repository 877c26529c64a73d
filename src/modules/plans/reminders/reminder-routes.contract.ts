import { z } from 'zod';
import * as O from '../public/open-plans.contract.ts';
import { idParams, routes } from '../route.contract.ts';
import * as R from './reminders.contract.ts';

const planRead = { kind: 'plan', action: 'read' } as const;
const taskRead = { kind: 'task', action: 'read' } as const;
const None = z.object({});

export const reminderRoutes = routes({
  myDay: { method: 'GET', url: '/api/my-day', summary: '今日待办', access: taskRead, response: R.MyDay },
  listReminders: {
    method: 'GET',
    url: '/api/reminders',
    summary: '提醒',
    access: { kind: 'reminder', action: 'read' },
    query: R.ReminderQuery,
    response: R.ReminderPage,
  },
  readReminder: {
    method: 'POST',
    url: '/api/reminders/:id/read',
    summary: '标为已读',
    access: { kind: 'reminder', action: 'read' },
    params: idParams,
    body: None,
    response: None,
  },
  readAllReminders: {
    method: 'POST',
    url: '/api/reminders/read-all',
    summary: '全部已读',
    access: { kind: 'reminder', action: 'read' },
    body: None,
    response: None,
  },
  listFeeds: {
    method: 'GET',
    url: '/api/calendar-feeds',
    summary: '日历订阅',
    access: { kind: 'calendarFeed', action: 'manage' },
    response: R.CalendarFeedList,
  },
  createFeed: {
    method: 'POST',
    url: '/api/calendar-feeds',
    summary: '新建日历订阅',
    access: { kind: 'calendarFeed', action: 'manage' },
    body: None,
    response: R.NewCalendarFeed,
  },
  revokeFeed: {
    method: 'DELETE',
    url: '/api/calendar-feeds/:id',
    summary: '停用日历订阅',
    access: { kind: 'calendarFeed', action: 'manage' },
    params: idParams,
    response: None,
  },
  readFeed: {
    method: 'GET',
    url: '/calendar/:token',
    summary: '日历（ICS），凭订阅地址中的密钥',
    access: { kind: 'calendarFeed', action: 'read' },
    params: z.object({ token: z.string().max(100) }),
  },
});

export const openRoutes = routes({
  openPlans: {
    method: 'GET',
    url: '/api/open/plans',
    summary: '已公开的工作要点',
    access: planRead,
    response: O.OpenPlanList,
  },
  openPlan: {
    method: 'GET',
    url: '/api/open/plans/:id',
    summary: '已公开的工作要点及任务',
    access: planRead,
    params: O.OpenPlanParams,
    response: O.OpenPlanDetail,
  },
  openTask: {
    method: 'GET',
    url: '/api/open/plans/:id/tasks/:number',
    summary: '已公开的任务',
    access: planRead,
    params: O.OpenTaskParams,
    response: O.OpenTaskDetail,
  },
  openUnit: {
    method: 'GET',
    url: '/api/open/units/:code',
    summary: '一个单位的任务',
    access: planRead,
    params: O.OpenUnitParams,
    query: O.OpenYearQuery,
    response: O.OpenUnitPage,
  },
  openComing: {
    method: 'GET',
    url: '/api/open/coming',
    summary: '近期安排',
    access: planRead,
    query: O.OpenComingQuery,
    response: O.OpenComing,
  },
});
