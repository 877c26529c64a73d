import { setImmediate as breath } from 'node:timers/promises';
import { AppError } from '../../../kernel/app-error.ts';
import { releaseFiles } from '../../../platform/files/file-keeping.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type ReadHead, readHead, valuesOf } from './import-columns.contract.ts';
import { archiveNames, type ImportTable, readImportTable } from './import-file.ts';
import { insertRows, setRead, setUnreadable } from './imports.store.ts';

/** Hashes of stored files, with the name by which the table's format is told. */
export interface ImportFiles {
  readonly table: string;
  readonly archive: string | null;
  readonly name: string;
}

export interface ReadFiles {
  readonly table: ImportTable;
  readonly head: ReadHead;
  readonly fileNames: readonly string[];
}

/** Takes the rows of a table into the database, lot after lot; whoever dies in the middle begins anew, and rows that are there stay. */
export class ImportReading {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** @throws AppError `import-unreadable`, `import-columns-missing` (422), `files-waiting` (503) */
  async read(files: ImportFiles): Promise<ReadFiles> {
    const table = await readImportTable(await this.#input(files.table), files.name);
    const head = readHead(table.head);
    if (head.missing.length > 0)
      throw new AppError('import-columns-missing', 422, `表头缺少“${head.missing.join('”“')}”列，请补上后重新上传。`);
    return { table, head, fileNames: files.archive ? await this.fileNames(files.archive) : [] };
  }

  async fileNames(archive: string): Promise<string[]> {
    return archiveNames(await this.#input(archive));
  }

  /** @returns false when the signal said stop before the end */
  async takeIn(
    id: string,
    { table, head, fileNames }: ReadFiles,
    files: ImportFiles,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const db = this.#platform.database.kysely;
    // The first row of a table is its heading.
    let row = 2;
    for (const lot of table.lots()) {
      if (signal?.aborted) return false;
      await insertRows(
        db,
        id,
        lot.map((cells, at) => ({ row: row + at, values: valuesOf(head, cells) })),
      );
      row += lot.length;
      await breath();
    }
    await this.#platform.changes.run({ type: 'system' }, async (change) => {
      if (!(await setRead(change.tx, id, { unused: head.unused, archiveFiles: fileNames.length }))) return;
      await releaseFiles(change, [files.table]);
      change.record({ action: 'import.read', kind: 'library', subjectId: id, detail: { rows: table.rows } });
    });
    return true;
  }

  /** Nobody waits for the answer any more: the reason is kept for whoever looks. */
  async giveUp(id: string, trouble: string, { table, archive }: ImportFiles): Promise<void> {
    await this.#platform.changes.run({ type: 'system' }, async (change) => {
      if (!(await setUnreadable(change.tx, id, trouble, change.at))) return;
      await releaseFiles(change, archive ? [table, archive] : [table]);
      change.record({ action: 'import.unreadable', kind: 'library', subjectId: id });
    });
  }

  async #input(hash: string) {
    const { files } = this.#platform;
    return { size: await files.size(hash), stream: await files.read(hash) };
  }
}
