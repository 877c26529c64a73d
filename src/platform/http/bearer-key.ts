import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '../../kernel/app-error.ts';

const ENDING = 4;
const USED_AGAIN_MS = 60_000;

/** What a table keeps of a key: never the key. */
export interface KeptKey {
  readonly id: string;
  /** Last four characters, to tell keys apart. */
  readonly ending: string;
  readonly created_by: string;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
  readonly revoked_by: string | null;
}

/** A key with which another system comes in. @param prefix tells whoever finds it what it opens, for example `mcoa_` */
export function newBearerKey(prefix: string): { readonly key: string; readonly hash: string; readonly ending: string } {
  const key = prefix + randomBytes(32).toString('base64url');
  return { key, hash: hashOf(key), ending: key.slice(-ENDING) };
}

/** Hash of the key in a header `Authorization: Bearer <key>`. @throws AppError `key-missing` (401) */
export function bearerHash(authorization: string | undefined): string {
  const given = /^Bearer +(\S{1,200})$/i.exec(authorization ?? '')?.[1];
  if (!given) throw new AppError('key-missing', 401, '请在请求头 Authorization 中提供密钥：Bearer 加密钥。');
  return hashOf(given);
}

/** Unknown and revoked keys read alike. */
export function keyInvalid(): AppError {
  return new AppError('key-invalid', 401, '密钥无效或已停用，请向政务公开主管部门申请新的密钥。');
}

/** Whether this use has to be noted: once a minute is enough to see that a key is alive. */
export function isUseToNote({ last_used_at: last }: Pick<KeptKey, 'last_used_at'>, now: Date): boolean {
  return !last || now.getTime() - last.getTime() > USED_AGAIN_MS;
}

/** As the office sees it. */
export function keyView(key: KeptKey) {
  return {
    id: key.id,
    ending: key.ending,
    createdBy: key.created_by,
    createdAt: key.created_at.toISOString(),
    lastUsedAt: key.last_used_at?.toISOString() ?? null,
    revokedAt: key.revoked_at?.toISOString() ?? null,
    revokedBy: key.revoked_by,
  };
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
