import type { Module } from '../module.ts';
import type { Platform } from '../platform.ts';
import { listUndelivered, markDelivered, type OutboxEvent, postpone } from './outbox.store.ts';

const BATCH = 100;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 3_600_000;

/**
 * Hands events to the modules that listen, oldest first, until none is due. One that a module cannot take is tried again later, ever more
 * rarely but for ever, and holds up no other.
 */
export async function deliverEvents(
  platform: Pick<Platform, 'database' | 'clock' | 'log'>,
  modules: readonly Pick<Module, 'name' | 'onEvent'>[],
  signal: AbortSignal,
): Promise<void> {
  const { kysely } = platform.database;
  while (!signal.aborted) {
    const events = await listUndelivered(kysely, platform.clock.now(), BATCH);
    for (const event of events) {
      if (signal.aborted) return;
      await deliver(platform, modules, event);
    }
    if (events.length < BATCH) return;
  }
}

async function deliver(
  { database, clock, log }: Pick<Platform, 'database' | 'clock' | 'log'>,
  modules: readonly Pick<Module, 'name' | 'onEvent'>[],
  event: OutboxEvent,
): Promise<void> {
  let taker = '';
  try {
    for (const { name, onEvent } of modules) {
      taker = name;
      await onEvent?.[event.name]?.(event.payload);
    }
    await markDelivered(database.kysely, event.id, clock.now());
  } catch (error) {
    log.error({ err: error, event: event.name, id: event.id, module: taker }, 'event not taken');
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** event.attempts);
    const failure = `${taker}: ${error instanceof Error ? error.message : 'failed'}`.slice(0, 500);
    await postpone(database.kysely, event.id, new Date(clock.now().getTime() + wait), failure);
  }
}
