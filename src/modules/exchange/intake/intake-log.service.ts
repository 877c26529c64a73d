import type { Page } from '../../../kernel/page.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import type { Standing } from '../../publications/index.ts';
import { listDeliveries } from './deliveries.store.ts';
import type { IntakeContext } from './intake.context.ts';
import type { IntakeEntry, IntakeLogQuery } from './intake.contract.ts';
import { STATE_WORDS } from './intake-state.ts';
import { allSources } from './sources.store.ts';

/** What came in, taken or refused, as far as the person's units reach. */
export class IntakeLogService {
  readonly #context: IntakeContext;

  constructor(context: IntakeContext) {
    this.#context = context;
  }

  async list(actor: Actor, query: IntakeLogQuery): Promise<Page<IntakeEntry>> {
    const { kysely } = this.#context.platform.database;
    const { items, total } = await listDeliveries(kysely, { ...query, unitIds: reach(actor) });
    const ids = [...new Set(items.flatMap((row) => row.publication_id ?? []))];
    const standings = await this.#context.publications.receiving.standings(ids);
    const sources = new Map((await allSources(kysely)).map((source) => [source.id, source]));
    const units = new Map((await this.#context.organisations.units.all()).map((unit) => [unit.id, unit]));
    const entries = items.map((row): IntakeEntry => {
      const unit = units.get(row.unit_id ?? '');
      const source = sources.get(row.source_id);
      const standing = standings.get(row.publication_id ?? '');
      return {
        id: row.id,
        at: row.at.toISOString(),
        source: { name: source?.name ?? '', way: source?.way ?? 'interface' },
        unit: unit ? { id: unit.id, code: unit.code, name: unit.name, shortName: unit.shortName } : null,
        externalId: row.external_id,
        title: standing?.title ?? row.title,
        signer: row.signer,
        proposal: row.proposal,
        fileNames: row.file_names,
        outcome: row.outcome,
        notes: row.notes,
        publicationId: row.publication_id,
        stateText: standing ? standingWords(standing) : null,
      };
    });
    return { items: entries, total, page: query.page, pageSize: query.pageSize };
  }
}

/** Null: every unit. */
function reach(actor: Actor): readonly string[] | null {
  if (can(actor, 'read', { kind: 'intake' })) return null;
  const held = actor.type === 'person' ? [...new Set(actor.grants.map((grant) => grant.unitId))] : [];
  return held.filter((unitId) => can(actor, 'read', { kind: 'intake', unitIds: [unitId] }));
}

function standingWords({ life, open }: Standing): string {
  if (life === 'none') return STATE_WORDS[open ?? 'discarded'];
  return `${STATE_WORDS[life]}${open ? `（新版本${STATE_WORDS[open]}）` : ''}`;
}
