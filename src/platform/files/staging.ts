import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { storageError, tooLarge } from './file-errors.ts';
import type { PutOptions, StoredFile } from './file-store.ts';
import { judgeFile } from './media-type.ts';

/**
 * Takes bytes into a temporary file, synced, hashed and judged, hands it over, and removes whatever is left of it.
 *
 * @param keep moves the file at `path` to its place
 * @throws AppError `too-large`, `storage-full`; whatever `check` throws
 */
export async function stage(
  folder: string,
  bytes: Readable,
  { maxBytes, check }: PutOptions,
  keep: (path: string, file: StoredFile) => Promise<void>,
): Promise<StoredFile> {
  const path = join(folder, randomBytes(12).toString('hex'));
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const written = await writeSynced(path, bytes, maxBytes);
    const file = { ...written, mediaType: await judgeFile(path) };
    check?.(file);
    await keep(path, file);
    return file;
  } catch (error) {
    throw storageError(error);
  } finally {
    bytes.destroy();
    await rm(path, { force: true });
  }
}

async function writeSynced(path: string, bytes: Readable, maxBytes: number): Promise<{ hash: string; size: number }> {
  const file = await open(path, 'wx', 0o600);
  const digest = createHash('sha256');
  let size = 0;
  try {
    for await (const piece of bytes) {
      const chunk = Buffer.from(piece);
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      digest.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: digest.digest('hex'), size };
}
