import { addDays, startOfDay } from '../../kernel/local-date.ts';
import { type Actor, demand } from '../../kernel/permissions.ts';
import { listAudit } from '../../platform/audit/audit-list.store.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AuditQuery } from './audit.contract.ts';
import type { PeopleService } from './people.service.ts';

/** The audit chain with people's names, for the auditor. */
export class AuditService {
  readonly #platform: Platform;
  readonly #people: PeopleService;

  constructor(platform: Platform, people: PeopleService) {
    this.#platform = platform;
    this.#people = people;
  }

  async list(actor: Actor, query: AuditQuery) {
    demand(actor, 'read', { kind: 'audit' });
    const { from, to, ...rest } = query;
    const page = await listAudit(this.#platform.database.kysely, {
      ...rest,
      from: from && startOfDay(from),
      to: to && startOfDay(addDays(to, 1)),
    });
    const ids = page.items.map((entry) => entry.actor_id).filter((id) => id !== null);
    const names = new Map((await this.#people.getMany(ids)).map((person) => [person.id, person.name]));
    return {
      ...page,
      items: page.items.map((entry) => ({
        seq: entry.seq,
        at: entry.at,
        actorType: entry.actor_type,
        actorId: entry.actor_id,
        actorName: names.get(entry.actor_id ?? '') ?? null,
        action: entry.action,
        kind: entry.kind,
        subjectId: entry.subject_id,
        unitId: entry.unit_id,
        outcome: entry.outcome,
        detail: entry.detail,
        hash: entry.hash,
      })),
    };
  }
}
