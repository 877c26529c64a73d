import { z } from 'zod';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { sendFile } from '../../../platform/http/send-file.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { originOf } from '../../messages/index.ts';
import type { OwnRequestService } from './own-request.service.ts';
import { LOOK_UP } from './paths.ts';

const PER_MINUTE = 60;
const short = z.string().max(40).catch('');
const Body = z.object({ number: short, secret: short, file: short });

/** What a decision supplies, for number and secret in a form: never in an address, never kept by a cache. */
export function serveOwnFiles(app: HttpServer, own: Pick<OwnRequestService, 'file'>, files: FileStore): void {
  app.post(
    `${LOOK_UP}/file`,
    {
      config: {
        access: { kind: 'case', action: 'lookUp' },
        anonymous: true,
        rateLimit: { max: PER_MINUTE, timeWindow: 60_000 },
      },
      schema: { body: Body, hide: true },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { sha256, name, media_type: mediaType } = await own.file(request.body, originOf(request));
      return sendFile(reply, files, { hash: sha256, name, mediaType }, 'attachment');
    },
  );
}
