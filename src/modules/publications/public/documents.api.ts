import { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { sendFile } from '../../../platform/http/send-file.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { sha256 } from '../content/content.contract.ts';
import type { OpenPublicationsService } from './open-publications.service.ts';

const config = { access: { kind: 'publicDocument', action: 'read' }, anonymous: true } as const;
const number = z.coerce.number().int().min(1).max(999_999_999);
const ofNumber = z.object({ number });
const ofForm = ofNumber.extend({ ordinal: z.coerce.number().int().min(1).max(99_999) });
const ofFile = ofNumber.extend({ sha256, name: z.string().max(600) });
/** Frozen bytes of one form never change; only whether they are public does, so caches ask again. */
const CACHE = 'public, max-age=0, must-revalidate';

/** The bytes that are public, as they were frozen; the page around them is the library's. */
export function serveDocuments(app: HttpServer, open: OpenPublicationsService, files: FileStore): void {
  const schema = { tags: ['公开信息'] };

  app.get(
    '/documents/:number/record.json',
    { config, schema: { ...schema, summary: '公开记录（冻结的原样）', params: ofNumber } },
    async ({ params, headers }, reply) =>
      sendRecord(reply, headers['if-none-match'], await record(open, params.number)),
  );
  app.get(
    '/documents/:number/versions/:ordinal/record.json',
    { config, schema: { ...schema, summary: '某一版的公开记录', params: ofForm } },
    async ({ params, headers }, reply) =>
      sendRecord(reply, headers['if-none-match'], await record(open, params.number, params.ordinal)),
  );
  app.get(
    '/documents/:number/proof.json',
    { config, schema: { ...schema, summary: '公开凭证：可据以核对记录没有改动', params: ofNumber } },
    async ({ params }, reply) => reply.header('cache-control', CACHE).send(await proof(open, params.number)),
  );
  app.get(
    '/documents/:number/receipt.tlog-proof',
    { config, schema: { ...schema, summary: '可离线核对的凭证（C2SP tlog-proof）', params: ofNumber } },
    async ({ params }, reply) => {
      const receipt = await open.receipt(params.number);
      if (receipt === undefined) throw await whyNot(open, params.number);
      if (receipt === null) {
        throw new AppError('receipt-not-yet', 404, '这份信息刚刚公开，存证尚未签名。请一分钟后再下载凭证。');
      }
      const name = `document-${params.number}.tlog-proof`;
      reply.header('cache-control', CACHE).header('content-disposition', `attachment; filename="${name}"`);
      return reply.type('text/plain; charset=utf-8').send(receipt);
    },
  );
  app.get(
    '/documents/:number/versions/:ordinal/proof.json',
    { config, schema: { ...schema, summary: '某一版的公开凭证', params: ofForm } },
    async ({ params }, reply) =>
      reply.header('cache-control', CACHE).send(await proof(open, params.number, params.ordinal)),
  );
  app.get(
    '/documents/:number/files/:sha256/:name',
    { config, schema: { ...schema, summary: '附件', params: ofFile } },
    async ({ params, headers }, reply) => {
      const file = await open.file(params.number, params.sha256);
      if (!file) throw await whyNot(open, params.number);
      const etag = `"${file.sha256}"`;
      reply.header('etag', etag).header('cache-control', CACHE);
      if (headers['if-none-match'] === etag) return reply.code(304).send();
      return sendFile(reply, files, { hash: file.sha256, name: file.name, mediaType: file.mediaType }, 'inline');
    },
  );
}

type Reply = Parameters<typeof sendFile>[0];

function sendRecord(reply: Reply, seen: string | undefined, found: { bytes: Uint8Array; hash: string }) {
  const etag = `"${found.hash}"`;
  reply.header('etag', etag).header('cache-control', CACHE);
  if (seen === etag) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(Buffer.from(found.bytes));
}

async function record(open: OpenPublicationsService, of: number, ordinal?: number) {
  const found = await open.record(of, ordinal);
  if (!found) throw await whyNot(open, of);
  return found;
}

async function proof(open: OpenPublicationsService, of: number, ordinal?: number) {
  const found = await open.proof(of, ordinal);
  if (!found) throw await whyNot(open, of);
  return found;
}

/** What was removed is told as removed, with its reason (410); what was never public is told as nothing (404). */
async function whyNot(open: OpenPublicationsService, of: number): Promise<AppError> {
  const item = await open.item(of);
  if (item?.status !== 'removed') {
    return new AppError('document-not-found', 404, '没有找到这份信息，请检查地址，或从政策文件库重新查找。');
  }
  return new AppError('document-removed', 410, `这份信息已移除。理由：${item.reason ?? ''}`);
}
