import { auditLog } from './audit/migrations/audit-log.ts';
import { chainAtCommit } from './audit/migrations/chain-at-commit.ts';
import { outbox } from './change/migrations/outbox.ts';
import type { Migration } from './db/migrate.ts';
import { fileRelease } from './files/migrations/file-release.ts';
import { jobRuns } from './jobs/migrations/job-runs.ts';

export const platformMigrations: readonly Migration[] = [auditLog, outbox, jobRuns, fileRelease, chainAtCommit];
