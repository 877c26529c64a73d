import type { Migration } from '../../../platform/db/migrate.ts';
import { imports, shelf, topics } from './library.ts';
import { textPrints } from './text-prints.ts';

export const libraryMigrations: readonly Migration[] = [shelf, topics, imports, textPrints];
