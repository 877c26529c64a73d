import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import { createGunzip, createGzip } from 'node:zlib';
import { storageError } from '../files/file-errors.ts';
import { corrupt, readTar, tarEnd, tarHeader, tarPadding } from './tar.ts';

export const FORMAT = 'mingchuang-backup';
export const FORMAT_VERSION = 1;
export const HEADER = 'header.json';
export const MANIFEST = 'manifest.json';

/** First in the archive: what must be known before any row is read. */
export interface ArchiveHeader {
  readonly format: typeof FORMAT;
  readonly version: typeof FORMAT_VERSION;
  readonly createdAt: string;
  /** Names of the migrations that the data's schema had gone through. */
  readonly migrations: readonly string[];
  readonly tables: readonly ArchiveTable[];
  readonly sequences: readonly { readonly name: string; readonly value: string }[];
}

/** Rows lie in `tables/<index>/<part>.jsonl`, each line the texts of the columns in this order. */
export interface ArchiveTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** Last in the archive, so its presence shows that nothing was cut off. */
export interface ArchiveManifest {
  readonly rows: readonly number[];
  readonly entries: Readonly<Record<string, { readonly size: number; readonly sha256: string }>>;
}

export interface OutgoingEntry {
  readonly name: string;
  readonly size: number;
  readonly body: AsyncIterable<Buffer> | Iterable<Buffer>;
}

/** Writes beside, synced, then renames: a half-written archive never bears the name of a backup. Readable by its owner only. */
export async function writeArchive(
  path: string,
  entries: AsyncIterable<OutgoingEntry>,
  rows: () => readonly number[],
): Promise<void> {
  const temporary = `${path}.part`;
  try {
    await pipeline(packed(entries, rows), createGzip({ level: 5 }), createWriteStream(temporary, { mode: 0o600 }));
    const file = await open(temporary, 'r+');
    await file.sync().finally(() => file.close());
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw storageError(error);
  }
}

async function* packed(entries: AsyncIterable<OutgoingEntry>, rows: () => readonly number[]): AsyncGenerator<Buffer> {
  const written: Record<string, { size: number; sha256: string }> = {};
  for await (const { name, size, body } of entries) {
    yield tarHeader(name, size);
    const digest = createHash('sha256');
    let sent = 0;
    for await (const piece of body) {
      digest.update(piece);
      sent += piece.length;
      yield piece;
    }
    if (sent !== size) throw new Error(`${name} has ${sent} bytes instead of ${size}`);
    yield tarPadding(size);
    written[name] = { size, sha256: digest.digest('hex') };
  }
  const manifest = Buffer.from(JSON.stringify({ rows: rows(), entries: written } satisfies ArchiveManifest));
  yield Buffer.concat([tarHeader(MANIFEST, manifest.length), manifest, tarPadding(manifest.length), tarEnd()]);
}

export interface IncomingEntry {
  readonly name: string;
  /** Must be read to its end before the next entry is asked for. */
  readonly body: Readable;
}

/**
 * Gives the entries one after the other, and at the end compares them all with the manifest: nothing may be kept for good before that.
 *
 * @param check is shown the manifest once every entry has proved to be what it says
 * @throws AppError `backup-corrupt`
 */
export async function* readArchive(
  path: string,
  check: (manifest: ArchiveManifest) => void,
): AsyncGenerator<IncomingEntry> {
  const source = createReadStream(path);
  const unpacked = source.pipe(createGunzip());
  source.on('error', (error) => unpacked.destroy(error));
  const found: Record<string, { size: number; sha256: string }> = {};
  let manifest: ArchiveManifest | undefined;
  try {
    for await (const { name, size, body } of readTar(undamaged(unpacked))) {
      if (name === MANIFEST) {
        manifest = JSON.parse(Buffer.concat(await collect(body)).toString());
        continue;
      }
      const digest = createHash('sha256');
      yield { name, body: Readable.from(hashed(body, digest), { objectMode: false }) };
      found[name] = { size, sha256: digest.digest('hex') };
    }
    if (!manifest || !isDeepStrictEqual(found, manifest.entries)) throw corrupt();
  } catch (error) {
    throw isDamage(error) ? corrupt(error) : error;
  } finally {
    source.destroy();
    unpacked.destroy();
  }
  check(manifest);
}

async function collect(body: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(piece);
  return pieces;
}

async function* undamaged(unpacked: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* unpacked;
  } catch (error) {
    throw isDamage(error) ? corrupt(error) : error;
  }
}

async function* hashed(body: AsyncIterable<Buffer>, digest: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const piece of body) {
    digest.update(piece);
    yield piece;
  }
}

/** zlib's errors begin with Z_; a manifest that is no JSON is a SyntaxError. */
function isDamage(error: unknown): boolean {
  return error instanceof SyntaxError || /^Z_/.test((error as { code?: string }).code ?? '');
}
