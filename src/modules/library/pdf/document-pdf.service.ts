import { extname } from 'node:path';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { type IsolationLimits, runIsolated } from '../../../platform/isolated-process/isolated-process.ts';
import type { FieldValue, OpenRecord, PublicationKind } from '../../publications/index.ts';
import type { PrintedRecord } from './document-definition.ts';
import type { PdfWish } from './document-pdf.task.ts';
import { printedFacts } from './printed-facts.ts';
import { refusalOf } from './printed-pages.ts';

export const LIMITS: IsolationLimits = {
  milliseconds: 60_000,
  processorMs: 40_000,
  megabytes: 1024,
  outputBytes: 200_000_000,
};
/** A change of how pages are laid out makes other bytes of the same record. */
export const LAYOUT = 2;
const KEPT_BYTES = 48_000_000;
const MOST_PICTURE_BYTES = 40_000_000;
const DRAWN = new Set(['image/png', 'image/jpeg']);
// The compiled program runs .js, development and tests run .ts.
const TASK = new URL(`./document-pdf.task${extname(import.meta.url)}`, import.meta.url);

type FrozenRecord = PrintedRecord & {
  readonly kind: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly pictures: readonly { readonly sha256: string; readonly mediaType: string; readonly size: number }[];
};

export interface PdfSources {
  readonly files: FileStore;
  readonly kinds: { has(code: string): boolean; get(code: string): PublicationKind };
  readonly unitName: (publicationNumber: number) => Promise<string>;
  readonly origin: string;
  readonly siteName: () => Promise<string>;
}

/**
 * Public documents as PDF (GIP-9), made from the frozen record when somebody first asks. Kept in memory alone, so that what is removed or
 * erased by law leaves no copy behind; made again, it has the same bytes.
 */
export class DocumentPdf {
  readonly #sources: PdfSources;
  readonly #kept = new Map<string, Promise<Buffer>>();
  #bytes = 0;

  constructor(sources: PdfSources) {
    this.#sources = sources;
  }

  /**
   * @param notice what the page says above the elements because of what happened after the record was frozen
   * @throws AppError `files-waiting` (503) when too many are being made, `document-too-long` (422)
   */
  of(record: OpenRecord, notice: string | null): Promise<Buffer> {
    const key = `${record.hash} ${notice ?? ''}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const made = this.#make(record, notice);
    this.#kept.set(key, made);
    made.then(
      (pdf) => this.#weigh(pdf.length),
      () => this.#kept.delete(key),
    );
    return made;
  }

  /** The oldest go first; one more is always kept. */
  #weigh(length: number): void {
    this.#bytes += length;
    for (const [key, made] of this.#kept) {
      if (this.#bytes <= KEPT_BYTES || this.#kept.size === 1) return;
      this.#kept.delete(key);
      void made.then((pdf) => {
        this.#bytes -= pdf.length;
      });
    }
  }

  async #make({ bytes, hash }: OpenRecord, notice: string | null): Promise<Buffer> {
    const record = JSON.parse(new TextDecoder().decode(bytes)) as FrozenRecord;
    const { kinds, origin, siteName, unitName } = this.#sources;
    const definitions = kinds.has(record.kind) ? kinds.get(record.kind).fields : [];
    const { issuer } = record.fields;
    const source = typeof issuer === 'string' && issuer !== '' ? issuer : await unitName(record.number);
    const pictures = await this.#pictures(record);
    const { number, ordinal, title, bodyHtml, attachments, publishedAt } = record;
    const wish: PdfWish = {
      record: { number, ordinal, title, bodyHtml, attachments, publishedAt },
      words: {
        source,
        facts: printedFacts(record.fields, definitions),
        origin,
        siteName: await siteName(),
        recordHash: hash,
        notice,
      },
      pictures: pictures.map(({ sha256, mediaType }) => ({ sha256, mediaType })),
    };
    try {
      const answer = await runIsolated(
        TASK,
        wish,
        pictures.map((one) => one.bytes),
        LIMITS,
      );
      return Buffer.from(answer.bytes[0] ?? new Uint8Array());
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Kinds that a PDF cannot hold, and pictures past the limit, are told by their words instead. */
  async #pictures({ pictures }: FrozenRecord) {
    const taken: { sha256: string; mediaType: string; bytes: Buffer }[] = [];
    let left = MOST_PICTURE_BYTES;
    for (const { sha256, mediaType, size } of pictures) {
      if (!DRAWN.has(mediaType) || size > left) continue;
      left -= size;
      const chunks: Buffer[] = [];
      for await (const chunk of await this.#sources.files.read(sha256)) chunks.push(Buffer.from(chunk as Uint8Array));
      taken.push({ sha256, mediaType, bytes: Buffer.concat(chunks) });
    }
    return taken;
  }
}
