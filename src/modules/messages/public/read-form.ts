import type { FastifyRequest } from 'fastify';
import { AppError, type Reason } from '../../../kernel/app-error.ts';
import type { FileStore, StoredFile } from '../../../platform/files/file-store.ts';
import { eachPart } from '../../../platform/http/form-parts.ts';
import { cleanName } from '../../../platform/http/uploads.ts';
import { RECEIVED_FILE_BYTES, RECEIVED_MEDIA_TYPES, type ReceivedFile } from '../../cases/index.ts';

export interface GivenForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly ReceivedFile[];
  /** What is wrong with files; the words are kept all the same. */
  readonly faults: readonly Reason[];
}

/**
 * A form of the portal with or without files. A file that cannot be taken is a fault beside the words, never a reason to lose them.
 * @throws AppError `upload-broken` (400)
 */
export async function readForm(request: FastifyRequest, store: FileStore, maxFiles: number): Promise<GivenForm> {
  if (!request.isMultipart()) return { fields: textsOf(request.body), files: [], faults: [] };
  const fields: Record<string, string> = {};
  const files: ReceivedFile[] = [];
  const faults: Reason[] = [];
  await eachPart(request, async (part) => {
    if (part.type === 'field') {
      fields[part.fieldname] = plainLines(String(part.value));
      return;
    }
    const taken = part.filename ? await take(part, store, files.length >= maxFiles ? maxFiles : null) : null;
    part.file.resume();
    if (taken === null) return;
    if ('message' in taken) faults.push(taken);
    else files.push(taken);
  });
  return { fields, files, faults };
}

type FilePart = { readonly filename: string; readonly file: Parameters<FileStore['put']>[0] };

async function take(part: FilePart, store: FileStore, full: number | null): Promise<ReceivedFile | Reason> {
  const name = cleanName(part.filename);
  if (full !== null) return fault(`最多上传 ${full} 个附件，“${name}”没有收下。`);
  try {
    const { hash, size, mediaType } = await store.put(part.file, { maxBytes: RECEIVED_FILE_BYTES, check });
    return { hash, size, mediaType, name };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'file-empty') return fault(`“${name}”是空文件，没有收下。请检查后重新选择，或不附这个文件。`);
    if (error.code === 'media-type-refused')
      return fault(
        `“${name}”的内容不是可以接收的格式（看内容，不看后缀）。请上传图片、PDF、OFD、Word、Excel 或文本文件。`,
      );
    if (error.status === 413) return fault(`“${name}”超过 ${RECEIVED_FILE_BYTES / 1_048_576} MB，请压缩后再上传。`);
    throw error;
  }
}

/** Before it is kept: what is refused leaves nothing behind. */
function check({ size, mediaType }: StoredFile): void {
  if (size === 0) throw new AppError('file-empty', 422, '文件是空的。');
  if (!RECEIVED_MEDIA_TYPES.includes(mediaType))
    throw new AppError('media-type-refused', 422, '不接受这种内容的文件。');
}

/** Browsers send two characters for each end of a line, where people see and count one. */
function plainLines(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function fault(message: string): Reason {
  return { field: 'files', message };
}

function textsOf(body: unknown): Record<string, string> {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (typeof value === 'string' ? [[name, plainLines(value)]] : [])),
  );
}
