import * as client from 'openid-client';
import { AppError } from '../../kernel/app-error.ts';
import { type Actor, demand } from '../../kernel/permissions.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Organisations } from '../organisations/index.ts';
import {
  deleteIdentities,
  findUnlinked,
  identitiesOf,
  insertAttempt,
  insertIdentity,
  listUnlinked,
  type ProviderSubject,
  personOfIdentity,
  rememberUnlinked,
  sweepAttempts,
  takeAttempt,
} from './identities.store.ts';
import { newToken, tokenHash } from './session-rules.ts';
import { personalActor, type SessionsService } from './sessions.service.ts';

/** Time a person has to sign in at the provider. */
const ATTEMPT_MS = 10 * 60_000;
const SYSTEM: Actor = { type: 'system' };

export interface OidcStart {
  readonly location: string;
  /** For a cookie of this browser: an answer that another browser brings is refused. */
  readonly state: string;
}

/** Signing in by an OpenID Connect provider: authorisation code with PKCE, state bound to the browser, nonce checked. */
export class OidcService {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #sessions: SessionsService;
  #provider: Promise<client.Configuration> | undefined;

  constructor(platform: Platform, organisations: Organisations, sessions: SessionsService) {
    this.#platform = platform;
    this.#organisations = organisations;
    this.#sessions = sessions;
  }

  get label(): string | null {
    return this.#platform.config.oidc?.label ?? null;
  }

  /**
   * @param linkTo person who is signed in and adds this identity; null: to sign in with it
   * @throws AppError `oidc-not-configured` (404), `oidc-unreachable` (503)
   */
  async start(redirectUri: string, returnTo: string | undefined, linkTo: string | null): Promise<OidcStart> {
    const provider = await this.#discovered();
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [newToken(), client.randomNonce()];
    const now = this.#platform.clock.now();
    await insertAttempt(this.#platform.database.kysely, tokenHash(state), {
      nonce,
      verifier,
      returnTo: ownPath(returnTo),
      linkPersonId: linkTo,
      createdAt: now,
    });
    const url = client.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri,
      scope: 'openid profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { location: url.href, state };
  }

  /**
   * The provider's answer.
   * @param url full address of the request @param state from the browser's cookie
   * @returns the token for the session cookie; null when the identity was added to a person already signed in
   * @throws AppError `oidc-refused` (401), `oidc-unlinked` (403), `oidc-taken` (409)
   */
  async finish(
    url: URL,
    state: string | undefined,
    device: string,
  ): Promise<{ readonly token: string | null; readonly returnTo: string }> {
    const given = url.searchParams.get('state');
    const attempt = given ? await takeAttempt(this.#platform.database.kysely, tokenHash(given)) : undefined;
    const age = this.#platform.clock.now().getTime() - (attempt?.createdAt.getTime() ?? 0);
    if (!attempt || !state || state !== given || age > ATTEMPT_MS) throw refused();
    const who = await this.#verified(url, state, attempt);
    if (attempt.linkPersonId !== null) {
      await this.#link(SYSTEM, who, attempt.linkPersonId);
      return { token: null, returnTo: attempt.returnTo };
    }
    const personId = await personOfIdentity(this.#platform.database.kysely, who);
    const [person] = personId ? await this.#organisations.people.getMany([personId]) : [];
    if (!person?.active) {
      if (!person) await rememberUnlinked(this.#platform.database.kysely, who, this.#platform.clock.now());
      throw unlinked();
    }
    const token = await this.#platform.changes.run(personalActor(person), (change) =>
      this.#sessions.open(change, person.id, 'oidc', device),
    );
    return { token, returnTo: attempt.returnTo };
  }

  async identities(actor: Actor, personId: string) {
    if (actor.type !== 'person' || actor.personId !== personId)
      demand(actor, 'linkIdentity', { kind: 'person', personId });
    return identitiesOf(this.#platform.database.kysely, personId);
  }

  unlinked(actor: Actor) {
    demand(actor, 'linkIdentity', { kind: 'person' });
    return listUnlinked(this.#platform.database.kysely);
  }

  /** The administrator says whose a verified identity is. @throws AppError `oidc-taken` (409) */
  async link(actor: Actor, personId: string, unlinkedId: string): Promise<void> {
    demand(actor, 'linkIdentity', { kind: 'person', personId });
    const who = await findUnlinked(this.#platform.database.kysely, unlinkedId);
    if (!who) throw new AppError('identity-missing', 404, '没有找到这个待关联的身份，它可能已被关联。请刷新列表。');
    await this.#link(actor, who, personId);
  }

  /** One's own, or by the administrator; sessions opened with it end. */
  unlink(actor: Actor, personId: string): Promise<void> {
    if (actor.type !== 'person' || actor.personId !== personId)
      demand(actor, 'linkIdentity', { kind: 'person', personId });
    return this.#platform.changes.run(actor, async (change) => {
      const count = await deleteIdentities(change.tx, personId);
      if (count === 0) return;
      await this.#organisations.people.endSessions(change, personId);
      change.record({ action: 'unlinkIdentity', kind: 'person', subjectId: personId });
    });
  }

  async sweep(): Promise<void> {
    await sweepAttempts(this.#platform.database.kysely, new Date(this.#platform.clock.now().getTime() - ATTEMPT_MS));
  }

  async #link(actor: Actor, who: ProviderSubject, personId: string): Promise<void> {
    await this.#platform.changes.run(actor, async (change) => {
      const linkedBy = actor.type === 'person' ? actor.personId : personId;
      const by = { at: change.at, personId: linkedBy };
      if (!(await insertIdentity(change.tx, who, personId, by))) {
        throw new AppError('oidc-taken', 409, '该身份已关联其他人员，或该人员已关联另一个身份。请先解除原有关联。');
      }
      change.record({ action: 'linkIdentity', kind: 'person', subjectId: personId, detail: { linkedBy } });
    });
  }

  async #verified(url: URL, state: string, attempt: { nonce: string; verifier: string }): Promise<ProviderSubject> {
    try {
      const tokens = await client.authorizationCodeGrant(await this.#discovered(), url, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw refused();
      const name = claims.name ?? claims.preferred_username;
      return { issuer: claims.iss, subject: claims.sub, label: typeof name === 'string' ? name.slice(0, 100) : null };
    } catch (cause) {
      throw cause instanceof AppError ? cause : refused(cause);
    }
  }

  #discovered(): Promise<client.Configuration> {
    const { oidc } = this.#platform.config;
    if (!oidc) throw new AppError('oidc-not-configured', 404, '本系统没有配置统一身份认证，请使用账号和密码登录。');
    const issuer = new URL(oidc.issuer);
    // Without TLS only on this very machine, for tests and trying.
    const isLocal = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);
    this.#provider ??= client
      .discovery(issuer, oidc.clientId, oidc.clientSecret, undefined, {
        timeout: 10,
        ...(isLocal ? { execute: [client.allowInsecureRequests] } : {}),
      })
      .catch((cause) => {
        this.#provider = undefined;
        throw new AppError('oidc-unreachable', 503, '暂时连接不上统一身份认证，请稍后重试，或使用账号和密码登录。', {
          cause,
        });
      });
    return this.#provider;
  }
}

/** Only a path of this site: an address that leads elsewhere would make us an open redirector. */
function ownPath(path: string | undefined): string {
  return path && /^\/workbench\/[\w\-./?=&%]*$/.test(path) && !path.includes('//') ? path : '/workbench/';
}

function refused(cause?: unknown): AppError {
  return new AppError('oidc-refused', 401, '统一身份认证没有完成，请返回登录页重新登录。', { cause });
}

function unlinked(): AppError {
  return new AppError(
    'oidc-unlinked',
    403,
    '您的统一身份尚未与本系统的人员关联。请联系系统管理员办理关联，或用账号和密码登录后在“我的账号”中自行关联。',
  );
}
