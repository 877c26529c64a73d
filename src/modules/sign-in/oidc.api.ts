import { z } from 'zod';
import type { HttpServer } from '../../platform/http/server.ts';
import type { OidcService } from './oidc.service.ts';
import { deviceOf } from './session-rules.ts';
import { need, type SignInServices, setSession } from './sign-in.api.ts';
import { IdentityList, LinkInput, OidcQuery, SignInWays, UnlinkedList } from './sign-in.contract.ts';

const ById = z.object({ id: z.uuid() });
const tags = ['登录'];
const CALLBACK = '/api/session/oidc/callback';
const STATE_COOKIE = 'mingchuang_oidc';

/** @param origin public address of this site, without a trailing slash */
export function oidcRoutes(app: HttpServer, services: SignInServices, oidc: OidcService, origin: () => string): void {
  const { sessions, isSecure } = services;
  const stateCookie = { path: CALLBACK, httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: 600 } as const;
  app.get(
    '/api/session/ways',
    {
      config: { access: { kind: 'session', action: 'open' } },
      schema: { summary: '可用的登录方式', tags, response: { 200: SignInWays } },
    },
    async () => ({ password: true as const, oidc: oidc.label === null ? null : { label: oidc.label } }),
  );
  app.get(
    '/api/session/oidc',
    {
      config: { access: { kind: 'session', action: 'open' } },
      schema: { summary: '转到统一身份认证', tags, querystring: OidcQuery },
    },
    async (request, reply) => {
      const { location, state } = await oidc.start(`${origin()}${CALLBACK}`, request.query.returnTo, null);
      return reply.setCookie(STATE_COOKIE, state, stateCookie).redirect(location);
    },
  );
  app.get(
    CALLBACK,
    {
      config: { access: { kind: 'session', action: 'open' } },
      schema: { summary: '统一身份认证的回答', tags },
    },
    async (request, reply) => {
      reply.clearCookie(STATE_COOKIE, { path: CALLBACK });
      const url = new URL(request.url, origin());
      const device = deviceOf(request.headers['user-agent']);
      const { token, returnTo } = await oidc.finish(url, request.cookies[STATE_COOKIE], device);
      if (token !== null) setSession(reply, token, isSecure);
      return reply.redirect(returnTo);
    },
  );
  app.post(
    '/api/session/identities',
    {
      config: { access: { kind: 'session', action: 'changePassword' } },
      schema: { summary: '关联自己的统一身份', tags, response: { 200: z.object({ location: z.string() }) } },
    },
    async (request, reply) => {
      const { person } = await need(sessions, request);
      const { location, state } = await oidc.start(`${origin()}${CALLBACK}`, '/workbench/account', person.id);
      reply.setCookie(STATE_COOKIE, state, stateCookie);
      return { location };
    },
  );
  identityRoutes(app, services, oidc);
}

function identityRoutes(app: HttpServer, { sessions }: SignInServices, oidc: OidcService): void {
  app.get(
    '/api/session/identities',
    {
      config: { access: { kind: 'session', action: 'read' } },
      schema: { summary: '自己关联的统一身份', tags, response: { 200: IdentityList } },
    },
    async (request) => {
      const { person } = await need(sessions, request);
      return { items: await oidc.identities(request.actor, person.id) };
    },
  );
  app.delete(
    '/api/session/identities',
    {
      config: { access: { kind: 'session', action: 'changePassword' } },
      schema: { summary: '解除自己的统一身份', tags, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { person } = await need(sessions, request);
      await oidc.unlink(request.actor, person.id);
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/unlinked-identities',
    {
      config: { access: { kind: 'person', action: 'linkIdentity' } },
      schema: { summary: '待关联的统一身份', tags, response: { 200: UnlinkedList } },
    },
    async (request) => ({ items: await oidc.unlinked(request.actor) }),
  );
  app.put(
    '/api/people/:id/identity',
    {
      config: { access: { kind: 'person', action: 'linkIdentity' } },
      schema: { summary: '关联人员的统一身份', tags, params: ById, body: LinkInput, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await oidc.link(request.actor, request.params.id, request.body.unlinkedId);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/people/:id/identity',
    {
      config: { access: { kind: 'person', action: 'linkIdentity' } },
      schema: { summary: '解除人员的统一身份', tags, params: ById, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await oidc.unlink(request.actor, request.params.id);
      return reply.code(204).send(null);
    },
  );
}
