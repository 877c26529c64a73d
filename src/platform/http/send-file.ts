import type { FastifyReply } from 'fastify';
import type { FileStore } from '../files/file-store.ts';

/** Kinds that a browser may show in place; everything else is only ever downloaded, so that no file of ours runs as a page. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/gif', 'image/webp', 'text/plain']);

/** What others uploaded has no part in our site; a browser's own reader of PDF does not open in a sandbox. */
export async function sendFile(
  reply: FastifyReply,
  files: FileStore,
  file: { readonly hash: string; readonly name: string; readonly mediaType: string },
  wish: 'inline' | 'attachment',
): Promise<FastifyReply> {
  const bytes = await files.read(file.hash);
  const shown = wish === 'inline' && SHOWN.has(file.mediaType);
  return reply
    .type(shown ? file.mediaType : 'application/octet-stream')
    .header('content-disposition', contentDisposition(shown ? 'inline' : 'attachment', file.name))
    .header('x-content-type-options', 'nosniff')
    .headers(file.mediaType === 'application/pdf' ? {} : { 'content-security-policy': "default-src 'none'; sandbox" })
    .send(bytes);
}

/** RFC 6266 with the Chinese name in RFC 5987 form. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename*=UTF-8''${encoded}`;
}
