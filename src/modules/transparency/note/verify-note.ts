import { verifyCosignature } from './cosignature.ts';
import { ED25519_SIGNATURE_SIZE, signBytes, verifyBytes } from './ed25519.ts';
import { LOG_SIGNATURE, type SignerKey, type VerifierKey } from './note-key.ts';
import type { Note, NoteSignature } from './signed-note.ts';

export interface VerifiedSignature {
  readonly key: VerifierKey;
  /** When a witness says to have seen it, seconds since 1970; absent for a log's own signature. */
  readonly time: number | undefined;
}

/**
 * Signatures by known keys; those by others are left aside.
 * @returns undefined when a signature that claims to be by a known key is not: then nothing of the note is to be believed
 */
export function verifyNote(note: Note, keys: readonly VerifierKey[]): VerifiedSignature[] | undefined {
  const verified: VerifiedSignature[] = [];
  for (const signature of note.signatures) {
    const key = keys.find(({ name, keyId }) => name === signature.name && keyId === signature.keyId);
    if (!key) continue;
    const result = verifySignature(note.text, key, signature);
    if (!result) return undefined;
    verified.push(result);
  }
  return verified;
}

function verifySignature(text: string, key: VerifierKey, { signature }: NoteSignature): VerifiedSignature | undefined {
  if (key.type === LOG_SIGNATURE) {
    const isGood =
      signature.length === ED25519_SIGNATURE_SIZE && verifyBytes(key.publicKey, Buffer.from(text), signature);
    return isGood ? { key, time: undefined } : undefined;
  }
  const time = verifyCosignature(text, key, signature);
  return time === undefined ? undefined : { key, time };
}

export function signNote(text: string, { name, keyId, seed }: SignerKey): NoteSignature {
  return { name, keyId, signature: signBytes(seed, Buffer.from(text)) };
}
