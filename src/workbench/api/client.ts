import { ApiProblem, problemFrom, unreachable } from './problem.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

let csrfToken = '';
let signInAgain: (() => Promise<void>) | undefined;

export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}

/** Set by the shell: asks the person to sign in over the open page, so that nothing typed is lost, and settles when done. */
export function onSessionLost(handler: (() => Promise<void>) | undefined): void {
  signInAgain = handler;
}

/**
 * Calls the server.
 * @param body an object is sent as JSON, FormData as it is
 * @throws ApiProblem for every answer that is not 2xx; status 0 when the server cannot be reached
 */
export async function call<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(method, path, body, signal);
  if (response.status === 204) return undefined as T;
  const type = response.headers.get('content-type') ?? '';
  return (type.includes('json') ? await response.json() : await response.text()) as T;
}

/** Fetches a file that is shown or kept, for example the original of an import. */
export async function download(path: string, signal?: AbortSignal): Promise<Blob> {
  return (await send('GET', path, undefined, signal)).blob();
}

async function send(method: Method, path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  const response = await request(method, path, body, signal);
  if (response.ok) return response;
  const problem = await problemFrom(response);
  if (problem.status !== 401 || path === '/api/session' || !signInAgain) throw problem;
  await signInAgain();
  const again = await request(method, path, body, signal);
  if (again.ok) return again;
  throw await problemFrom(again);
}

async function request(
  method: Method,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET' && csrfToken) headers['x-csrf-token'] = csrfToken;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers['content-type'] = 'application/json';
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(signal ? { signal } : {}),
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable(error);
  }
}

/** Query string of the values that are set; lists are repeated. */
export function withQuery(path: string, query: Readonly<Record<string, QueryValue>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one));
    }
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

export type QueryValue = string | number | boolean | null | undefined | readonly string[];

export { ApiProblem };
