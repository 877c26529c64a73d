import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../../kernel/clock.ts';
import { Changes } from '../change/change.ts';
import { describeDatabases } from '../db/database.fixtures.ts';
import type { Module } from '../module.ts';
import { useTestPlatform } from '../platform.fixtures.ts';
import { listRuns } from './runs.store.ts';
import { startWorker, type Worker } from './worker.ts';

const QUICK = { lookSeconds: 0.5, retrySeconds: 1 };

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tried = 0; tried < 600; tried += 1) {
    if (await condition()) return;
    await pause(100);
  }
  throw new Error('did not come about in a minute');
}

const module = (parts: Omit<Module, 'name' | 'migrations'>): Module => ({ name: 'sample', migrations: [], ...parts });

describeDatabases([], (database) => {
  const opened = useTestPlatform(() => ({ database: database() }));
  const platform = () => ({ ...opened(), clock: systemClock });
  const workers: Worker[] = [];
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.stop();
  });
  const start = async (...modules: Module[]) => {
    const worker = await startWorker(platform(), modules, QUICK);
    workers.push(worker);
    return worker;
  };

  it('runs a job once at a time, however many workers there are and ask', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const slow = module({
      jobs: [
        {
          name: 'slow',
          every: '0 8 * * *',
          run: async () => {
            running += 1;
            most = Math.max(most, running);
            await pause(300);
            running -= 1;
            runs += 1;
          },
        },
      ],
    });
    const first = await start(slow);
    const second = await start(slow);
    await Promise.all([first, second, first, second].map((worker) => worker.runNow('slow')));
    await until(() => runs >= 1);
    // As long as the queue has not noted that the first run is over, there is no second.
    await until(async () => {
      await first.runNow('slow');
      return runs >= 2;
    });
    expect(most).toBe(1);
  });

  it('keeps its timetable in Shanghai’s time and forgets jobs that are gone', async () => {
    await start(module({ jobs: [{ name: 'morning', every: '30 8 * * 1-5', run: async () => undefined }] }));
    const { rows } = await database().pool.query('select name, cron, timezone from pgboss.schedule order by name');
    expect(rows).toEqual([
      { name: 'deliver-events', cron: '* * * * *', timezone: 'Asia/Shanghai' },
      { name: 'morning', cron: '30 8 * * 1-5', timezone: 'Asia/Shanghai' },
      { name: 'sweep-events', cron: '40 3 * * *', timezone: 'Asia/Shanghai' },
    ]);
  });

  it('shows a failure, tries again, and clears it with the next success', async () => {
    let tries = 0;
    const seen = Promise.withResolvers<void>();
    const shaky = module({
      jobs: [
        {
          name: 'shaky',
          every: '0 8 * * *',
          run: async () => {
            tries += 1;
            if (tries === 1) throw new Error('no line to the mail server');
            await seen.promise;
          },
        },
      ],
    });
    const worker = await start(shaky);
    await worker.runNow('shaky');
    const state = async () => (await listRuns(database().kysely)).find(({ name }) => name === 'shaky');
    await until(async () => (await state())?.failures === 1);
    expect(await state()).toMatchObject({ failure: 'no line to the mail server', succeededAt: null });
    seen.resolve();
    await until(async () => (await state())?.succeededAt instanceof Date);
    expect(await state()).toMatchObject({ failures: 0, failure: null });
  });

  it('delivers events in order, and one that cannot be taken holds up no other', async () => {
    const taken: unknown[] = [];
    let refusals = 0;
    const listener = module({
      onEvent: {
        'plan.published': async ({ id }) => {
          taken.push(id);
        },
        'plan.broken': async () => {
          refusals += 1;
          throw new Error('not yet');
        },
      },
    });
    await start(listener);
    const changes = new Changes(database(), systemClock);
    await changes.run({ type: 'system' }, async (change) => {
      await change.emit('plan.published', { id: 1 });
      await change.emit('plan.broken', {});
      await change.emit('plan.unheard', {});
      await change.emit('plan.published', { id: 2 });
    });
    await until(() => taken.length === 2);
    expect(taken).toEqual([1, 2]);
    await until(async () => {
      const { rows } = await database().pool.query(
        'select name, attempts, failure from outbox.event where delivered_at is null',
      );
      return refusals >= 1 && rows.length === 1 && rows[0].attempts >= 1 && rows[0].failure === 'sample: not yet';
    });
  });

  it('forgets events that were delivered long ago, and no other', async () => {
    await database().pool.query('delete from outbox.event');
    await database().pool.query(`insert into outbox.event (name, payload, happened_at, delivered_at, retry_at) values
      ('old', '{}', now() - interval '40 days', now() - interval '40 days', null),
      ('young', '{}', now(), now(), null),
      ('never taken', '{}', now() - interval '40 days', null, now() + interval '1 hour')`);
    const worker = await start();
    await until(async () => {
      await worker.runNow('sweep-events');
      return (await database().pool.query("select 1 from outbox.event where name = 'old'")).rows.length === 0;
    });
    const { rows } = await database().pool.query('select name from outbox.event order by name');
    expect(rows).toEqual([{ name: 'never taken' }, { name: 'young' }]);
  });

  it('tells a running job to stop', async () => {
    let told = false;
    const long = module({
      jobs: [
        {
          name: 'long',
          every: '0 8 * * *',
          run: (signal) =>
            new Promise((resolve) => {
              signal.addEventListener('abort', () => {
                told = true;
                resolve();
              });
            }),
        },
      ],
    });
    const worker = await startWorker(platform(), [long], QUICK);
    await worker.runNow('long');
    await until(async () => (await listRuns(database().kysely)).some(({ name }) => name === 'long'));
    await worker.stop();
    expect(told).toBe(true);
  });
});
