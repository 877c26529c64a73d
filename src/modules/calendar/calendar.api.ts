import { z } from 'zod';
import { explanationText } from '../../kernel/workday-explanation.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import {
  NoticeInput,
  NoticeReading,
  NoticeText,
  NoticeView,
  Reckoning,
  ReckoningQuery,
  YearList,
  YearView,
} from './calendar.contract.ts';
import type { CalendarService } from './calendar.service.ts';
import { readNotice } from './notice-file.ts';

const ByYear = z.object({ year: z.coerce.number().int().min(2000).max(2100) });
const tags = ['工作日历'];

export function calendarRoutes(app: HttpServer, calendar: CalendarService): void {
  app.get(
    '/api/calendar/years',
    {
      config: { access: { kind: 'calendar', action: 'read' } },
      schema: { summary: '各年放假安排', tags, response: { 200: YearList } },
    },
    async () => ({ items: [...(await calendar.years())] }),
  );
  app.get(
    '/api/calendar/years/:year',
    {
      config: { access: { kind: 'calendar', action: 'read' } },
      schema: { summary: '一年的每一天', tags, params: ByYear, response: { 200: YearView } },
    },
    (request) => calendar.year(request.params.year),
  );
  app.post(
    '/api/calendar/read-notice',
    {
      config: { access: { kind: 'calendar', action: 'import' } },
      schema: { summary: '读取通知（不保存）', tags, body: NoticeText, response: { 200: NoticeReading } },
    },
    async (request) => readNotice(request.body.text),
  );
  app.put(
    '/api/calendar/years/:year',
    {
      config: { access: { kind: 'calendar', action: 'import' } },
      schema: { summary: '导入一年的通知', tags, params: ByYear, body: NoticeInput, response: { 200: NoticeView } },
    },
    (request) => calendar.import(request.actor, request.params.year, request.body),
  );
  app.get(
    '/api/calendar/workdays',
    {
      config: { access: { kind: 'calendar', action: 'read' } },
      schema: { summary: '推算工作日', tags, querystring: ReckoningQuery, response: { 200: Reckoning } },
    },
    async (request) => {
      const told = (await calendar.current()).explain(request.query.start, request.query.count);
      return {
        ...told,
        days: told.days.map((day) => ({ ...day })),
        awaitingYears: [...told.awaitingYears],
        text: explanationText(told),
      };
    },
  );
}
