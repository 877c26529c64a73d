import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/app-error.ts';
import type { Secrets } from '../secrets/secrets.ts';

export const SESSION_COOKIE = 'mingchuang_session';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The token that belongs to a session: whoever reads pages of ours can have it, another site cannot. @param session the cookie's value */
export function csrfToken(secrets: Secrets, session: string): string {
  return createHmac('sha256', secrets.key('csrf')).update(session).digest('base64url');
}

/**
 * Refuses unsafe requests that another site made a browser send: by where the browser says it comes from, always; by the session's token
 * (header `x-csrf-token`, or `_csrf` in a form) when a person is signed in.
 *
 * @param origin public address of the site; absent: the address that the request names
 * @throws AppError `csrf` (403)
 */
export function checkCsrf(request: FastifyRequest, secrets: Secrets, origin: string | undefined): void {
  if (SAFE.has(request.method)) return;
  if (!sameSite(request, origin)) throw refused();
  if (request.actor.type !== 'person') return;
  const expected = Buffer.from(csrfToken(secrets, request.cookies[SESSION_COOKIE] ?? ''));
  const given = Buffer.from(givenToken(request));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refused();
}

function givenToken(request: FastifyRequest): string {
  const header = request.headers['x-csrf-token'];
  if (typeof header === 'string') return header;
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const field = isForm ? (request.body as Record<string, unknown> | null | undefined)?._csrf : undefined;
  return typeof field === 'string' ? field : '';
}

/** Browsers tell; programs other than browsers send neither header and carry no cookies by accident. */
function sameSite(request: FastifyRequest, origin: string | undefined): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = request.headers.origin;
  if (from === undefined) return true;
  return from === (origin === undefined ? `${request.protocol}://${request.host}` : new URL(origin).origin);
}

function refused(): AppError {
  return new AppError('csrf', 403, '页面已过期或来源不明，操作没有执行。请刷新页面后重试。');
}
