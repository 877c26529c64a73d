import { createHash, randomBytes } from 'node:crypto';

export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 12 * 3_600_000;
/** Writing down each request would be a write per read; once a minute is exact enough for half an hour. */
export const SEEN_EVERY_MS = 60_000;

export interface SessionTimes {
  readonly createdAt: Date;
  readonly seenAt: Date;
}

/** @param accessChangedAt when the person's access last shrank (role ended, handed over): older sessions are over */
export function isSessionOver(session: SessionTimes, now: Date, accessChangedAt: Date): boolean {
  return (
    now.getTime() - session.seenAt.getTime() > IDLE_MS ||
    now.getTime() - session.createdAt.getTime() > ABSOLUTE_MS ||
    session.createdAt < accessChangedAt
  );
}

/** 256 random bits; only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Words by which people know their own devices again; no version numbers, no address. */
export function deviceOf(userAgent: string | undefined): string {
  const agent = userAgent ?? '';
  const find = (names: readonly (readonly [RegExp, string])[]) => names.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = find([
    [/MicroMessenger/, '微信'],
    [/Edg/, 'Edge'],
    [/Firefox/, '火狐'],
    [/360|QIHU/i, '360 浏览器'],
    [/Chrome/, 'Chrome'],
    [/Safari/, 'Safari'],
  ]);
  const system = find([
    [/HarmonyOS/, '鸿蒙'],
    [/Android/, '安卓'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ]);
  return [system, browser].filter(Boolean).join(' · ') || '其他设备';
}
