import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/app-error.ts';

/**
 * Hands over the parts of a multipart form one after another, as they arrive. Whoever takes a file reads it to its end.
 *
 * @throws AppError `upload-broken` (400) when the form ends before its end, or says nowhere how its parts are told apart; whatever `take`
 *   throws
 */
export async function eachPart(request: FastifyRequest, take: (part: Multipart) => Promise<void>): Promise<void> {
  let own: unknown;
  const cutOff = new Set<unknown>();
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') {
        // The end may have come before the part was handed over, or comes while it is read.
        cutOff.add(part.file.errored);
        part.file.on('error', (error) => cutOff.add(error));
      }
      await take(part).catch((error: unknown) => {
        own = error;
        throw error;
      });
    }
  } catch (error) {
    const isOwn = error === own && !cutOff.has(error);
    throw isOwn || isLimit(error) ? error : broken(error);
  }
}

/** The parser's own refusals bear a status: too many parts, a field that is no JSON. That the sender hung up is none of them. */
function isLimit(error: unknown): boolean {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  return statusCode !== undefined && code !== 'FST_MP_PREMATURE_CLOSE';
}

function broken(cause: unknown): AppError {
  return new AppError(
    'upload-broken',
    400,
    '上传没有完成，内容没有保存。请重新提交；反复出现的，请检查网络，或少选几个附件再试。',
    { cause },
  );
}
