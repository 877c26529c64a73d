import type { Actor } from '../../../kernel/permissions.ts';
import { documentsOf, eraseDocument } from './erase.store.ts';
import { erasedId } from './erased-id.ts';
import type { IntakeContext } from './intake.context.ts';
import { allSources, lockSource } from './sources.store.ts';

const SYSTEM: Actor = { type: 'system' };

/** Follows the legal erasure of a publication into the log of what came in (PIPL art. 47). */
export class IntakeEraseService {
  readonly #context: Pick<IntakeContext, 'platform'>;

  constructor(context: Pick<IntakeContext, 'platform'>) {
    this.#context = context;
  }

  /** Of a publication that no other system handed in, nothing is to be done; safe to run twice. */
  async forget(publicationId: string): Promise<void> {
    const { changes, secrets } = this.#context.platform;
    await changes.run(SYSTEM, async (change) => {
      const sources = new Map((await allSources(change.tx)).map((source) => [source.id, source]));
      for (const row of await documentsOf(change.tx, publicationId)) {
        // A refusal that is being written meanwhile is seen here, or sees the end itself.
        await lockSource(change.tx, row.source_id);
        // The number that another system gave is that system's own; in a folder it is the file's name.
        const isName = sources.get(row.source_id)?.way === 'folder';
        const isDone = row.delivery_hash === '';
        await eraseDocument(
          change.tx,
          row,
          isName && !isDone ? erasedId(secrets, row.source_id, row.external_id) : null,
        );
      }
    });
  }
}
