import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const CLIENT = { id: 'mingchuang', secret: 'a-secret-that-only-tests-know-0123456789' };

export interface TestProvider {
  readonly issuer: string;
  /** Signs in there as the subject and consents. @returns the address to which the provider sends the browser back */
  signInAs(subject: string, authorizationUrl: string): Promise<URL>;
  close(): Promise<void>;
}

/** A real OpenID Connect provider on this machine; every name that is typed there is an account. */
export async function openProvider(redirectUri: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'ES256' }] },
    cookies: { keys: ['only-for-tests'] },
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, name: `名为 ${id}` }) }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    signInAs: (subject, url) => walk(issuer, subject, url),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Follows the provider's pages as a browser would, filling its forms, until it leads away. */
async function walk(issuer: string, subject: string, start: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(start);
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 20; step += 1) {
    if (url.origin !== issuer) return url;
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    const page = await answer.text();
    form = undefined;
    if (location) url = new URL(location, url);
    else {
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      if (!prompt) throw new Error(`the provider answered ${answer.status}: ${page.slice(0, 300)}`);
      form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: subject, password: 'x' } : {}) });
      url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url);
    }
  }
  throw new Error('the provider never led back');
}
