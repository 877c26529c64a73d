import { AppError } from '../../../kernel/app-error.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Platform } from '../../../platform/platform.ts';
import { Frontier } from '../merkle/frontier.ts';
import { leafHash, sameHash } from '../merkle/hash.ts';
import { parseCheckpoint } from '../note/checkpoint.ts';
import { formatVerifierKey } from '../note/note-key.ts';
import { parseNote } from '../note/signed-note.ts';
import { verifyNote } from '../note/verify-note.ts';
import { TileTree, tilesForConsistency } from '../tiles/tile-tree.ts';
import { growTree } from './grow-tree.store.ts';
import { lastCheckpoint, lockLog, putLeaves, readIdentity, readTiles, treeSize } from './log.store.ts';
import { LogFault } from './log-fault.ts';
import type { LogFolder } from './log-folder.ts';
import { OWN } from './sequencer.ts';

const BATCH = 1_000;
const SYSTEM = { type: 'system' } as const;

/** What a person decides after the log has stopped signing; both acts are audited. */
export class Recovery {
  readonly #changes: Platform['changes'];
  readonly #folder: LogFolder;

  constructor({ changes }: Pick<Platform, 'changes'>, folder: LogFolder) {
    this.#changes = changes;
    this.#folder = folder;
  }

  /**
   * After an old backup was restored: brings the signed entries back that the database lacks, from the copy outside.
   * @returns how many. @throws AppError `log-not-recoverable`
   */
  recover(): Promise<number> {
    return this.#changes.run(SYSTEM, async (change) => {
      await lockLog(change.tx);
      const signed = await this.#signed(change);
      const size = await treeSize(change.tx);
      if (!signed || size >= signed.size) throw refused('数据库中没有缺失的存证');
      const tree = new TileTree(await readTiles(change.tx, tilesForConsistency(0, size)));
      const missing: Buffer[] = [];
      const frontier = new Frontier();
      for await (const entry of this.#folder.entries.read()) {
        if (frontier.size === size && !sameHash(frontier.root(), tree.root(size)))
          throw refused('数据库中的存证与副本不一致');
        if (frontier.size === signed.size) break;
        if (frontier.size >= size) missing.push(Buffer.from(entry));
        frontier.push(leafHash(entry));
      }
      if (frontier.size !== signed.size || !sameHash(frontier.root(), signed.root)) throw refused('存证副本缺失或损坏');
      for (let at = 0; at < missing.length; at += BATCH) {
        const leaves = missing.slice(at, at + BATCH).map((entry) => ({ entry, hash: leafHash(entry) }));
        await putLeaves(change.tx, leaves, size + at);
        await growTree(
          change.tx,
          size + at,
          leaves.map(({ hash }) => hash),
        );
      }
      change.record({ action: 'recover', kind: 'log', subjectId: String(signed.size), detail: { from: size } });
      return missing.length;
    });
  }

  /** After the checkpoint outside was lost: takes the database's newest in its place. @throws AppError `log-not-recoverable` */
  adopt(): Promise<number> {
    return this.#changes.run(SYSTEM, async (change) => {
      await lockLog(change.tx);
      if ((await this.#folder.readCheckpoint(OWN)) !== undefined) throw refused('数据库之外的检查点并未遗失');
      const newest = await lastCheckpoint(change.tx);
      if (!newest) throw refused('数据库中没有检查点');
      await this.#folder.writeCheckpoint(OWN, newest.note);
      change.record({ action: 'adopt', kind: 'log', subjectId: String(newest.size), detail: {} });
      return newest.size;
    });
  }

  /** The checkpoint outside, if it is by the key that this database knows. */
  async #signed({ tx }: Change) {
    const text = await this.#folder.readCheckpoint(OWN);
    const key = await this.#folder.readKey('log');
    const identity = await readIdentity(tx);
    if (text === undefined || !key) return undefined;
    const note = parseNote(text);
    const isOurs = identity === undefined || identity === formatVerifierKey(key);
    if (!note || !isOurs || !verifyNote(note, [key])?.length) {
      throw new LogFault('log-checkpoint-foreign', this.#folder.path);
    }
    return parseCheckpoint(note.text);
  }
}

function refused(why: string): AppError {
  return new AppError('log-not-recoverable', 409, `${why}，没有作任何改动。`);
}
