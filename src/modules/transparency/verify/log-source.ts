import type { StoredCheckpoint, StoredLeaf } from '../log/log.store.ts';
import type { TileId } from '../tiles/tile-layout.ts';

/** What a check reads of a stored log: a database, or a copy of one. */
export interface LogSource {
  /** Leaves with an index from `first` to `end`, the end not included, in their order. */
  leaves(first: number, end: number): Promise<readonly StoredLeaf[]>;
  waitingLeaves(): Promise<readonly StoredLeaf[]>;
  tile(id: TileId): Promise<Uint8Array | undefined>;
  /** By number, those after `number`; an empty answer is the end. */
  checkpoints(after: number): Promise<readonly CosignedCheckpoint[]>;
  totals(): Promise<LogTotals>;
}

export interface CosignedCheckpoint extends StoredCheckpoint {
  readonly cosignatures: readonly Cosignature[];
}

/** A witness's signature line and the key by which it was taken. */
export interface Cosignature {
  readonly verifierKey: string;
  readonly line: string;
}

export interface LogTotals {
  /** Size that the tree claims. */
  readonly size: number;
  /** Leaves with an index. */
  readonly leaves: number;
  readonly tiles: number;
  /** The vkey under which the log is known; undefined before its first checkpoint. */
  readonly identity: string | undefined;
}

/** What is kept outside the database; undefined where the check has no access to it. */
export interface OutsideRecord {
  readonly verifierKey: string | undefined;
  readonly checkpoint: string | undefined;
}
