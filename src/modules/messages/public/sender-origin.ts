import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientNetwork } from '../../../platform/http/rate-limits.ts';
import type { Origin } from '../../cases/index.ts';

const COOKIE = 'mingchuang_form';
const A_DAY = 86_400;

/** Where a form comes from. The word in the cookie says nothing of who it is; it tells one browser of a big office from another for a day. */
export function originOf(request: FastifyRequest): Origin {
  const given = request.cookies[COOKIE];
  const browser = given !== undefined && /^[\w-]{22}$/.test(given) ? given : null;
  return { connection: clientNetwork(request.ip), browser };
}

/** Given with the form, so that it comes back with what is handed in. */
export function markBrowser(request: FastifyRequest, reply: FastifyReply): void {
  if (originOf(request).browser !== null) return;
  reply.setCookie(COOKIE, randomBytes(16).toString('base64url'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: A_DAY,
  });
}
