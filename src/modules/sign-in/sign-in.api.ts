import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AppError } from '../../kernel/app-error.ts';
import { SESSION_COOKIE } from '../../platform/http/csrf.ts';
import { clientNetwork } from '../../platform/http/rate-limits.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import { DEVICE_MS, type Place } from './attempts.ts';
import type { PasswordsService } from './passwords.service.ts';
import { ABSOLUTE_MS, deviceOf } from './session-rules.ts';
import type { SessionViews } from './session-view.ts';
import type { CurrentSession, SessionsService } from './sessions.service.ts';
import { OwnSessions, PasswordChange, SessionView, SignInInput, TemporaryPassword } from './sign-in.contract.ts';

const ById = z.object({ id: z.uuid() });
const tags = ['登录'];
const DEVICE_COOKIE = 'mingchuang_device';

export interface SignInServices {
  readonly sessions: SessionsService;
  readonly passwords: PasswordsService;
  readonly views: SessionViews;
  /** True when people reach us by https: the cookie then never travels without it. */
  readonly isSecure: boolean;
}

export function sessionRoutes(app: HttpServer, services: SignInServices): void {
  const { sessions, passwords, views } = services;
  app.get(
    '/api/session',
    {
      config: { access: { kind: 'session', action: 'read' } },
      schema: { summary: '当前登录', tags, response: { 200: SessionView } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return views.of(await need(sessions, request));
    },
  );
  app.post(
    '/api/session',
    {
      // A building may share one address; each attempt costs us 64 MiB and some 75 ms.
      config: { access: { kind: 'session', action: 'open' }, rateLimit: { max: 120, timeWindow: 60_000 } },
      schema: { summary: '用账号和密码登录', tags, body: SignInInput, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { account, password } = request.body;
      const device = deviceOf(request.headers['user-agent']);
      const tokens = await passwords.signIn(account, password, { ...placeOf(request), device });
      setSession(reply, tokens.session, services.isSecure);
      setDevice(reply, tokens.device, services.isSecure);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/session',
    {
      config: { access: { kind: 'session', action: 'close' } },
      schema: { summary: '退出登录', tags, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { session, person } = await need(sessions, request);
      await sessions.close(request.actor, person.id, session.id);
      reply.clearCookie(SESSION_COOKIE, { path: '/' });
      return reply.code(204).send(null);
    },
  );
  ownAccountRoutes(app, services);
}

function ownAccountRoutes(app: HttpServer, { sessions, passwords, isSecure }: SignInServices): void {
  app.put(
    '/api/session/password',
    {
      config: { access: { kind: 'session', action: 'changePassword' } },
      schema: { summary: '修改自己的密码', tags, body: PasswordChange, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { person } = await need(sessions, request);
      const { current, next } = request.body;
      const device = deviceOf(request.headers['user-agent']);
      setSession(reply, await passwords.change(request.actor, person, current, next, device), isSecure);
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/session/list',
    {
      config: { access: { kind: 'session', action: 'read' } },
      schema: { summary: '自己的全部登录', tags, response: { 200: OwnSessions } },
    },
    async (request) => {
      const { session, person } = await need(sessions, request);
      const items = await sessions.list(person.id);
      return { items: items.map((one) => ({ ...one, current: one.id === session.id })) };
    },
  );
  app.delete(
    '/api/session/list/:id',
    {
      config: { access: { kind: 'session', action: 'close' } },
      schema: { summary: '退出自己的某一登录', tags, params: ById, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { person } = await need(sessions, request);
      await sessions.close(request.actor, person.id, request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/people/:id/password',
    {
      config: { access: { kind: 'person', action: 'resetPassword' } },
      schema: { summary: '重置密码', tags, params: ById, response: { 200: TemporaryPassword } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return { password: await passwords.reset(request.actor, request.params.id) };
    },
  );
}

export async function need(sessions: SessionsService, request: FastifyRequest): Promise<CurrentSession> {
  const current = await sessions.current(request);
  if (!current) throw new AppError('sign-in-required', 401, '登录已失效，请重新登录。');
  return current;
}

export function setSession(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: ABSOLUTE_MS / 1000,
  });
}

/** Only the sign-in reads it: it tells a browser where the owner signs in from one that guesses, and opens nothing. */
function setDevice(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(DEVICE_COOKIE, token, {
    path: '/api/session',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: DEVICE_MS / 1000,
  });
}

function placeOf(request: FastifyRequest): Place {
  return { network: clientNetwork(request.ip), deviceToken: request.cookies[DEVICE_COOKIE] };
}
