import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/permissions.ts';
import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Organisations } from '../organisations/index.ts';
import { Attempts } from './attempts.ts';
import { lockOutByPlace } from './migrations/lock-out-by-place.ts';
import { signIn } from './migrations/sign-in.ts';
import { oidcRoutes } from './oidc.api.ts';
import { OidcService } from './oidc.service.ts';
import { PasswordsService } from './passwords.service.ts';
import { SessionViews } from './session-view.ts';
import { SessionsService } from './sessions.service.ts';
import { sessionRoutes } from './sign-in.api.ts';

export interface SignIn {
  /** Who asks, for the server's first hook. */
  identify(request: FastifyRequest): Promise<Actor>;
  readonly passwords: PasswordsService;
  readonly sessions: SessionsService;
  readonly attempts: Attempts;
  readonly oidc: OidcService;
}

export const signInMigrations = [signIn, lockOutByPlace];

export function signInModule(platform: Platform, organisations: Organisations): Module & { readonly service: SignIn } {
  const sessions = new SessionsService(platform, organisations);
  const attempts = new Attempts(platform);
  const passwords = new PasswordsService(platform, organisations, sessions, attempts);
  const oidc = new OidcService(platform, organisations, sessions);
  const views = new SessionViews(platform, organisations);
  const origin = () =>
    platform.config.origin?.replace(/\/$/, '') ?? `http://${platform.config.host}:${platform.config.port}`;
  const services = { sessions, passwords, views, isSecure: origin().startsWith('https:') };
  return {
    name: 'sign-in',
    migrations: signInMigrations,
    service: { identify: (request) => sessions.identify(request), passwords, sessions, oidc, attempts },
    routes: (app) => {
      sessionRoutes(app, services);
      oidcRoutes(app, services, oidc, origin);
    },
    jobs: [
      {
        name: 'sign-in-sweep',
        every: '17 * * * *',
        run: async () => {
          await sessions.sweep();
          await attempts.sweep();
          await oidc.sweep();
        },
      },
    ],
    onEvent: { 'access.ended': (payload) => sessions.forget(String(payload.personId)) },
  };
}
