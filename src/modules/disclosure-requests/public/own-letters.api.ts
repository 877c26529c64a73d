import { z } from 'zod';
import type { HttpServer } from '../../../platform/http/server.ts';
import { originOf } from '../../messages/index.ts';
import { LETTER_FORMATS } from '../letters/letters.contract.ts';
import type { OwnRequestService } from './own-request.service.ts';
import { LOOK_UP } from './paths.ts';

const PER_MINUTE = 30;
const short = z.string().max(40).catch('');

const Body = z.object({
  number: short,
  secret: short,
  seq: z.coerce.number().int().min(1).max(1000),
  format: z.enum(LETTER_FORMATS),
});

/** The applicant's own letter as a file, for number and secret in a form: never in an address, never kept by a cache. */
export function serveOwnLetters(app: HttpServer, own: Pick<OwnRequestService, 'letter'>): void {
  app.post(
    `${LOOK_UP}/letter`,
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
      const { name, mediaType, bytes } = await own.letter(request.body, originOf(request));
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .type(mediaType)
        .send(bytes);
    },
  );
}
