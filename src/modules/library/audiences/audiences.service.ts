import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Shelf } from '../shelf/shelf.service.ts';
import { inTreeOrder, makesCircle } from './audience-tree.ts';
import type { Audience, AudienceInput } from './audiences.contract.ts';
import { allAudiences, lockedLinks, putLink } from './audiences.store.ts';

/** 适用对象 as a tree: who looks for the wider one finds what its kinds may have (TOP-3). */
export class AudiencesService {
  readonly #platform: Platform;
  readonly #shelf: Shelf;

  constructor(platform: Platform, shelf: Shelf) {
    this.#platform = platform;
    this.#shelf = shelf;
  }

  /** In the order of the tree, the most used first. */
  async all(): Promise<Audience[]> {
    await this.#shelf.catchUp();
    return inTreeOrder(await allAudiences(this.#platform.database.kysely));
  }

  /** @throws AppError `audience-circle` (409) when the wider one is already a kind of it */
  async put(actor: Actor, input: AudienceInput): Promise<Audience[]> {
    await this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'edit', { kind: 'topic' });
      if (makesCircle(await lockedLinks(change.tx), input.name, input.parent))
        throw new AppError(
          'audience-circle',
          409,
          `“${input.parent}”已经归在“${input.name}”之下，不能再作它的上级。请另选上级。`,
        );
      await putLink(change.tx, input);
      change.record({ action: 'edit', kind: 'topic', subjectId: input.name, detail: { audience: input } });
      await change.emit('library.catalogueChanged', { audience: input.name });
    });
    return this.all();
  }
}
