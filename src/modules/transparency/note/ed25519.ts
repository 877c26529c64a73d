import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto';

/** PKCS #8 and SPKI of Ed25519 are these bytes and the raw key (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export const ED25519_KEY_SIZE = 32;
export const ED25519_SIGNATURE_SIZE = 64;

export function newSeed(): Buffer {
  return randomBytes(ED25519_KEY_SIZE);
}

/** @param seed 32 bytes. @returns raw public key, 32 bytes */
export function publicKeyOf(seed: Uint8Array): Buffer {
  const spki = createPublicKey(privateKey(seed)).export({ type: 'spki', format: 'der' });
  return spki.subarray(PUBLIC_PREFIX.length);
}

export function signBytes(seed: Uint8Array, message: Uint8Array): Buffer {
  return sign(null, message, privateKey(seed));
}

export function verifyBytes(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== ED25519_KEY_SIZE || signature.length !== ED25519_SIGNATURE_SIZE) return false;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}

function privateKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}
