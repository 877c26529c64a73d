import { ABANDONED_DAYS, releaseFiles } from '../../../platform/files/file-keeping.ts';
import type { PublicationsContext } from '../publications.context.ts';
import { lockPublications } from '../publications.store.ts';
import { dropUnnamedUploads, withUnnamedUploads } from './held-files.store.ts';

/** Uploads that were never saved into a text, or taken out of it while it was a draft, go after a week; originals of masked copies stay. */
export class AbandonedUploadsService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { database, changes, clock } = this.#context.platform;
    const before = new Date(clock.now().getTime() - ABANDONED_DAYS * 86_400_000);
    for (const id of await withUnnamedUploads(database.kysely, before)) {
      if (signal.aborted) return;
      await changes.run({ type: 'system' }, async (change) => {
        // Whoever saves a text that names the file holds the same lock.
        await lockPublications(change.tx, [id]);
        const dropped = await dropUnnamedUploads(change.tx, id, before);
        if (dropped.length === 0) return;
        await releaseFiles(change, dropped);
        change.record({
          action: 'sweepUploads',
          kind: 'publication',
          subjectId: id,
          detail: { files: dropped.length },
        });
      });
    }
  }
}
