import { z } from 'zod';
import { clientNetwork } from '../../../platform/http/rate-limits.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { RATING_WORDS } from './rating.ts';
import type { RatingsService } from './ratings.service.ts';

const Params = z.object({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
const Body = z.object({
  stars: z.coerce.number({ error: '请选择一项评价。' }).int().min(1, '请选择一项评价。').max(RATING_WORDS.length),
});

/** A plain form of the page: works without JavaScript, and leads back to a page that thanks. */
export function serveRatings(app: HttpServer, ratings: RatingsService): void {
  app.post(
    '/interpretations/:number/rating',
    {
      config: {
        access: { kind: 'interpretation', action: 'rate' },
        rateLimit: { max: 30, timeWindow: 60_000 },
      },
      schema: { summary: '评价一条解读（公开）', tags: ['政策解读'], params: Params, body: Body },
    },
    async (request, reply) => {
      await ratings.rate(request.params.number, request.body.stars, clientNetwork(request.ip));
      return reply.redirect(`/interpretations/${request.params.number}/thanks`, 303);
    },
  );
}
