import { randomInt } from 'node:crypto';
import { AppError } from '../../kernel/app-error.ts';
import { type Actor, demand } from '../../kernel/permissions.ts';
import type { Change } from '../../platform/change/change.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Organisations, Person } from '../organisations/index.ts';
import type { Attempts, Place } from './attempts.ts';
import { findCredential, oldHashes, replaceHash, writeCredential } from './credentials.store.ts';
import { hashPassword, needsRehash, verifyNobody, verifyPassword } from './password-hash.ts';
import { KEPT_PASSWORDS, passwordReasons } from './password-rules.ts';
import { personalActor, type SessionsService } from './sessions.service.ts';
import { deleteSessionsOf } from './sessions.store.ts';
import { wrongCredentials } from './sign-in.errors.ts';

const SYSTEM: Actor = { type: 'system' };

/** Signing in with a password, and how passwords are set and changed. */
export class PasswordsService {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #sessions: SessionsService;
  readonly #attempts: Attempts;

  constructor(platform: Platform, organisations: Organisations, sessions: SessionsService, attempts: Attempts) {
    this.#platform = platform;
    this.#organisations = organisations;
    this.#sessions = sessions;
    this.#attempts = attempts;
  }

  /**
   * @returns the tokens for the cookies of the session and of the browser, known from now on
   * @throws AppError `sign-in-failed` (401), `sign-in-locked` (423): word for word and in time the same for accounts that do not exist
   */
  async signIn(
    account: string,
    password: string,
    from: Place & { readonly device: string },
  ): Promise<{ readonly session: string; readonly device: string }> {
    const named = await this.#organisations.people.byAccount(account);
    const key = await this.#attempts.count(account, named?.id, from);
    const person = await this.#verified(named, password);
    if (!person) {
      await this.#recordRefusal(named);
      throw wrongCredentials();
    }
    return this.#platform.changes.run(personalActor(person), async (change) => {
      await this.#attempts.succeed(change.tx, key);
      const device = await this.#attempts.remember(change.tx, person.id, from.deviceToken);
      return { session: await this.#sessions.open(change, person.id, 'password', from.device), device };
    });
  }

  /**
   * One's own password; every session ends, and a new one begins.
   * @returns the token for the new session cookie
   * @throws AppError `password-weak` (422) with every reason, `sign-in-failed` (401), `sign-in-locked` (423)
   */
  async change(actor: Actor, person: Person, current: string, next: string, device: string): Promise<string> {
    demand(actor, 'changePassword', { kind: 'session', personId: person.id });
    const key = await this.#attempts.countConfirmation(person.account);
    const credential = await findCredential(this.#platform.database.kysely, person.id);
    const isRight = credential ? await verifyPassword(credential.hash, current) : await verifyNobody(current);
    if (!isRight) {
      throw new AppError(
        'sign-in-failed',
        401,
        '当前密码不正确，密码没有修改。连续输错 5 次，15 分钟内不能再修改密码。',
      );
    }
    // The right password was given: a new one that is too weak is no failed attempt.
    await this.#attempts.succeed(this.#platform.database.kysely, key);
    const hash = await this.#acceptable(person, next);
    return this.#platform.changes.run(actor, async (change) => {
      await this.#write(change, person.id, hash, false);
      change.record({ action: 'changePassword', kind: 'person', subjectId: person.id, unitId: person.unitId });
      return this.#sessions.open(change, person.id, 'password', device);
    });
  }

  /** @returns a password that is told once and must be changed at the next sign-in; the person's sessions end */
  async reset(actor: Actor, personId: string): Promise<string> {
    const person = await this.#organisations.people.get(personId);
    demand(actor, 'resetPassword', { kind: 'person', unitIds: [person.unitId], personId });
    const password = temporaryPassword();
    const hash = await hashPassword(password);
    await this.#platform.changes.run(actor, async (change) => {
      await this.#attempts.forget(change.tx, person.account, personId);
      await this.#write(change, personId, hash, true);
      change.record({ action: 'resetPassword', kind: 'person', subjectId: personId, unitId: person.unitId });
    });
    return password;
  }

  /** For setting up an installation or the demonstration; asks no permission. @throws AppError `password-weak` (422) */
  async set(personId: string, password: string, options: { mustChange: boolean }): Promise<void> {
    const person = await this.#organisations.people.get(personId);
    const hash = await this.#acceptable(person, password);
    await this.#platform.changes.run(SYSTEM, async (change) => {
      await this.#write(change, personId, hash, options.mustChange);
      change.record({ action: 'setPassword', kind: 'person', subjectId: personId, unitId: person.unitId });
    });
  }

  /** Attempts that fail are security events and belong in the audit chain (GB/T 22239, 8.1.4.3); what was typed does not. */
  async #recordRefusal(person: Person | undefined): Promise<void> {
    const entry = { action: 'open', kind: 'session', subjectId: person?.id ?? 'unknown', detail: {} };
    await this.#platform.changes.recordRefusal(SYSTEM, entry);
  }

  async #verified(person: Person | undefined, password: string): Promise<Person | undefined> {
    const db = this.#platform.database.kysely;
    const credential = await findCredential(db, person?.id ?? '00000000-0000-0000-0000-000000000000');
    if (!person || !credential) return (await verifyNobody(password)) || undefined;
    if (!(await verifyPassword(credential.hash, password)) || !person.active) return undefined;
    if (needsRehash(credential.hash)) await replaceHash(db, person.id, credential.hash, await hashPassword(password));
    return person;
  }

  /** @returns the hash of a password that breaks no rule */
  async #acceptable(person: Person, password: string): Promise<string> {
    const reasons = [...passwordReasons(password, person)];
    if (reasons.length === 0 && (await this.#wasUsed(person.id, password))) {
      reasons.push({ field: 'password', message: `不能使用最近 ${KEPT_PASSWORDS} 次用过的密码` });
    }
    if (reasons.length > 0) {
      throw new AppError('password-weak', 422, '新密码不符合要求，请按提示重新设置。', { reasons });
    }
    return hashPassword(password);
  }

  async #wasUsed(personId: string, password: string): Promise<boolean> {
    for (const hash of await oldHashes(this.#platform.database.kysely, personId)) {
      if (await verifyPassword(hash, password)) return true;
    }
    return false;
  }

  async #write(change: Change, personId: string, hash: string, mustChange: boolean): Promise<void> {
    await writeCredential(change.tx, personId, { hash, changedAt: change.at, mustChange }, KEPT_PASSWORDS);
    await deleteSessionsOf(change.tx, personId);
  }
}

/** Four groups that can be told by telephone: no letters that look alike. */
function temporaryPassword(): string {
  const pick = (from: string, count: number) =>
    Array.from({ length: count }, () => from[randomInt(from.length)]).join('');
  const [upper, lower, digits] = ['ABCDEFGHJKMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789'];
  return [pick(upper, 4), pick(digits, 4), pick(lower, 4), pick(digits, 4)].join('-');
}
