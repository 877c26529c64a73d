import { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import { clientNetwork } from '../../../platform/http/rate-limits.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { ballotFault, MOST_CHOICES } from './contest.ts';
import type { ContestsService } from './contests.service.ts';

const Params = z.object({ number: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER) });
const candidate = z.coerce.number({ error: '请重新选择参评的解读。' }).int().positive();
/** More boxes than any contest shows; those over its own limit are told so beside the form. */
const MOST_SENT = 200;
/** One box ticked arrives as a text, several as a list, none not at all. */
const Body = z.object({
  candidates: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(candidate).max(MOST_SENT, `最多选 ${MOST_CHOICES} 件。`),
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
      const { number } = request.params;
      const { candidates } = request.body;
      try {
        await contests.vote(number, candidates, clientNetwork(request.ip));
      } catch (error) {
        if (!isCorrectable(error, request.headers.accept)) throw error;
        return reply.redirect(`/interpretation-contests/${number}?${ballotFault(candidates)}#vote`, 303);
      }
      return reply.redirect(`/interpretation-contests/${number}/thanks`, 303);
    },
  );
}

/** A person whose ballot does not count gets the form again, with what to do beside it. */
function isCorrectable(error: unknown, accept = ''): boolean {
  return error instanceof AppError && error.code === 'invalid' && accept.includes('text/html');
}
