import type { FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/app-error.ts';
import type { FileStore, StoredFile } from '../files/file-store.ts';
import { eachPart } from './form-parts.ts';

export interface Upload extends StoredFile {
  /** Name of the form's field. */
  readonly field: string;
  /** As the person called it, cleaned; for showing only. */
  readonly name: string;
}

export interface UploadLimits {
  /** Per file. */
  readonly maxBytes: number;
  readonly maxFiles: number;
  /** Media types by content, see media-type.ts; absent: any. */
  readonly allowed?: readonly string[];
}

export interface Uploads {
  readonly files: readonly Upload[];
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Streams a multipart form's files to the store while they arrive; nothing is held in memory. The route names no body schema: the fields
 * come back as text.
 *
 * @throws AppError `upload-broken` (400), `upload-expected` (415), `too-large` (413), `too-many-files` (413), `media-type-refused` (415), `storage-full` (503)
 */
export async function receiveUploads(
  request: FastifyRequest,
  store: FileStore,
  limits: UploadLimits,
): Promise<Uploads> {
  if (!request.isMultipart()) {
    throw new AppError('upload-expected', 415, '请以文件上传的方式提交。');
  }
  const files: Upload[] = [];
  const fields: Record<string, string> = {};
  await eachPart(request, async (part) => {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
      return;
    }
    if (files.length >= limits.maxFiles) throw tooMany(limits.maxFiles);
    const name = cleanName(part.filename);
    const { maxBytes, allowed } = limits;
    const check = ({ mediaType }: StoredFile) => {
      if (allowed && !allowed.includes(mediaType)) throw refused(name);
    };
    const stored = await store.put(part.file, { maxBytes, check });
    files.push({ ...stored, field: part.fieldname, name });
  });
  return { files, fields };
}

/** Without folders, control and direction characters, so that what people read is what the name is; at most 120 characters. */
export function cleanName(name: string | undefined): string {
  const last = (name ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  const cleaned = last.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  if (cleaned === '' || /^\.+$/.test(cleaned)) return '未命名文件';
  const characters = [...cleaned];
  if (characters.length <= 120) return cleaned;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(cleaned)?.[0] ?? '';
  return characters.slice(0, 120 - ending.length).join('') + ending;
}

function tooMany(maxFiles: number): AppError {
  return new AppError('too-many-files', 413, `一次最多上传 ${maxFiles} 个文件，请分次上传。`);
}

function refused(name: string): AppError {
  return new AppError('media-type-refused', 415, `不接受“${name}”这种内容的文件，请换用允许的格式。`);
}
