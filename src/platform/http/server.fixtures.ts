import type { Actor } from '../../kernel/permissions.ts';
import { openTestPlatform, type TestPlatform, type TestPlatformOptions } from '../platform.fixtures.ts';
import { csrfToken, SESSION_COOKIE } from './csrf.ts';
import { createServer, type HttpServer, type RegisteredRoute, type ServerOptions } from './server.ts';

export interface TestServer {
  readonly app: HttpServer;
  readonly routes: readonly RegisteredRoute[];
  readonly platform: TestPlatform;
  close(): Promise<void>;
}

/** Server on a real platform; whoever sends the session cookie `officer` is that person. */
export async function openTestServer(
  define: (app: HttpServer, platform: TestPlatform) => void,
  options: TestPlatformOptions & Pick<ServerOptions, 'errorPage'> = {},
): Promise<TestServer> {
  const platform = await openTestPlatform(options);
  const { app, routes } = await createServer({
    platform,
    identify: async (request) => actorOf(request.cookies[SESSION_COOKIE]),
    ...(options.errorPage ? { errorPage: options.errorPage } : {}),
  });
  define(app, platform);
  await app.ready();
  const close = async () => {
    await app.close();
    await platform.close();
  };
  return { app, routes, platform, close };
}

export const OFFICER_ID = '0b5e4a52-6a3f-4d9e-9f43-1d6c1f0a7a11';

function actorOf(session: string | undefined): Actor {
  if (session !== 'officer') return { type: 'visitor' };
  const grants = [{ role: 'officer', unitId: '6f1c2f6e-3d0b-4a57-8d5a-2f9b8e2f0c22' }] as const;
  return { type: 'person', personId: OFFICER_ID, name: '李明', grants };
}

export function officerHeaders({ platform }: TestServer): Record<string, string> {
  return { cookie: `${SESSION_COOKIE}=officer`, 'x-csrf-token': csrfToken(platform.secrets, 'officer') };
}
