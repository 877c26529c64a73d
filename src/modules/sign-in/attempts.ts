import { createHash, createHmac } from 'node:crypto';
import type { Queryable } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  forgetAccount,
  forgetDevices,
  forgetPlace,
  isKnownDevice,
  lockThrottle,
  rememberDevice,
  sweepDevices,
  sweepThrottles,
  type ThrottleKey,
  writeThrottle,
} from './attempts.store.ts';
import { countAttempt, countEverywhere, pressureOf, QUIET_MS } from './lock-out.ts';
import { newToken, tokenHash } from './session-rules.ts';
import { lockedOut } from './sign-in.errors.ts';

export const DEVICE_MS = 180 * 86_400_000;
const KEPT_DEVICES = 20;

/** Where an attempt comes from. */
export interface Place {
  /** The connection's address; of IPv6 the network that one customer has. */
  readonly network: string;
  /** What the browser's cookie says; counts only for people who signed in there before. */
  readonly deviceToken?: string | undefined;
}

/** Counts attempts at passwords and refuses too many: each place by itself, so that nobody locks an account for others. */
export class Attempts {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /**
   * Before the password is looked at, in its own transaction: the count must stand even when everything after it fails.
   * @param personId whose account it is, undefined when nobody's
   * @returns the key under which it was counted, for `succeed`
   * @throws AppError `sign-in-locked` (423)
   */
  async count(account: string, personId: string | undefined, place: Place): Promise<ThrottleKey> {
    const isKnown = await this.#isKnown(personId, place.deviceToken);
    const where = isKnown ? `device ${place.deviceToken}` : `network ${place.network}`;
    const key = { account: accountKey(account), place: this.#keyed(where) };
    await this.#count(key, isKnown);
    return key;
  }

  /** The same for somebody signed in who proves the present password again; sessions of one account are one place. */
  async countConfirmation(account: string): Promise<ThrottleKey> {
    const key = { account: accountKey(account), place: this.#keyed('confirmation') };
    await this.#count(key, true);
    return key;
  }

  succeed(db: Queryable, key: ThrottleKey): Promise<void> {
    return forgetPlace(db, key);
  }

  /** @returns the token for the cookie of this browser, the one it brought when it brought one */
  async remember(db: Queryable, personId: string, brought: string | undefined): Promise<string> {
    const token = brought && /^[\w-]{43}$/.test(brought) ? brought : newToken();
    const device = { personId, hash: tokenHash(token), at: this.#platform.clock.now() };
    await rememberDevice(db, device, KEPT_DEVICES);
    return token;
  }

  /** After a reset: also browsers of whoever knew the old password are strange again. */
  async forget(db: Queryable, account: string, personId: string): Promise<void> {
    await forgetAccount(db, accountKey(account));
    await forgetDevices(db, personId);
  }

  async sweep(): Promise<void> {
    const now = this.#platform.clock.now().getTime();
    await sweepThrottles(this.#platform.database.kysely, new Date(now - QUIET_MS));
    await sweepDevices(this.#platform.database.kysely, new Date(now - DEVICE_MS));
  }

  async #count(key: ThrottleKey, isKnown: boolean): Promise<void> {
    const now = this.#platform.clock.now();
    const refusedUntil = await this.#platform.database.kysely.transaction().execute(async (tx) => {
      const all = { account: key.account, place: '' };
      const everywhere = isKnown ? undefined : await lockThrottle(tx, all, now);
      const counted = countAttempt(await lockThrottle(tx, key, now), now, pressureOf(everywhere, now));
      await writeThrottle(tx, key, counted.next);
      if (!isKnown && !counted.refusedUntil) await writeThrottle(tx, all, countEverywhere(everywhere, now));
      return counted.refusedUntil;
    });
    if (refusedUntil) throw lockedOut(refusedUntil.getTime() - now.getTime());
  }

  async #isKnown(personId: string | undefined, token: string | undefined): Promise<boolean> {
    if (!personId || !token) return false;
    const since = new Date(this.#platform.clock.now().getTime() - DEVICE_MS);
    return isKnownDevice(this.#platform.database.kysely, personId, tokenHash(token), since);
  }

  /** Addresses are personal data: without the installation's key the table tells none. */
  #keyed(place: string): string {
    return createHmac('sha256', this.#platform.secrets.key('sign-in place')).update(place).digest('hex');
  }
}

/** The table of attempts holds no accounts, not even mistyped ones (people type passwords there). */
function accountKey(account: string): string {
  return createHash('sha256').update(account.trim().toLowerCase()).digest('hex');
}
