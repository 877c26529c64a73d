import type { Actor } from '../../../kernel/permissions.ts';
import type { StoredFile } from '../../../platform/files/file-store.ts';
import type { UploadsService } from '../content/uploads.service.ts';
import type { PublicationsContext } from '../publications.context.ts';
import type { ImportAnswer } from './importing.contract.ts';

/** A file's text for the writer to look through; its pictures are kept with the publication, nothing else is saved. */
export class ImportingService {
  readonly #context: PublicationsContext;
  readonly #uploads: UploadsService;

  constructor(context: PublicationsContext, uploads: UploadsService) {
    this.#context = context;
    this.#uploads = uploads;
  }

  /** @throws AppError `file-refused` (422) with one sentence */
  async read(actor: Actor, id: string, file: StoredFile & { readonly name: string }): Promise<ImportAnswer> {
    const { images, body, proposals, headBlockIds, doubts } = await this.#context.attachments.importDocument(file);
    for (const [index, image] of images.entries()) {
      await this.#uploads.add(actor, id, { ...image, name: `图片${index + 1}.${endingOf(image.mediaType)}` });
    }
    return {
      body,
      proposals: proposals.map((proposal) => ({ ...proposal })),
      headBlockIds: [...headBlockIds],
      doubts: doubts.map((doubt) => ({ ...doubt })),
    };
  }
}

function endingOf(mediaType: string): string {
  return mediaType.split('/')[1]?.replace('jpeg', 'jpg') ?? 'bin';
}
