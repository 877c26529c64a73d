import { Readable } from 'node:stream';
import type { Queryable } from '../../platform/db/database.ts';
import { lockFiles } from '../../platform/files/file-release.store.ts';
import type { StoredFile } from '../../platform/files/file-store.ts';
import type { IsolatedInput } from '../../platform/isolated-process/isolated-process.ts';
import type { Platform } from '../../platform/platform.ts';
import { dropInspections, findInspection, type InspectionKey, keepInspection } from './attachments.store.ts';
import { cleanCopy } from './clean-copy.ts';
import { type ImportedDocument, importDocument } from './import-document.ts';
import { inspect } from './inspect.ts';
import type { Inspection } from './inspection.contract.ts';
import { LARGEST_FILE } from './opening/open-file.ts';
import type { Preview } from './preview.contract.ts';
import { preview } from './preview.ts';
import { type PageText, textPositions } from './text-positions.ts';

/** A file of the store under the name that people gave it. */
export interface NamedFile {
  /** SHA-256, hex. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly name: string;
}

/** Raised whenever the rules of inspection change, so that files are looked at anew. */
const RULES = 1;
/** May pass when the machine is less busy, so they are not remembered. */
const PASSING = new Set(['time', 'memory', 'crash']);

/** Files of the store, opened in a process of their own. Who may do so is the business of the module that holds the file. */
export class AttachmentsService {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /**
   * What the file is, says and hides, and why it may not be taken; each file is opened once.
   * @throws AppError `file-missing` (404), `files-waiting` (503)
   */
  async inspect(file: NamedFile): Promise<Inspection> {
    const key = { hash: file.hash, ending: endingOf(file.name), rules: RULES };
    const known = await findInspection(this.#platform.database.kysely, key);
    if (known) return known;
    const result = await inspect(await this.#open(file), file.name);
    if (!result.problems.some((problem) => PASSING.has(problem.code))) await this.#remember(key, result);
    return result;
  }

  /**
   * Stores a copy without what people do not see.
   * @throws AppError `file-refused` (422), `file-missing` (404), `files-waiting` (503)
   */
  async cleanCopy(file: NamedFile): Promise<{ readonly file: StoredFile; readonly inspection: Inspection }> {
    const { bytes, inspection } = await cleanCopy(await this.#open(file), file.name);
    return { file: await this.#keep(bytes), inspection };
  }

  /**
   * A document's body with proposals and doubts; its pictures are stored.
   * @throws AppError `file-refused` (422), `file-missing` (404), `files-waiting` (503)
   */
  async importDocument(
    file: NamedFile,
  ): Promise<Omit<ImportedDocument, 'images'> & { readonly images: readonly StoredFile[] }> {
    const { images, ...document } = await importDocument(await this.#open(file), file.name);
    const stored: StoredFile[] = [];
    for (const image of images) {
      const kept = await this.#keep(image.bytes);
      if (kept.hash !== image.sha256) throw new Error('a picture has another hash than the body names');
      stored.push(kept);
    }
    return { ...document, images: stored };
  }

  /** @throws AppError `file-refused` (422), `file-missing` (404), `files-waiting` (503) */
  async preview(file: NamedFile): Promise<Preview> {
    return preview(await this.#open(file), file.name);
  }

  /** Boxes of every letter of a PDF. @throws AppError `file-refused` (422), `file-missing` (404), `files-waiting` (503) */
  async textPositions(file: NamedFile): Promise<readonly PageText[]> {
    return textPositions(await this.#open(file), file.name);
  }

  /** Forgets what was read of a file, when the file itself is erased. */
  async forget(db: Queryable, hash: string): Promise<void> {
    await dropInspections(db, hash);
  }

  /** Nothing is remembered of a file that was deleted meanwhile. */
  async #remember(key: InspectionKey, result: Inspection): Promise<void> {
    const { database, files, clock } = this.#platform;
    await database.kysely.transaction().execute(async (tx) => {
      await lockFiles(tx, [key.hash]);
      if (await files.has(key.hash)) await keepInspection(tx, key, result, clock.now());
    });
  }

  async #open(file: NamedFile): Promise<IsolatedInput> {
    return { size: file.size, stream: await this.#platform.files.read(file.hash) };
  }

  #keep(bytes: Uint8Array): Promise<StoredFile> {
    return this.#platform.files.put(Readable.from([Buffer.from(bytes)]), { maxBytes: LARGEST_FILE * 2 });
  }
}

function endingOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
