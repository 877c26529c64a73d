import type { Migration } from '../../../platform/db/migrate.ts';
import { audiences } from './audiences.ts';
import { callDeadlines } from './call-deadlines.ts';
import { importChecking } from './import-checking.ts';
import { importReading } from './import-reading.ts';
import { imports, shelf, topics } from './library.ts';
import { termRules } from './term-rules.ts';
import { textPrints } from './text-prints.ts';

export const libraryMigrations: readonly Migration[] = [
  shelf,
  topics,
  imports,
  textPrints,
  termRules,
  callDeadlines,
  audiences,
  importChecking,
  importReading,
];
