import { EMPTY_ROOT, sameHash } from '../merkle/hash.ts';
import { isExtension } from '../merkle/verify-proof.ts';
import { type Checkpoint, parseCheckpoint } from '../note/checkpoint.ts';
import type { VerifierKey } from '../note/note-key.ts';
import { type Note, parseNote } from '../note/signed-note.ts';
import { verifyNote } from '../note/verify-note.ts';
import type { WitnessRequest } from './witness-request.ts';

/** A refusal, with the status that C2SP tlog-witness gives it. */
export type Refusal = { readonly status: 400 | 403 | 404 | 422 } | { readonly status: 409; readonly size: number };

export interface KnownCheckpoint {
  readonly key: VerifierKey;
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

/** Whether the checkpoint is one of a log that is witnessed here, signed by it. @param logs keys whose names are the logs' origins */
export function recognise(request: WitnessRequest, logs: readonly VerifierKey[]): KnownCheckpoint | Refusal {
  const note = parseNote(request.checkpoint);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint) return { status: 400 };
  const keys = logs.filter(({ name }) => name === checkpoint.origin);
  if (keys.length === 0) return { status: 404 };
  const [signature] = verifyNote(note, keys) ?? [];
  if (!signature) return { status: 403 };
  if (request.oldSize > checkpoint.size) return { status: 400 };
  return { key: signature.key, note, checkpoint };
}

/** Whether the tree begins with the one cosigned last. @returns undefined when it does */
export function refuseUnlessExtended(
  { oldSize, proof }: WitnessRequest,
  { size, root }: Checkpoint,
  last: Checkpoint | undefined,
): Refusal | undefined {
  const seen = last ?? { size: 0, root: EMPTY_ROOT };
  if (oldSize !== seen.size) return { status: 409, size: seen.size };
  if (size === 0 && !sameHash(root, EMPTY_ROOT)) return { status: 422 };
  return isExtension({ oldSize, oldRoot: seen.root, size, root, proof }) ? undefined : { status: 422 };
}
