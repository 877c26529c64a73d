import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes of the nonce that GCM wants, and of its tag. */
const NONCE = 12;
const TAG = 16;

/** What lies in the database: neither part tells anything without the installation's key. */
export interface Sealed {
  /** Nonce, tag and encrypted words. */
  readonly box: Buffer;
  /** The case's own random key, encrypted by the installation's. Destroying it destroys the words, backups included. */
  readonly wrappedKey: Buffer;
}

/**
 * AES-256-GCM under a random key of this case, which is wrapped by the installation's. The case's id is authenticated with both, so that no
 * box can be laid into another case.
 * @param master 32 bytes, `secrets.key('case-applicant')`
 */
export function seal(master: Uint8Array, caseId: string, words: string): Sealed {
  const key = randomBytes(32);
  return { box: encrypt(key, caseId, Buffer.from(words, 'utf8')), wrappedKey: encrypt(master, caseId, key) };
}

/** @throws Error when a byte was changed, the key is another's, or the box belongs to another case */
export function unseal(master: Uint8Array, caseId: string, { box, wrappedKey }: Sealed): string {
  return decrypt(decrypt(master, caseId, wrappedKey), caseId, box).toString('utf8');
}

function encrypt(key: Uint8Array, caseId: string, clear: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(caseId, 'utf8'));
  const hidden = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]);
}

function decrypt(key: Uint8Array, caseId: string, hidden: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, hidden.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(caseId, 'utf8'));
  decipher.setAuthTag(hidden.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(hidden.subarray(NONCE + TAG)), decipher.final()]);
}
