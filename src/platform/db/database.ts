export type { Database, Queryable } from './connection.ts';
export { openEmbedded } from './embedded.ts';
export { openPostgres } from './postgres.ts';
