import { command, type Environment } from './program.ts';

const PASSWORD = 'Mingchuang-faults-2026';

/** A unit as the API gives it. */
export interface Unit {
  readonly id: string;
  readonly version: number;
  readonly sort: number;
}

export class RefusedWrite extends Error {
  readonly status: number;

  constructor(status: number, body: string) {
    super(`${status} ${body}`);
    this.status = status;
  }
}

/** Somebody of the supervising office, who signs in once; the session outlives the server's deaths. */
export class Office {
  #cookie = '';
  #token = '';
  origin = '';

  /** What a request of the signed-in person carries. */
  get headers(): Readonly<Record<string, string>> {
    return { cookie: this.#cookie, 'x-csrf-token': this.#token };
  }

  /** Enters office and administrator into an empty database. @returns account's first password */
  static setUp(env: Environment): string {
    const { status, output } = command(env, 'set-up', '明湖区人民政府办公室', 'office', '测试');
    const password = /：([^：\s]+)\s*$/.exec(output)?.[1];
    if (status !== 0 || !password) throw new Error(`set-up failed: ${output}`);
    return password;
  }

  async signIn(origin: string, firstPassword: string, account = 'office'): Promise<void> {
    this.origin = origin;
    await this.ask('POST', '/api/session', { account, password: firstPassword });
    await this.#readToken();
    await this.ask('PUT', '/api/session/password', { current: firstPassword, next: PASSWORD });
    await this.#readToken();
  }

  async #readToken(): Promise<void> {
    this.#token = ((await this.ask('GET', '/api/session')) as { csrfToken: string }).csrfToken;
  }

  /** @throws RefusedWrite when the server answers that it did not write; any other error means that no answer came */
  async createUnit(code: string): Promise<Unit> {
    return (await this.ask('POST', '/api/units', this.#unit(code, 0))) as Unit;
  }

  /** @returns an officer of the unit, signed in */
  async createOfficer(unitId: string): Promise<Office> {
    const person = (await this.ask('POST', '/api/people', { account: 'officer', name: '联络员', unitId })) as Unit;
    const fromOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await this.ask('POST', `/api/people/${person.id}/grants`, { unitId, role: 'officer', fromOn });
    const reset = (await this.ask('POST', `/api/people/${person.id}/password`)) as { password: string };
    const officer = new Office();
    await officer.signIn(this.origin, reset.password, 'officer');
    return officer;
  }

  async editUnit(code: string, { id, version }: Unit, sort: number): Promise<Unit> {
    return (await this.ask('PUT', `/api/units/${id}`, { ...this.#unit(code, sort), version })) as Unit;
  }

  async readUnit(id: string): Promise<Unit> {
    return (await this.ask('GET', `/api/units/${id}`)) as Unit;
  }

  #unit(code: string, sort: number): object {
    return { code, name: `明湖区${code}局`, shortName: `区${code}局`, kind: 'department', sort };
  }

  /** @returns the answer's JSON. @throws RefusedWrite when the server answers that it did not do it */
  async ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.origin + path, {
      method,
      headers: { ...this.headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    if (!response.ok) throw new RefusedWrite(response.status, text);
    const [session] = response.headers.getSetCookie();
    if (session) this.#cookie = session.split(';')[0] ?? '';
    return text === '' ? undefined : JSON.parse(text);
  }
}
