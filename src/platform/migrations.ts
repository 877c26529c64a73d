import { auditLog } from './audit/migrations/audit-log.ts';
import { outbox } from './change/migrations/outbox.ts';
import type { Migration } from './db/migrate.ts';

export const platformMigrations: readonly Migration[] = [auditLog, outbox];
