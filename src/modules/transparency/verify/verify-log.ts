import { Frontier } from '../merkle/frontier.ts';
import { HASH_SIZE, type Hash, leafHash, sameHash } from '../merkle/hash.ts';
import { TILE_WIDTH, tileKey } from '../tiles/tile-layout.ts';
import { subtreeHash } from '../tiles/tile-tree.ts';
import { CheckpointCheck } from './checkpoint-check.ts';
import type { LogSource, OutsideRecord } from './log-source.ts';

export interface LogVerdict {
  readonly size: number;
  readonly root: Hash;
  readonly checkpoints: number;
  /** Size of the newest checkpoint. */
  readonly signedSize: number;
  /** Chinese, one sentence each, the first hundred; empty when all is well. */
  readonly findings: readonly string[];
}

const MOST_FINDINGS = 100;

/**
 * Reckons the whole log anew from its entries and compares every stored hash, tile, checkpoint and signature with the result; reads each row
 * once, in the space of a few tiles.
 */
export async function verifyLog(source: LogSource, outside: OutsideRecord | undefined): Promise<LogVerdict> {
  const findings: string[] = [];
  const find = (sentence: string) => {
    if (findings.length < MOST_FINDINGS) findings.push(sentence);
  };
  const totals = await source.totals();
  const checkpoints = new CheckpointCheck(source, totals.identity, outside, find);
  const tiles = new TileCheck(source, find);
  const frontier = new Frontier();
  await checkpoints.reach(frontier);
  for (let first = 0; first < totals.size; first += TILE_WIDTH) {
    const end = Math.min(first + TILE_WIDTH, totals.size);
    const leaves = await source.leaves(first, end);
    for (let index = first; index < end; index += 1) {
      const leaf = leaves[index - first];
      if (leaf?.index !== index) {
        find(`第 ${index} 条存证缺失。`);
        break;
      }
      const hash = leafHash(leaf.entry);
      if (!sameHash(hash, leaf.hash)) find(`第 ${index} 条存证的内容与其哈希不符。`);
      frontier.push(hash);
      tiles.push(hash);
      await checkpoints.reach(frontier);
    }
    if (frontier.size < end) break;
    await tiles.flush(end === totals.size);
  }
  if (totals.leaves !== totals.size) find(`已编号的存证有 ${totals.leaves} 条，与日志规模 ${totals.size} 不符。`);
  if (totals.tiles !== tiles.expected) find(`哈希瓦片有 ${totals.tiles} 个，应为 ${tiles.expected} 个。`);
  for (const { hash, entry } of await source.waitingLeaves()) {
    if (!sameHash(hash, leafHash(entry))) find('有待编号的存证，其内容与哈希不符。');
  }
  await checkpoints.finish(frontier);
  return { ...checkpoints.summary(), size: frontier.size, root: frontier.root(), findings };
}

/** Builds the tiles again, one level on top of the other, and compares each when it is complete. */
class TileCheck {
  readonly #source: LogSource;
  readonly #find: (sentence: string) => void;
  readonly #levels: { done: number; hashes: Hash[] }[] = [];
  /** Rows that there should be. */
  expected = 0;

  constructor(source: LogSource, find: (sentence: string) => void) {
    this.#source = source;
    this.#find = find;
  }

  push(hash: Hash, level = 0): void {
    this.#levels[level] ??= { done: 0, hashes: [] };
    this.#levels[level].hashes.push(hash);
  }

  /** @param atEnd compares the unfinished tiles as well */
  async flush(atEnd: boolean): Promise<void> {
    for (let level = 0; level < this.#levels.length; level += 1) {
      const state = this.#levels[level];
      if (!state || state.hashes.length === 0) continue;
      if (state.hashes.length < TILE_WIDTH && !atEnd) return;
      const hashes = Buffer.concat(state.hashes);
      await this.#compare(level, state.done, hashes);
      if (state.hashes.length < TILE_WIDTH) continue;
      this.push(subtreeHash(hashes), level + 1);
      state.done += 1;
      state.hashes = [];
    }
  }

  async #compare(level: number, index: number, hashes: Buffer): Promise<void> {
    this.expected += 1;
    const key = tileKey({ level, index });
    const stored = await this.#source.tile({ level, index });
    if (!stored) return this.#find(`哈希瓦片 ${key} 缺失。`);
    if (stored.length !== hashes.length) return this.#find(`哈希瓦片 ${key} 的长度不对。`);
    for (let at = 0; at < hashes.length; at += HASH_SIZE) {
      if (sameHash(stored.subarray(at, at + HASH_SIZE), hashes.subarray(at, at + HASH_SIZE))) continue;
      return this.#find(`哈希瓦片 ${key} 的第 ${at / HASH_SIZE} 个哈希与存证内容不符。`);
    }
  }
}
