import type { Readable } from 'node:stream';

/** Files by content: the address is the SHA-256 of the bytes, so the same file is kept once and can be proved. */
export interface FileStore {
  /**
   * Streams the bytes to the store; nothing half-written is ever visible.
   * @throws AppError `too-large` (413) past `maxBytes`, `storage-full` (503) when the disk is full; whatever `check` throws
   */
  put(bytes: Readable, options: PutOptions): Promise<StoredFile>;
  /** @throws AppError `file-missing` (404) */
  read(hash: string): Promise<Readable>;
  has(hash: string): Promise<boolean>;
  /** Bytes. @throws AppError `file-missing` (404) */
  size(hash: string): Promise<number>;
  /** Every hash that is stored. */
  list(): AsyncIterable<string>;
  /** For good; nothing when it is not there. Only for `FileKeeping`, which knows that nothing names the file. */
  delete(hash: string): Promise<void>;
}

export interface PutOptions {
  readonly maxBytes: number;
  /** Throws to refuse what came: then it never enters the store, and the same bytes under another name there stay as they are. */
  readonly check?: (file: StoredFile) => void;
}

export interface StoredFile {
  /** SHA-256, hex. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  /** Judged by content, never by name; `application/octet-stream` when unknown. */
  readonly mediaType: string;
}
