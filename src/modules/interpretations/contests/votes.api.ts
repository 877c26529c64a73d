import { z } from 'zod';
import { clientNetwork } from '../../../platform/http/rate-limits.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { MOST_CHOICES } from './contest.ts';
import type { ContestsService } from './contests.service.ts';

const Params = z.object({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
const candidate = z.coerce.number({ error: '请重新选择参评的解读。' }).int().positive();
/** One box ticked arrives as a text, several as a list, none not at all. */
const Body = z.object({
  candidates: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(candidate).max(MOST_CHOICES, `最多选 ${MOST_CHOICES} 件。`),
  ),
});

/** A plain form of the page: works without JavaScript, and leads back to a page that thanks. */
export function serveVotes(app: HttpServer, contests: ContestsService): void {
  app.post(
    '/interpretation-contests/:number/vote',
    {
      config: {
        access: { kind: 'interpretation', action: 'vote' },
        rateLimit: { max: 30, timeWindow: 60_000 },
      },
      schema: { summary: '为优秀解读投票（公开）', tags: ['政策解读'], params: Params, body: Body },
    },
    async (request, reply) => {
      await contests.vote(request.params.number, request.body.candidates, clientNetwork(request.ip));
      return reply.redirect(`/interpretation-contests/${request.params.number}/thanks`, 303);
    },
  );
}
