import { PgBoss } from 'pg-boss';
import { deliverEvents } from '../change/deliver-events.ts';
import { anyUndelivered, forgetDelivered } from '../change/outbox.store.ts';
import type { Module } from '../module.ts';
import type { Platform } from '../platform.ts';
import type { Job } from './job.ts';
import { saveFailure, saveStart, saveSuccess } from './runs.store.ts';

const ZONE = 'Asia/Shanghai';
const SCHEMA = 'pgboss';
const DELIVER: Job = { name: 'deliver-events', every: '* * * * *', run: async () => undefined };
const LOOK_FOR_EVENTS_MS = 1_000;
const KEEP_EVENTS_MS = 30 * 86_400_000;

/** How long a stopped worker lets a job come to its next look at the signal. */
const STOP_MS = 20_000;

export interface Worker {
  /** Runs a job of this name as soon as no other run of it is under way, on any worker. */
  runNow(name: string): Promise<void>;
  stop(): Promise<void>;
}

export interface Pace {
  /** How often a worker looks for a job that is due. */
  readonly lookSeconds: number;
  /** Before the first retry of a failed job; doubled for each further one. */
  readonly retrySeconds: number;
}

type WorkerPlatform = Pick<Platform, 'database' | 'clock' | 'log'>;

/**
 * Runs the modules' jobs when they are due and delivers their events. Any number of workers may run on one PostgreSQL: each job runs once at
 * a time over all of them, and one that dies in the middle is found out by its missing heartbeat and run again.
 */
export async function startWorker(
  platform: WorkerPlatform,
  modules: readonly Module[],
  pace: Pace = { lookSeconds: 5, retrySeconds: 10 },
): Promise<Worker> {
  const boss = openBoss(platform);
  await boss.start();
  const stopping = new AbortController();
  const deliver: Job = { ...DELIVER, run: (signal) => deliverEvents(platform, modules, signal) };
  const jobs = [deliver, sweepEvents(platform), ...modules.flatMap((module) => module.jobs ?? [])];
  for (const job of jobs) await employ(boss, platform, job, pace, stopping.signal);
  await forget(boss, jobs);

  const events = setInterval(() => void look(), LOOK_FOR_EVENTS_MS);
  let looking = false;
  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      if (await anyUndelivered(platform.database.kysely, platform.clock.now())) await boss.send(deliver.name);
    } catch (error) {
      platform.log.warn({ err: error }, 'outbox not read');
    } finally {
      looking = false;
    }
  }
  return {
    runNow: async (name) => {
      await boss.send(name);
    },
    stop: async () => {
      clearInterval(events);
      stopping.abort();
      await boss.stop({ graceful: true, timeout: STOP_MS, close: false });
    },
  };
}

function sweepEvents({ database, clock }: WorkerPlatform): Job {
  return {
    name: 'sweep-events',
    every: '40 3 * * *',
    run: () => forgetDelivered(database.kysely, new Date(clock.now().getTime() - KEEP_EVENTS_MS)),
  };
}

function openBoss({ database, log }: WorkerPlatform): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values) },
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    schema: SCHEMA,
    monitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 5,
    // The embedded database has no autovacuum to watch; ours runs on a timer.
    monitorVacuum: database.kind === 'postgresql',
    reindex: database.kind === 'postgresql',
  });
  boss.on('error', (error) => log.error({ err: error }, 'job queue failed'));
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'job queue warns'));
  return boss;
}

async function employ(
  boss: PgBoss,
  platform: WorkerPlatform,
  job: Job,
  pace: Pace,
  stopping: AbortSignal,
): Promise<void> {
  // Exclusive: at most one waiting or running over all workers; a run that is due meanwhile is not missed, jobs look at the state.
  const options = {
    retryLimit: 3,
    retryDelay: pace.retrySeconds,
    retryBackoff: true,
    expireInSeconds: 6 * 3600,
    heartbeatSeconds: 30,
  };
  await boss.createQueue(job.name, { policy: 'exclusive', ...options, deleteAfterSeconds: 7 * 86_400 });
  await boss.work(
    job.name,
    { pollingIntervalSeconds: Math.min(pace.lookSeconds, job.name === DELIVER.name ? 1 : Infinity) },
    async ([queued]) => {
      await run(platform, job, AbortSignal.any([stopping, ...(queued ? [queued.signal] : [])]));
    },
  );
  await boss.schedule(job.name, job.every, null, { tz: ZONE, missed: 'once' });
}

/** A schedule outlives the program that made it: one of a job that no longer exists would fill its queue for ever. */
async function forget(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const known = new Set(jobs.map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) {
    if (!known.has(name)) await boss.unschedule(name);
  }
}

async function run({ database, clock, log }: WorkerPlatform, job: Job, signal: AbortSignal): Promise<void> {
  const started = performance.now();
  await saveStart(database.kysely, job.name, clock.now());
  try {
    await job.run(signal);
    await saveSuccess(database.kysely, job.name, clock.now());
    log.debug({ job: job.name, ms: Math.round(performance.now() - started) }, 'job done');
  } catch (error) {
    log.error({ err: error, job: job.name }, 'job failed');
    await saveFailure(database.kysely, job.name, clock.now(), error instanceof Error ? error.message : 'failed');
    throw error;
  }
}
