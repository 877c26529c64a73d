import type { Actor } from '../../../kernel/permissions.ts';
import { look } from '../held-publication.service.ts';
import { relatedOf } from '../public/open-publications.store.ts';
import { type PublicationsContext, unitsIn } from '../publications.context.ts';
import { type AffectedByEnd, affectedByEnd } from './ending-effects.ts';

/** Names what else is touched before somebody withdraws, removes or merges. */
export class EndingEffectsService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  async list(actor: Actor, id: string): Promise<AffectedByEnd[]> {
    const { kinds, platform } = this.#context;
    const db = platform.database.kysely;
    const { officeId } = await unitsIn(this.#context, db);
    const { row, kind } = await look(this.#context, db, actor, id, officeId);
    if (row.number === null) return [];
    return affectedByEnd(kind, await relatedOf(db, { number: row.number, publicationId: row.id }), kinds);
  }
}
