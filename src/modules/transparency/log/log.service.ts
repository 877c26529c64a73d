import type { Change } from '../../../platform/change/change.ts';
import type { Platform } from '../../../platform/platform.ts';
import { leafHash } from '../merkle/hash.ts';
import { formatTlogProof } from '../note/tlog-proof.ts';
import { encodeBundle, LONGEST_ENTRY } from '../tiles/entry-bundle.ts';
import { TILE_WIDTH, tileWidth } from '../tiles/tile-layout.ts';
import type { TilePath } from '../tiles/tile-path.ts';
import { TileTree, tilesForInclusion } from '../tiles/tile-tree.ts';
import { cosignaturesOf } from '../witness/witness.store.ts';
import { clearAlarms, listAlarms, raiseAlarm } from './alarm.store.ts';
import {
  insertLeaf,
  type LogState,
  lastCheckpoint,
  readIdentity,
  readLeaf,
  readLeaves,
  readLogState,
  readTiles,
  type StoredCheckpoint,
} from './log.store.ts';
import { LogFault } from './log-fault.ts';
import type { Sequencer } from './sequencer.ts';

/** A leaf that waits longer than this is an alarm. */
const LATE_MS = 5 * 60_000;

export const APPENDED = 'transparency.appended';

/** What anybody needs to see that a leaf stands in the log; hashes in Base64 as in C2SP tlog-proof, from the sibling upwards. */
export interface LeafProof {
  readonly leafId: string;
  readonly leaf: Uint8Array;
  /** From 0. */
  readonly index: number;
  readonly proof: readonly string[];
  /** Signed note of the tree that the proof leads to. */
  readonly checkpoint: string;
}

export interface PlacedEntry {
  /** From 0. */
  readonly index: number;
  readonly entry: Uint8Array;
}

/** The public append-only log. It knows bytes only; whoever appends says what they mean. */
export class LogService {
  readonly #platform: Pick<Platform, 'database' | 'clock' | 'log'>;
  readonly #sequencer: Sequencer;
  readonly #told = new WeakSet<Change>();
  #running: Promise<number> | undefined;
  /** Whether the last run of this process found database and folder to agree. */
  #isSound = false;

  constructor(platform: Pick<Platform, 'database' | 'clock' | 'log'>, sequencer: Sequencer) {
    this.#platform = platform;
    this.#sequencer = sequencer;
  }

  /**
   * Adds a leaf together with the change that it tells of; it gets its place when the change is committed, usually within two seconds. The
   * same bytes again are the same leaf.
   *
   * @param leaf 1 to 65,535 bytes that may be public for ever: no personal data, only salted hashes
   * @returns leafId 64 hex digits, to be kept for `proofOf`
   */
  async append(change: Change, leaf: Uint8Array): Promise<{ leafId: string }> {
    if (leaf.length === 0 || leaf.length > LONGEST_ENTRY) throw new Error(`a leaf of ${leaf.length} bytes`);
    const hash = leafHash(leaf);
    await insertLeaf(change.tx, hash, leaf, change.at);
    if (!this.#told.has(change)) {
      this.#told.add(change);
      await change.emit(APPENDED, {});
    }
    return { leafId: Buffer.from(hash).toString('hex') };
  }

  /** Gives waiting leaves their places and signs; calls at the same time share one run. @throws LogFault */
  sequence(): Promise<number> {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #run(): Promise<number> {
    const db = this.#platform.database.kysely;
    const { size, signedSize, waiting } = await readLogState(db);
    if (this.#isSound && waiting === 0 && size === signedSize) return 0;
    this.#isSound = false;
    try {
      const given = await this.#sequencer.run();
      await clearAlarms(db, 'log-');
      this.#isSound = true;
      return given;
    } catch (error) {
      if (error instanceof LogFault) {
        this.#platform.log.fatal({ err: error }, 'the public log has stopped signing');
        await raiseAlarm(db, { code: error.code, message: error.message, since: this.#platform.clock.now() });
      }
      throw error;
    }
  }

  /** @returns undefined while the leaf is unknown or has no signed place yet */
  async proofOf(leafId: string): Promise<LeafProof | undefined> {
    if (!/^[0-9a-f]{64}$/.test(leafId)) return undefined;
    const db = this.#platform.database.kysely;
    const leaf = await readLeaf(db, Buffer.from(leafId, 'hex'));
    const checkpoint = await lastCheckpoint(db);
    if (leaf?.index == null || !checkpoint || leaf.index >= checkpoint.size) return undefined;
    const { index } = leaf;
    const tree = new TileTree(await readTiles(db, tilesForInclusion(index, checkpoint.size)));
    const proof = tree.inclusionProof(index, checkpoint.size).map((hash) => Buffer.from(hash).toString('base64'));
    return { leafId, leaf: leaf.entry, index, proof, checkpoint: await this.#cosigned(checkpoint) };
  }

  /** The same as one text file that can be checked offline (C2SP tlog-proof). @param extra what a checker needs besides, for example the salt */
  async receiptOf(leafId: string, extra?: Uint8Array): Promise<string | undefined> {
    const found = await this.proofOf(leafId);
    return found && formatTlogProof({ ...found, extra, proof: found.proof.map((hash) => Buffer.from(hash, 'base64')) });
  }

  /** Signed note of the newest tree, with the signatures of its witnesses so far; undefined before the first. */
  async checkpoint(): Promise<string | undefined> {
    const newest = await lastCheckpoint(this.#platform.database.kysely);
    return newest && this.#cosigned(newest);
  }

  async #cosigned({ number, note }: StoredCheckpoint): Promise<string> {
    return note + (await cosignaturesOf(this.#platform.database.kysely, number)).join('');
  }

  /** The log's public key as a vkey; undefined before the first checkpoint. */
  async verifierKey(): Promise<string | undefined> {
    return readIdentity(this.#platform.database.kysely);
  }

  /** Bytes of a tile or bundle; undefined for one that no signed tree has. */
  async tile({ level, index, width }: TilePath): Promise<Buffer | undefined> {
    const db = this.#platform.database.kysely;
    const size = (await lastCheckpoint(db))?.size ?? 0;
    const id = { level: level === 'entries' ? 0 : level, index };
    if (width > tileWidth(id, size)) return undefined;
    if (level === 'entries') {
      const first = index * TILE_WIDTH;
      return encodeBundle((await readLeaves(db, first, first + width)).map(({ entry }) => entry));
    }
    const [tile] = await readTiles(db, [id]);
    return tile && Buffer.from(tile.hashes.subarray(0, width * 32));
  }

  async state(): Promise<LogState> {
    return readLogState(this.#platform.database.kysely);
  }

  /** Entries of the signed tree, the newest first. @param skipped so many of the newest */
  async newest(limit: number, skipped = 0): Promise<readonly PlacedEntry[]> {
    const db = this.#platform.database.kysely;
    const end = Math.max(0, ((await lastCheckpoint(db))?.size ?? 0) - skipped);
    const leaves = await readLeaves(db, Math.max(0, end - limit), end);
    return leaves.map(({ index, entry }) => ({ index: index ?? 0, entry })).reverse();
  }

  /** Chinese sentences; empty when places are given and signatures made as they should. */
  async warnings(): Promise<readonly string[]> {
    const db = this.#platform.database.kysely;
    const alarms = (await listAlarms(db)).map(({ message }) => message);
    const { waitingSince } = await readLogState(db);
    const late = waitingSince && this.#platform.clock.now().getTime() - waitingSince.getTime() > LATE_MS;
    return late ? [...alarms, '有公开记录超过五分钟仍未写入公开存证日志，请检查后台任务。'] : alarms;
  }
}
