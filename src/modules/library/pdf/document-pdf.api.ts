import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import type { OpenPublications } from '../../publications/index.ts';
import { withdrawalWords } from '../public/withdrawal-words.ts';
import { type DocumentPdf, LAYOUT } from './document-pdf.service.ts';

const config = { access: { kind: 'portal', action: 'read' }, anonymous: true } as const;
const params = z.object({ number: z.coerce.number().int().min(1).max(999_999_999) });

/** Download of a public document as PDF; what was removed has none. */
export function serveDocumentPdf(app: HttpServer, open: OpenPublications, pdf: DocumentPdf): void {
  app.get(
    '/documents/:number/text.pdf',
    { config, schema: { params, tags: ['公开信息'], summary: '正文（PDF）' } },
    async ({ params: { number }, headers }, reply) => {
      const [item, record] = [await open.item(number), await open.record(number)];
      if (item?.status === 'removed')
        throw new AppError('removed', 410, `这份文件已经移除。${item.reason ? `理由：${item.reason}` : ''}`);
      if (!item || !record)
        throw new AppError('not-found', 404, '没有找到这份文件，它可能尚未公开。请从“政策文件”重新查找。');
      const notice = withdrawalWords(item);
      const etag = `"${record.hash}-pdf${LAYOUT}${notice ? `-${shortHash(notice)}` : ''}"`;
      reply.header('etag', etag).header('cache-control', 'public, max-age=0, must-revalidate');
      if (headers['if-none-match'] === etag) return reply.code(304).send();
      const name = encodeURIComponent(`${item.title.slice(0, 80)}.pdf`);
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .type('application/pdf')
        .send(await pdf.of(record, notice));
    },
  );
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
