import type { Transaction } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { Actor } from '../../kernel/permissions.ts';
import { appendAudit } from '../audit/audit.store.ts';
import type { Database } from '../db/database.ts';
import { appendEvents } from './outbox.store.ts';

/** One change: what a service does in one transaction, with the audit entry and the news that belong to it. */
export interface Change {
  readonly tx: Transaction<unknown>;
  readonly actor: Actor;
  readonly at: Date;
  /** Adds an entry to the audit chain. Give ids, states and field names, never personal data. */
  record(entry: {
    action: string;
    kind: string;
    subjectId: string;
    unitId?: string | null;
    detail?: Readonly<Record<string, unknown>>;
  }): void;
  /** Tells other modules once the change is committed; delivered at least once. */
  emit(name: string, payload: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Runs changes: begins, calls, writes the audit entries, commits. */
export class Changes {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** @returns what `act` returns, after the commit. Whatever it throws rolls everything back. */
  async run<T>(actor: Actor, act: (change: Change) => Promise<T>): Promise<T> {
    const at = this.#clock.now();
    return this.#database.kysely.transaction().execute(async (tx) => {
      const entries: Parameters<Change['record']>[0][] = [];
      const news: Parameters<typeof appendEvents>[1][number][] = [];
      const result = await act({
        tx,
        actor,
        at,
        record: (entry) => entries.push(entry),
        emit: async (name, payload) => {
          news.push({ name, payload });
        },
      });
      await appendEvents(tx, news, at);
      await appendAudit(
        tx,
        entries.map((entry) => ({
          at,
          actorType: actor.type,
          actorId: actor.type === 'person' ? actor.personId : null,
          action: entry.action,
          kind: entry.kind,
          subjectId: entry.subjectId,
          unitId: entry.unitId ?? null,
          outcome: 'done',
          detail: entry.detail ?? {},
        })),
      );
      return result;
    });
  }

  /** Files an attempt that was refused; in a transaction of its own, because the attempt's was rolled back. */
  async recordRefusal(
    actor: Actor,
    entry: { action: string; kind: string; subjectId: string; detail: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    await this.#database.kysely.transaction().execute((tx) =>
      appendAudit(tx, [
        {
          at: this.#clock.now(),
          actorType: actor.type,
          actorId: actor.type === 'person' ? actor.personId : null,
          unitId: null,
          outcome: 'refused',
          ...entry,
        },
      ]),
    );
  }
}
