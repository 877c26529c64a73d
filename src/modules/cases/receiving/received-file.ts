import type { Reason } from '../../../kernel/app-error.ts';

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

/** Everything that is wrong with the files of one submission. */
export function fileReasons(most: number, files: readonly ReceivedFile[]): Reason[] {
  const tooMany = files.length > most ? [{ field: 'files', message: `最多还可以附 ${Math.max(0, most)} 个文件` }] : [];
  return [
    ...tooMany,
    ...files
      .filter((file) => !RECEIVED_MEDIA_TYPES.includes(file.mediaType) || file.size > RECEIVED_FILE_BYTES)
      .map((file) => ({
        field: 'files',
        message: `“${file.name}”不能接收：请附图片、PDF、OFD、Word、Excel 或文本文件，每个不超过 10 MB`,
      })),
  ];
}
