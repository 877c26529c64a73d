import type { LightMyRequestResponse } from 'fastify';
import { SESSION_COOKIE } from '../../platform/http/csrf.ts';
import { createServer, type HttpServer } from '../../platform/http/server.ts';
import type { TestPlatform } from '../../platform/platform.fixtures.ts';
import { type Organisations, organisationsModule } from '../organisations/index.ts';
import { type SignIn, signInModule } from './index.ts';

export interface TestSite {
  readonly server: HttpServer;
  readonly organisations: Organisations;
  readonly signIn: SignIn;
}

/** The real server with organisations and sign-in, without a port. */
export async function openSite(platform: TestPlatform): Promise<TestSite> {
  const organisations = organisationsModule(platform);
  const signIn = signInModule(platform, organisations.service);
  const { app } = await createServer({
    platform,
    identify: (request) => signIn.service.identify(request),
  });
  organisations.routes?.(app);
  signIn.routes?.(app);
  await app.ready();
  return { server: app, organisations: organisations.service, signIn: signIn.service };
}

/** A browser: keeps the cookie, sends the CSRF token. */
export class TestBrowser {
  readonly #server: HttpServer;
  readonly cookies = new Map<string, string>();
  readonly #address: string;
  csrfToken = '';

  constructor(server: HttpServer, address = '127.0.0.1') {
    this.#server = server;
    this.#address = address;
  }

  async signIn(account: string, password: string): Promise<LightMyRequestResponse> {
    const answer = await this.send('POST', '/api/session', { account, password });
    if (answer.statusCode === 204) await this.readSession();
    return answer;
  }

  async readSession() {
    const session = (await this.send('GET', '/api/session')).json();
    this.csrfToken = session.csrfToken ?? '';
    return session;
  }

  async send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<LightMyRequestResponse> {
    const answer = await this.#server.inject({
      method,
      url,
      remoteAddress: this.#address,
      headers: {
        'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537.36',
        ...(this.csrfToken ? { 'x-csrf-token': this.csrfToken } : {}),
        ...headers,
      },
      cookies: Object.fromEntries(this.cookies),
      ...(body ? { payload: body } : {}),
    });
    for (const cookie of answer.cookies) {
      if (cookie.value === '') this.cookies.delete(cookie.name);
      else this.cookies.set(cookie.name, cookie.value);
    }
    return answer;
  }

  get isSignedIn(): boolean {
    return this.cookies.has(SESSION_COOKIE);
  }
}
