import type { Change } from '../../../platform/change/change.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type Hash, leafHash, sameHash } from '../merkle/hash.ts';
import { isExtension } from '../merkle/verify-proof.ts';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from '../note/checkpoint.ts';
import { formatVerifierKey, LOG_SIGNATURE, type SignerKey } from '../note/note-key.ts';
import { formatNote, parseNote } from '../note/signed-note.ts';
import { signNote, verifyNote } from '../note/verify-note.ts';
import { DamagedTree, TileTree, tilesForConsistency } from '../tiles/tile-tree.ts';
import { growTree } from './grow-tree.store.ts';
import {
  giveIndexes,
  insertCheckpoint,
  insertIdentity,
  lastCheckpoint,
  lockLog,
  readIdentity,
  readLeaves,
  readTiles,
  treeSize,
  waitingLeaves,
} from './log.store.ts';
import { LogFault } from './log-fault.ts';
import type { LogFolder } from './log-folder.ts';

const BATCH = 2_000;
const SYSTEM = { type: 'system' } as const;
/** Name of the log's own checkpoint in its folder. */
export const OWN = 'log';

/**
 * Gives leaves their places and signs. The two are apart: places are given and committed first, and never given anew; only what is committed
 * is signed; and the signature is on the disk outside the database before anybody can see it. So a process may die at any point: what was
 * signed stays a beginning of the tree, and what was signed but not yet shown is found in the folder and shown.
 */
export class Sequencer {
  readonly #changes: Platform['changes'];
  readonly #folder: LogFolder;
  readonly #origin: string;

  /** @param origin name of the log, should it be made anew */
  constructor({ changes }: Pick<Platform, 'changes'>, folder: LogFolder, origin: string) {
    this.#changes = changes;
    this.#folder = folder;
    this.#origin = origin;
  }

  /** Everything that waits. @returns leaves that were given a place. @throws LogFault */
  async run(): Promise<number> {
    let given = 0;
    for (let more = true; more; ) {
      const batch = await this.#changes.run(SYSTEM, (change) => this.#giveBatch(change));
      given += batch;
      more = batch === BATCH;
    }
    await this.#changes.run(SYSTEM, (change) => this.#sign(change));
    return given;
  }

  async #giveBatch({ tx }: Change): Promise<number> {
    await lockLog(tx);
    const leaves = await waitingLeaves(tx, BATCH);
    if (leaves.length === 0) return 0;
    if (leaves.some(({ hash, entry }) => !sameHash(hash, leafHash(entry)))) throw this.#fault('log-damaged');
    const size = await treeSize(tx);
    const hashes = leaves.map(({ hash }) => hash);
    await giveIndexes(tx, hashes, size);
    await growTree(tx, size, hashes).catch((error) => {
      throw error instanceof DamagedTree ? this.#fault('log-damaged', error) : error;
    });
    return leaves.length;
  }

  async #sign(change: Change): Promise<void> {
    await lockLog(change.tx);
    const key = await this.#key(change);
    const size = await treeSize(change.tx);
    const inside = await lastCheckpoint(change.tx);
    const outside = await this.#folder.readCheckpoint(OWN);
    if (inside && outside === undefined) throw this.#fault('log-checkpoint-missing');
    const shown = inside && this.#open(inside.note, key);
    const kept = outside === undefined ? undefined : this.#open(outside, key);
    const root = await this.#extension(change.tx, size, [shown, kept]);

    let number = inside?.number ?? 0;
    if (outside !== undefined && kept && kept.size > (shown?.size ?? -1)) {
      number += 1;
      await insertCheckpoint(change.tx, { number, size: kept.size, note: outside });
    } else if (inside && shown && shown.size > (kept?.size ?? -1)) {
      // Another machine signed it, and this one's copy lags behind.
      await this.#folder.writeCheckpoint(OWN, inside.note);
    }
    if (size === Math.max(shown?.size ?? -1, kept?.size ?? -1)) return;
    const text = formatCheckpoint({ origin: key.name, size, root });
    const note = formatNote({ text, signatures: [signNote(text, key)] });
    await this.#copyEntries(change.tx, kept?.size ?? 0, size);
    await this.#folder.writeCheckpoint(OWN, note);
    await insertCheckpoint(change.tx, { number: number + 1, size, note });
    const detail = { size, root: Buffer.from(root).toString('base64') };
    change.record({ action: 'sign', kind: 'log', subjectId: String(size), detail });
  }

  /** @param signed size of the checkpoint outside: what is kept beyond it may not have come true */
  async #copyEntries(tx: Change['tx'], signed: number, size: number): Promise<void> {
    const { entries } = this.#folder;
    for (let first = await entries.count(signed); first < size; first += BATCH) {
      const leaves = await readLeaves(tx, first, Math.min(first + BATCH, size));
      await entries.append(leaves.map(({ entry }) => entry));
    }
  }

  /** The key that this database's log began with; made when the log begins. */
  async #key({ tx }: Change): Promise<SignerKey> {
    const identity = await readIdentity(tx);
    if (identity === undefined) {
      const key = await this.#folder.makeKey('log', this.#origin, LOG_SIGNATURE);
      await insertIdentity(tx, formatVerifierKey(key));
      return key;
    }
    const key = await this.#folder.readKey('log');
    if (!key) throw this.#fault('log-key-missing');
    if (formatVerifierKey(key) !== identity) throw this.#fault('log-key-foreign');
    return key;
  }

  #open(text: string, key: SignerKey): Checkpoint {
    const note = parseNote(text);
    const checkpoint = note && parseCheckpoint(note.text);
    if (!note || !checkpoint || !verifyNote(note, [key])?.length || checkpoint.origin !== key.name) {
      throw this.#fault('log-checkpoint-foreign');
    }
    return checkpoint;
  }

  /** Root of the tree of `size`. @throws LogFault unless it begins with all that was signed before */
  async #extension(tx: Change['tx'], size: number, signed: readonly (Checkpoint | undefined)[]): Promise<Hash> {
    const before = signed.filter((one) => one !== undefined);
    if (before.some((one) => one.size > size)) throw this.#fault('log-behind');
    const needed = [...before.map((one) => one.size), size].flatMap((old) => tilesForConsistency(old, size));
    const tree = new TileTree(await readTiles(tx, needed));
    try {
      const root = tree.root(size);
      for (const old of before) {
        const proof = tree.consistencyProof(old.size, size);
        if (!isExtension({ oldSize: old.size, oldRoot: old.root, size, root, proof })) {
          throw this.#fault('log-forked');
        }
      }
      return root;
    } catch (error) {
      throw error instanceof DamagedTree ? this.#fault('log-damaged', error) : error;
    }
  }

  #fault(code: ConstructorParameters<typeof LogFault>[0], cause?: unknown): LogFault {
    return new LogFault(code, this.#folder.path, cause);
  }
}
