import type pg from 'pg';

const LOOK_MS = 15_000;
const CHECKPOINT_AFTER_BYTES = 64 * 1_048_576;
const CHECKPOINT_AFTER_MS = 300_000;
const VACUUM_AFTER_MS = 3_600_000;

/**
 * PGlite has none of PostgreSQL's background processes: without checkpoints its log grows for ever (100,000 rows left 16 GB, and
 * reopening took minutes), without vacuum its tables do. Both run here while the connection is free.
 */
export function startMaintenance(pool: pg.Pool): { stop(): Promise<void> } {
  let checkpointed = { at: Date.now(), position: 0 };
  let vacuumedAt = Date.now();
  let current: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    if (pool.waitingCount > 0 || (pool.totalCount > 0 && pool.idleCount === 0)) return;
    const { rows } = await pool.query("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as position");
    const position: number = rows[0].position;
    const written = position - checkpointed.position;
    const elapsed = Date.now() - checkpointed.at;
    if (written > CHECKPOINT_AFTER_BYTES || (written > 0 && elapsed > CHECKPOINT_AFTER_MS)) {
      await pool.query('checkpoint');
      checkpointed = { at: Date.now(), position };
    }
    if (Date.now() - vacuumedAt > VACUUM_AFTER_MS) {
      await pool.query('vacuum analyze');
      vacuumedAt = Date.now();
    }
  }

  // What fails here is tried again at the next look; the readiness probe tells people.
  const timer = setInterval(() => {
    current = current.then(look).catch(() => undefined);
  }, LOOK_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await current;
    },
  };
}
