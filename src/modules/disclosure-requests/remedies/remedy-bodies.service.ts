import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { RemedyBodyInput, RemedyBodyView } from './remedy-bodies.contract.ts';
import { dropRemedyBody, putRemedyBody, type RemedyBodyRow, remedyBodyRows } from './remedy-bodies.store.ts';
import type { RemedyBody } from './remedy-body.ts';

/** Where remedies against the decisions of each unit are sought, kept by the office (reconsideration law arts 22, 24). */
export class RemedyBodiesService {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  async all(): Promise<RemedyBody[]> {
    return (await remedyBodyRows(this.#platform.database.kysely)).map(bodyOf);
  }

  async list(actor: Actor): Promise<RemedyBodyView[]> {
    demand(actor, 'read', { kind: 'remedyBody' });
    return (await remedyBodyRows(this.#platform.database.kysely)).map((row) => ({
      ...bodyOf(row),
      by: row.by_name,
      updatedAt: row.updated_at.toISOString(),
      version: row.version,
    }));
  }

  /** @throws AppError `stale` (409) when somebody else saved first */
  async put(actor: Actor, { version, ...input }: RemedyBodyInput): Promise<RemedyBodyView[]> {
    demand(actor, 'manage', { kind: 'remedyBody' });
    const body = { ...input, administrativeQuery: input.administrativeQuery ?? ('either' as const) };
    await this.#platform.changes.run(actor, async (change) => {
      const by = { seen: version, name: actor.type === 'person' ? actor.name : '系统', at: change.at };
      if (!(await putRemedyBody(change.tx, body, by))) throw changedMeanwhile();
      change.record({ action: 'set', kind: 'remedyBody', subjectId: body.scope, detail: { scope: body.scope } });
    });
    return this.list(actor);
  }

  /** @throws AppError `stale` (409) */
  async drop(actor: Actor, scope: string, version: number): Promise<RemedyBodyView[]> {
    demand(actor, 'manage', { kind: 'remedyBody' });
    await this.#platform.changes.run(actor, async (change) => {
      if (!(await dropRemedyBody(change.tx, scope, version))) throw changedMeanwhile();
      change.record({ action: 'drop', kind: 'remedyBody', subjectId: scope, detail: { scope } });
    });
    return this.list(actor);
  }
}

function bodyOf(row: RemedyBodyRow): RemedyBody {
  return {
    scope: row.scope,
    reconsiderationBody: row.reconsideration_body,
    reconsiderationAddress: row.reconsideration_address,
    reconsiderationPhone: row.reconsideration_phone,
    internetChannel: row.internet_channel,
    court: row.court,
    courtAddress: row.court_address,
    administrativeQuery: row.administrative_query,
  };
}

function changedMeanwhile(): AppError {
  return new AppError('stale', 409, '救济途径刚刚被别人改过。请刷新后核对，再保存您的修改。');
}
