import { ED25519_SIGNATURE_SIZE, signBytes, verifyBytes } from './ed25519.ts';
import type { SignerKey, VerifierKey } from './note-key.ts';
import type { NoteSignature } from './signed-note.ts';

const TIME_BYTES = 8;

/** A witness's word that, at this time, the checkpoint extended all it had seen of the log (C2SP tlog-cosignature). @param time seconds since 1970 */
export function cosign(text: string, { name, keyId, seed }: SignerKey, time: number): NoteSignature {
  const stamp = Buffer.alloc(TIME_BYTES);
  stamp.writeBigUInt64BE(BigInt(time));
  return { name, keyId, signature: Buffer.concat([stamp, signBytes(seed, message(text, time))]) };
}

/** @returns the time it names, in seconds since 1970; undefined when it is not by that key */
export function verifyCosignature(text: string, key: VerifierKey, signature: Uint8Array): number | undefined {
  if (signature.length !== TIME_BYTES + ED25519_SIGNATURE_SIZE) return undefined;
  const time = Number(Buffer.from(signature.subarray(0, TIME_BYTES)).readBigUInt64BE());
  if (!Number.isSafeInteger(time)) return undefined;
  return verifyBytes(key.publicKey, message(text, time), signature.subarray(TIME_BYTES)) ? time : undefined;
}

function message(text: string, time: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
}
