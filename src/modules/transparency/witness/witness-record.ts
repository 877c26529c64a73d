import { createHash } from 'node:crypto';

/** How a log is named in an address of tlog-witness: SHA-256 of its origin, hex. */
export function originHash(origin: string): string {
  return createHash('sha256').update(origin).digest('hex');
}

/** Under which the log's folder keeps what we cosigned of another log. */
export function outsideName(origin: string): string {
  return `witnessed-${originHash(origin)}`;
}
