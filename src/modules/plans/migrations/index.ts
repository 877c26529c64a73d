import type { Migration } from '../../../platform/db/migrate.ts';
import { dutyReminders } from './duty-reminders.ts';
import { planWork } from './plan-work.ts';
import { plans } from './plans.ts';

export const planMigrations: readonly Migration[] = [plans, planWork, dutyReminders];
