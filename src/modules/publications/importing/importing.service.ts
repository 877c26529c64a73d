import { Readable } from 'node:stream';
import type { Actor } from '../../../kernel/permissions.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { Upload } from '../../../platform/http/uploads.ts';
import { importDocument, LARGEST_FILE } from '../../attachments/index.ts';
import type { UploadsService } from '../content/uploads.service.ts';
import type { ImportAnswer } from './importing.contract.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** Reads a Word file, web page or text into a draft's text (DOC-1); the original is kept with the publication, for staff alone. */
export class ImportingService {
  readonly #files: FileStore;
  readonly #uploads: Pick<UploadsService, 'demandUpload' | 'add'>;

  constructor(files: FileStore, uploads: Pick<UploadsService, 'demandUpload' | 'add'>) {
    this.#files = files;
    this.#uploads = uploads;
  }

  /** Before any byte is taken. */
  demand(actor: Actor, publicationId: string): Promise<void> {
    return this.#uploads.demandUpload(actor, publicationId);
  }

  /** @throws AppError `file-refused` (422) in one sentence when the file cannot be read */
  async read(actor: Actor, publicationId: string, upload: Upload): Promise<ImportAnswer> {
    const stream = await this.#files.read(upload.hash);
    const { images, body, proposals, headBlockIds, doubts } = await importDocument(
      { size: upload.size, stream },
      upload.name,
    );
    await this.#uploads.add(actor, publicationId, upload);
    for (const [index, image] of images.entries()) {
      const stored = await this.#files.put(Readable.from([Buffer.from(image.bytes)]), { maxBytes: LARGEST_FILE });
      const name = `图${index + 1}.${ENDINGS[image.mediaType] ?? 'img'}`;
      await this.#uploads.add(actor, publicationId, { ...stored, name });
    }
    return { body, proposals: [...proposals], headBlockIds: [...headBlockIds], doubts: [...doubts] };
  }
}
