import type { FastifyRequest } from 'fastify';
import { AppError } from '../../../kernel/app-error.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { eachPart } from '../../../platform/http/form-parts.ts';
import { cleanName } from '../../../platform/http/uploads.ts';
import { LARGEST_FILE, type NamedFile } from '../../attachments/index.ts';

export interface ReceivedParts {
  readonly metadata: unknown;
  readonly text: NamedFile | null;
  readonly attachments: readonly NamedFile[];
}

/** Of one delivery, the document itself included; the server's own limit stands at 20. */
export const MOST_FILES = 20;
export const METADATA_BYTES = 1_048_576;

/**
 * Takes a delivery apart: JSON alone, or a form with `metadata` (a field or a file), `text` and `attachments`. Files go to the store as they
 * arrive.
 *
 * @throws AppError `upload-broken` (400), `delivery-expected` (415), `too-large`, `too-many-files` (413), `intake-refused` (422)
 */
export async function receiveDelivery(request: FastifyRequest, store: FileStore): Promise<ReceivedParts> {
  if (request.headers['content-type']?.startsWith('application/json'))
    return { metadata: request.body, text: null, attachments: [] };
  if (!request.isMultipart())
    throw new AppError(
      'delivery-expected',
      415,
      '请以 multipart/form-data 提交：metadata（JSON）、text（正文文件）、attachments（附件）；没有文件时也可直接提交 JSON。',
    );
  let metadata: unknown;
  let text: NamedFile | null = null;
  const attachments: NamedFile[] = [];
  try {
    await eachPart(request, async (part) => {
      if (part.type === 'field') {
        if (part.fieldname !== 'metadata') throw unknownPart(part.fieldname);
        metadata = typeof part.value === 'string' ? parsed(part.value) : part.value;
      } else if (part.fieldname === 'metadata') {
        metadata = parsed((await wholeOf(part.file)).toString('utf8'));
      } else if (part.fieldname === 'text' || part.fieldname === 'attachments') {
        if (attachments.length + (text ? 1 : 0) >= MOST_FILES) throw tooMany();
        const file = await store.put(part.file, { maxBytes: LARGEST_FILE });
        const named = { hash: file.hash, size: file.size, name: cleanName(part.filename) };
        if (part.fieldname === 'attachments') attachments.push(named);
        else if (text === null) text = named;
        else throw faulty('text', '正文文件（text）只能有一个，其余请作为附件（attachments）。');
      } else throw unknownPart(part.fieldname);
    });
  } catch (error) {
    throw told(error);
  }
  if (metadata === undefined) throw faulty('metadata', '缺少元数据（metadata）。');
  return { metadata, text, attachments };
}

async function wholeOf(file: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of file) {
    size += piece.length;
    if (size > METADATA_BYTES)
      throw new AppError('too-large', 413, '元数据（metadata）超过 1 MB，请把正文作为文件提交。');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw faulty('metadata', '元数据（metadata）不是有效的 JSON，请用 UTF-8 编码的 JSON 对象。');
  }
}

/** What the form's parser itself refuses, in words for those who write the other system. */
function told(error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code === 'FST_INVALID_JSON_FIELD_ERROR')
    return faulty('metadata', '元数据（metadata）不是有效的 JSON，请用 UTF-8 编码的 JSON 对象。');
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT') return tooMany();
  return error;
}

function unknownPart(name: string): AppError {
  return faulty('', `不认识“${name.slice(0, 40)}”这一部分；可以有 metadata、text、attachments。`);
}

function tooMany(): AppError {
  return new AppError('too-many-files', 413, `一次最多报送 ${MOST_FILES} 个文件，请把其余的合并或压缩后报送。`);
}

function faulty(field: string, message: string): AppError {
  return new AppError('intake-refused', 422, '公文没有收下，请改正后重新报送。', { reasons: [{ field, message }] });
}
