import { AppError } from '../../kernel/app-error.ts';
import type { Queryable } from '../db/database.ts';
import { lockFiles } from './file-release.store.ts';
import type { FileStore } from './file-store.ts';

/** What a module that keeps hashes of stored files tells, so that none is deleted while a row names it. */
export interface FileHolder {
  /** @returns those of the hashes (SHA-256, hex) that rows of this module name at this moment */
  held(db: Queryable, hashes: readonly string[]): Promise<readonly string[]>;
  /** Drops what was read of a file whose bytes are deleted. Safe to run twice. */
  forget?(db: Queryable, hash: string): Promise<void>;
}

/**
 * In the change that first names stored files: waits where their deletion is under way, so that bytes and row are there both or neither.
 * @throws AppError `file-swept` (409) when a file was deleted since it was uploaded
 */
export async function holdFiles(
  db: Queryable,
  files: Pick<FileStore, 'has'>,
  hashes: readonly string[],
): Promise<void> {
  await lockFiles(db, hashes);
  for (const hash of new Set(hashes)) {
    if (!(await files.has(hash))) throw new AppError('file-swept', 409, '这个文件刚刚被清理，请重新上传。');
  }
}
