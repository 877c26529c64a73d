import { createHash } from 'node:crypto';
import { parseBase64 } from './base64.ts';
import { ED25519_KEY_SIZE, publicKeyOf } from './ed25519.ts';

/** Signature types of C2SP signed-note that are spoken here: a log's own, and a witness's with the time. */
export const LOG_SIGNATURE = 0x01;
export const COSIGNATURE = 0x04;
export type SignatureType = typeof LOG_SIGNATURE | typeof COSIGNATURE;

export interface VerifierKey {
  readonly name: string;
  readonly type: SignatureType;
  /** 8 hex digits; names the key, proves nothing. */
  readonly keyId: string;
  /** Raw Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

export interface SignerKey extends VerifierKey {
  /** Raw Ed25519, 32 bytes: secret. */
  readonly seed: Uint8Array;
}

const PRIVATE = 'PRIVATE+KEY+';

export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\p{Cc}\p{Z}]/u.test(name);
}

export function signerKey(name: string, type: SignatureType, seed: Uint8Array): SignerKey {
  return { ...verifierKey(name, type, publicKeyOf(seed)), seed };
}

export function verifierKey(name: string, type: SignatureType, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new Error(`no name of a key: ${name}`);
  const hash = createHash('sha256').update(`${name}\n`).update(Buffer.of(type)).update(publicKey).digest('hex');
  return { name, type, keyId: hash.slice(0, 8), publicKey };
}

/** The vkey of C2SP signed-note: `name+id+key`. */
export function formatVerifierKey({ name, type, keyId, publicKey }: VerifierKey): string {
  return `${name}+${keyId}+${encodeKey(type, publicKey)}`;
}

/** @returns undefined for another type of signature, or when the id is not that of the key */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const [, name = '', keyId = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  const [type, bytes] = decodeKey(encoded);
  if (type === undefined || !isKeyName(name)) return undefined;
  const key = verifierKey(name, type, bytes);
  return key.keyId === keyId ? key : undefined;
}

/** The form in which Go's note package keeps signers, so that other tools of the kind can take the key. */
export function formatSignerKey({ name, type, keyId, seed }: SignerKey): string {
  return `${PRIVATE}${name}+${keyId}+${encodeKey(type, seed)}`;
}

export function parseSignerKey(text: string): SignerKey | undefined {
  if (!text.startsWith(PRIVATE)) return undefined;
  const [, name = '', keyId = '', encoded = ''] =
    /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.slice(PRIVATE.length)) ?? [];
  const [type, seed] = decodeKey(encoded);
  if (type === undefined || !isKeyName(name)) return undefined;
  const key = signerKey(name, type, seed);
  return key.keyId === keyId ? key : undefined;
}

function encodeKey(type: SignatureType, bytes: Uint8Array): string {
  return Buffer.concat([Buffer.of(type), bytes]).toString('base64');
}

function decodeKey(text: string): [SignatureType, Buffer] | [undefined] {
  const bytes = parseBase64(text);
  const type = bytes?.[0];
  if (bytes?.length !== ED25519_KEY_SIZE + 1 || (type !== LOG_SIGNATURE && type !== COSIGNATURE)) return [undefined];
  return [type, bytes.subarray(1)];
}
