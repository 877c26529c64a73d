/** A file that lies in the store, as a form brought it. */
export interface ReceivedFile {
  /** SHA-256, hex. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  /** By content, see platform/files/media-type.ts. */
  readonly mediaType: string;
  readonly name: string;
}

/** What people send as proof: pictures and documents. Anything else is refused by content, whatever its name. */
export const RECEIVED_MEDIA_TYPES: readonly string[] = [
  'image/jpeg',
  'image/png',
  'application/pdf',
  'application/ofd',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/plain',
];
/** Bytes, each. */
export const RECEIVED_FILE_BYTES = 10 * 1_048_576;
