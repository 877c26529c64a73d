import { describe, expect, it } from 'vitest';
import {
  countAttempt,
  countEverywhere,
  LOCK_MS,
  LONGEST_LOCK_MS,
  MOST_FAILURES,
  PRESSED_FROM,
  pressureOf,
  QUIET_MS,
  type Throttle,
} from './lock-out.ts';
import { hashPassword, needsRehash, verifyNobody, verifyPassword } from './password-hash.ts';
import { isTooOld, passwordReasons } from './password-rules.ts';
import { ABSOLUTE_MS, deviceOf, IDLE_MS, isSessionOver } from './session-rules.ts';

const owner = { account: 'officer.jiaoyu', name: '林晓' };
const now = new Date('2026-03-02T01:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);

describe('a new password', () => {
  it.each(['Chengjiang-2026', 'lake lake LAKE!', 'Öffnung-2026x', '明湖Openness26'])('%s is taken', (password) =>
    expect(passwordReasons(password, owner)).toEqual([]),
  );

  it.each([
    ['Short-1a', ['至少 10 个字符']],
    ['onlylowercase1', ['至少三类']],
    ['lake', ['至少 10 个字符', '至少三类', '不同的字符太少']],
    ['Jiaoyu-2026-ok', ['不能含有账号']],
    ['Xx-OFFICER.JIAOYU-1', ['不能含有账号']],
    ['林晓Password-1', ['不能含有姓名']],
    ['Aa1Aa1Aa1Aa1', ['不同的字符太少']],
    [`Aa1-${'xyz'.repeat(60)}`, ['不超过 128']],
  ])('%s is refused with every reason', (password, parts) => {
    const reasons = passwordReasons(password, owner);
    expect(reasons.map((one) => one.message)).toEqual(parts.map((part) => expect.stringContaining(part)));
  });

  it('grows too old after the days that the installation sets, never with 0', () => {
    expect(isTooOld(now, later(90 * 86_400_000), 90)).toBe(false);
    expect(isTooOld(now, later(90 * 86_400_000 + 1), 90)).toBe(true);
    expect(isTooOld(now, later(999 * 86_400_000), 0)).toBe(false);
  });
});

describe('what is stored', () => {
  it('is Argon2id with 64 MiB and three passes, each time with another salt', async () => {
    const [one, two] = await Promise.all([hashPassword('Mingchuang-2026'), hashPassword('Mingchuang-2026')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, 'Mingchuang-2026')).toBe(true);
    expect(await verifyPassword(one, 'Mingchuang-2027')).toBe(false);
    expect(needsRehash(one)).toBe(false);
    expect(needsRehash('$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA')).toBe(true);
    expect(await verifyNobody('Mingchuang-2026')).toBe(false);
  });
});

describe('lock-out', () => {
  const attempts = (count: number, from?: Throttle, pressure = 0): Throttle | undefined => {
    let throttle = from;
    for (let i = 0; i < count; i += 1) throttle = countAttempt(throttle, now, pressure).next;
    return throttle;
  };
  const everywhere = (count: number): Throttle | undefined => {
    let throttle: Throttle | undefined;
    for (let i = 0; i < count; i += 1) throttle = countEverywhere(throttle, now);
    return throttle;
  };

  it('tries five, refuses the sixth and all after it for a quarter of an hour', () => {
    expect(countAttempt(attempts(MOST_FAILURES - 1), now).refusedUntil).toBeNull();
    const sixth = countAttempt(attempts(MOST_FAILURES), now);
    expect(sixth.refusedUntil).toEqual(later(LOCK_MS));
    expect(countAttempt(sixth.next, later(LOCK_MS - 1)).refusedUntil).toEqual(later(LOCK_MS));
    expect(countAttempt(sixth.next, later(LOCK_MS))).toMatchObject({ refusedUntil: null, next: { failures: 1 } });
  });

  it('refuses a place twice as long each further time, at most a day, and forgets after a quiet day', () => {
    const waits: number[] = [];
    let throttle: Throttle | undefined;
    let at = 0;
    for (let round = 0; round < 9; round += 1) {
      let refusedUntil: Date | null = null;
      while (!refusedUntil) ({ next: throttle, refusedUntil } = countAttempt(throttle, later(at)));
      waits.push((refusedUntil.getTime() - later(at).getTime()) / 60_000);
      at = refusedUntil.getTime() - now.getTime();
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
    expect(LONGEST_LOCK_MS).toBe(1440 * 60_000);
    expect(countAttempt(throttle, later(at + QUIET_MS + 1)).next).toMatchObject({ failures: 1, rounds: 0 });
  });

  it('does not prolong itself, so nobody can be locked out for ever by one attempt a minute', () => {
    const locked = countAttempt(attempts(MOST_FAILURES), now).next;
    expect(countAttempt(locked, later(60_000)).next.lockedUntil).toEqual(locked.lockedUntil);
  });

  it('forgets slips that lie a quarter of an hour apart', () => {
    expect(countAttempt(attempts(MOST_FAILURES), later(LOCK_MS + 1)).refusedUntil).toBeNull();
  });

  it('presses harder with each doubling of attempts from everywhere, until they stop for a day', () => {
    const counts = [PRESSED_FROM - 1, PRESSED_FROM, 2 * PRESSED_FROM - 1, 2 * PRESSED_FROM, 8 * PRESSED_FROM];
    expect(counts.map((count) => pressureOf(everywhere(count), now))).toEqual([0, 1, 1, 2, 4]);
    expect(pressureOf(everywhere(PRESSED_FROM), later(QUIET_MS + 1))).toBe(0);
  });

  it('under pressure hears each new place once, then makes it wait the longer', () => {
    expect(countAttempt(undefined, now, 3).refusedUntil).toBeNull();
    expect(countAttempt(attempts(1, undefined, 3), now, 3).refusedUntil).toEqual(later(8 * LOCK_MS));
    expect(countAttempt(attempts(1, undefined, 3), later(8 * LOCK_MS), 3).refusedUntil).not.toBeNull();
    expect(countAttempt(attempts(1, undefined, 3), later(8 * LOCK_MS + 1), 3).refusedUntil).toBeNull();
  });
});

describe('a session', () => {
  const session = { createdAt: now, seenAt: now };
  it('ends after half an hour of silence, after twelve hours, or when access shrank', () => {
    expect(isSessionOver(session, later(IDLE_MS), now)).toBe(false);
    expect(isSessionOver(session, later(IDLE_MS + 1), now)).toBe(true);
    expect(isSessionOver({ ...session, seenAt: later(ABSOLUTE_MS) }, later(ABSOLUTE_MS + 1), now)).toBe(true);
    expect(isSessionOver(session, later(1000), later(1))).toBe(true);
  });

  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120 Safari/537.36', 'Windows · Chrome'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1', 'iOS · Safari'],
    ['Mozilla/5.0 (Linux; Android 13) Chrome/111 MicroMessenger/8.0', '安卓 · 微信'],
    [undefined, '其他设备'],
  ])('%s is shown as %s', (agent, name) => expect(deviceOf(agent)).toBe(name));
});
