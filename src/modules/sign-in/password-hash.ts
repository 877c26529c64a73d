import { hash, verify } from '@node-rs/argon2';

/** Argon2id, 64 MiB, three passes (RFC 9106's second choice for memory and passes): some 75 ms on a small server. */
const PARAMETERS = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const PREFIX = '$argon2id$v=19$m=65536,t=3,p=1$';

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), PARAMETERS);
}

export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFC'));
}

/** True when it was made with other parameters than today's. */
export function needsRehash(stored: string): boolean {
  return !stored.startsWith(PREFIX);
}

let nobody: Promise<string> | undefined;

/** Takes as long as a real verification and always fails: an unknown account must not answer sooner than a known one. */
export async function verifyNobody(password: string): Promise<false> {
  nobody ??= hashPassword(crypto.randomUUID());
  await verifyPassword(await nobody, password);
  return false;
}
