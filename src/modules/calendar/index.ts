import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import { calendarRoutes } from './calendar.api.ts';
import { CalendarService } from './calendar.service.ts';
import { calendar } from './migrations/calendar.ts';

export type { CalendarService } from './calendar.service.ts';

export const calendarMigrations = [calendar];

/** Event `calendar.changed` {year}: dates that rest on that year are to be reckoned anew. */
export function calendarModule(platform: Platform): Module & { readonly service: CalendarService } {
  const service = new CalendarService(platform);
  return { name: 'calendar', migrations: calendarMigrations, service, routes: (app) => calendarRoutes(app, service) };
}
