import type { FastifyRequest } from 'fastify';
import { type Actor, couldEver } from '../../kernel/permissions.ts';
import type { Change } from '../../platform/change/change.ts';
import { SESSION_COOKIE } from '../../platform/http/csrf.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Organisations, Person } from '../organisations/index.ts';
import { isTooOld } from './password-rules.ts';
import { ABSOLUTE_MS, IDLE_MS, isSessionOver, newToken, SEEN_EVERY_MS, tokenHash } from './session-rules.ts';
import {
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  markSeen,
  type OpenSession,
  type Session,
  type SessionMethod,
  sessionsOf,
  sweepSessions,
} from './sessions.store.ts';
import { passwordChangeRequired, sessionMissing } from './sign-in.errors.ts';

const VISITOR: Actor = { type: 'visitor' };

export interface CurrentSession {
  readonly session: OpenSession;
  readonly person: Person;
  readonly actor: Actor;
  readonly token: string;
  readonly passwordNotice: string | null;
}

/** Who asks: the session behind a request's cookie, and how sessions begin and end. */
export class SessionsService {
  readonly #platform: Platform;
  readonly #organisations: Organisations;

  constructor(platform: Platform, organisations: Organisations) {
    this.#platform = platform;
    this.#organisations = organisations;
  }

  /**
   * For the server's first hook.
   * @throws AppError `password-change-required` (403) where a password that must be changed stands before the route
   */
  async identify(request: FastifyRequest): Promise<Actor> {
    const current = await this.current(request);
    if (!current) return VISITOR;
    const { actor } = current;
    return current.passwordNotice === null ? actor : beforePasswordChange(request, actor);
  }

  /** The session of the request's cookie, if it is still good. */
  async current(request: FastifyRequest): Promise<CurrentSession | undefined> {
    const token = request.cookies[SESSION_COOKIE];
    if (!token) return undefined;
    const db = this.#platform.database.kysely;
    const session = await findSession(db, tokenHash(token));
    if (!session) return undefined;
    const found = await this.#organisations.people.withActor(session.personId);
    const now = this.#platform.clock.now();
    if (!found?.actor || isSessionOver(session, now, found.person.accessChangedAt)) return undefined;
    if (now.getTime() - session.seenAt.getTime() >= SEEN_EVERY_MS) await markSeen(db, session.id, now);
    return { ...found, actor: found.actor, session, token, passwordNotice: this.#passwordNotice(session, now) };
  }

  /** Inside the change that proved who it is. @returns the token for the cookie; it is stored nowhere */
  async open(change: Change, personId: string, method: SessionMethod, device: string): Promise<string> {
    const token = newToken();
    const createdAt = change.at;
    const id = await insertSession(change.tx, { tokenHash: tokenHash(token), personId, method, device, createdAt });
    change.record({ action: 'open', kind: 'session', subjectId: id, detail: { personId, method } });
    return token;
  }

  list(personId: string): Promise<readonly Session[]> {
    const now = this.#platform.clock.now().getTime();
    return sessionsOf(this.#platform.database.kysely, personId).then((sessions) =>
      sessions.filter((one) => now - one.seenAt.getTime() <= IDLE_MS && now - one.createdAt.getTime() <= ABSOLUTE_MS),
    );
  }

  /** @throws AppError `session-missing` (404) when it is none of the actor's own */
  close(actor: Actor, personId: string, sessionId: string): Promise<void> {
    return this.#platform.changes.run(actor, async (change) => {
      if (!(await deleteSession(change.tx, personId, sessionId))) throw sessionMissing();
      change.record({ action: 'close', kind: 'session', subjectId: sessionId });
    });
  }

  /** For the event that somebody's access ended: they no longer count, now they are gone too. */
  async forget(personId: string): Promise<void> {
    const [person] = await this.#organisations.people.getMany([personId]);
    const db = this.#platform.database.kysely;
    if (!person?.active) return deleteSessionsOf(db, personId);
    for (const session of await sessionsOf(db, personId)) {
      if (session.createdAt < person.accessChangedAt) await deleteSession(db, personId, session.id);
    }
  }

  async sweep(): Promise<void> {
    const now = this.#platform.clock.now().getTime();
    await sweepSessions(this.#platform.database.kysely, new Date(now - IDLE_MS), new Date(now - ABSOLUTE_MS));
  }

  /** A password counts only for sessions opened with one. */
  #passwordNotice(session: OpenSession, now: Date): string | null {
    if (session.method !== 'password' || !session.password) return null;
    if (session.password.mustChange) return '这是首次登录或密码刚被重置，请先设置自己的密码。';
    const days = this.#platform.config.passwordMaxDays;
    return isTooOld(session.password.changedAt, now, days) ? `密码使用已超过 ${days} 天，请修改后继续。` : null;
  }
}

/** Until it is changed only one's own account and the public pages are open. */
function beforePasswordChange(request: FastifyRequest, actor: Actor): Actor {
  const access = request.routeOptions.config.access;
  if (!access || access.kind === 'session') return actor.type === 'person' ? { ...actor, grants: [] } : actor;
  if (couldEver(VISITOR, access.action, access.kind)) return VISITOR;
  throw passwordChangeRequired();
}

/** Whoever signs in is the one who acts, before any role is looked at. */
export function personalActor(person: Pick<Person, 'id' | 'name'>): Actor {
  return { type: 'person', personId: person.id, name: person.name, grants: [] };
}
