import { describe, expect, it } from 'vitest';
import { Frontier } from '../merkle/frontier.ts';
import { type Hash, leafHash } from '../merkle/hash.ts';
import { verifyConsistency, verifyInclusion } from '../merkle/verify-proof.ts';
import { decodeBundle, encodeBundle } from './entry-bundle.ts';
import { growingTiles, TILE_WIDTH, tileKey, tileWidth } from './tile-layout.ts';
import { formatTilePath, parseTilePath } from './tile-path.ts';
import { growTiles, type Tile, TileTree, tilesForConsistency, tilesForInclusion } from './tile-tree.ts';

describe('addresses', () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 1234067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 1, index: 999, width: 3 }, 'tile/1/999.p/3'],
    [{ level: 63, index: 1000, width: 255 }, 'tile/63/x001/000.p/255'],
    [{ level: 'entries', index: 70_000, width: 1 }, 'tile/entries/x070/000.p/1'],
  ] as const)('%o is %s', (tile, path) => {
    expect(formatTilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each([
    'tile/64/000',
    'tile/00/000',
    'tile/0/0',
    'tile/0/x000/000',
    'tile/0/001/000',
    'tile/0/x001',
    'tile/0/1000',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/',
    'tile/-1/000',
    'tile/data/000',
    'tile/0/../000',
    `tile/0/${'x999/'.repeat(7)}999`,
    'tile/entries',
    '',
  ])('%s is none', (path) => expect(parseTilePath(path)).toBeUndefined());

  it('are one each, whatever the index', () => {
    for (let step = 0; step < 2_000; step += 1) {
      const index = Math.floor(Math.random() * 10 ** (1 + (step % 15)));
      const tile = { level: step % 64, index, width: 1 + (step % 256) };
      expect(parseTilePath(formatTilePath(tile))).toEqual(tile);
    }
  });
});

describe('widths', () => {
  it('are as the specification counts them for 70,000 and for 256', () => {
    expect(growingTiles(70_000).map((tile) => [tileKey(tile), tileWidth(tile, 70_000)])).toEqual([
      ['0/273', 112],
      ['1/1', 17],
      ['2/0', 1],
    ]);
    expect(tileWidth({ level: 0, index: 272 }, 70_000)).toBe(256);
    expect(tileWidth({ level: 0, index: 274 }, 70_000)).toBe(0);
    expect(tileWidth({ level: 0, index: 0 }, 256)).toBe(256);
    expect(tileWidth({ level: 1, index: 0 }, 256)).toBe(1);
    expect(tileWidth({ level: 1, index: 0 }, 255)).toBe(0);
  });
});

describe('a tree kept as tiles', () => {
  const SIZE = 66_000;
  const hashes = Array.from({ length: SIZE }, (_, at) => leafHash(Buffer.from(String(at))));
  const roots = new Map<number, Hash>();
  const frontier = new Frontier();
  for (const hash of hashes) {
    frontier.push(hash);
    roots.set(frontier.size, frontier.root());
  }
  const store = new Map<string, Tile>();

  it('grows in steps of any length to the same tiles', () => {
    let size = 0;
    while (size < SIZE) {
      const step = Math.min(SIZE - size, 1 + Math.floor(Math.random() * (size < 2_000 ? 300 : 5_000)));
      const growing = growingTiles(size).flatMap((id) => store.get(tileKey(id)) ?? []);
      for (const tile of growTiles(size, growing, hashes.slice(size, size + step))) store.set(tileKey(tile), tile);
      size += step;
    }
    for (const tile of store.values()) expect(tile.hashes.length).toBe(tileWidth(tile, SIZE) * 32);
    expect(store.size).toBe(Math.ceil(SIZE / TILE_WIDTH) + 2 + 1);
  });

  it('knows the root of every size it ever had', () => {
    for (const size of [1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, SIZE]) {
      expect(treeFor(tilesForConsistency(size, SIZE)).root(size)).toEqual(roots.get(size));
    }
  });

  it('proves leaves and earlier trees with the few tiles it asks for', () => {
    for (let round = 0; round < 300; round += 1) {
      const size = 1 + Math.floor(Math.random() * SIZE);
      const index = Math.floor(Math.random() * size);
      const root = roots.get(size) as Hash;
      const tiles = tilesForInclusion(index, size);
      expect(tiles.length).toBeLessThan(8);
      const proof = treeFor(tiles).inclusionProof(index, size);
      expect(verifyInclusion({ leafHash: hashes[index] as Hash, index, size, root, proof })).toBe(true);
      const oldSize = index + 1;
      const old = { oldSize, oldRoot: roots.get(oldSize) as Hash };
      const since = treeFor(tilesForConsistency(oldSize, size)).consistencyProof(oldSize, size);
      expect(verifyConsistency({ ...old, size, root, proof: since })).toBe(true);
    }
  });

  it('says so when a tile is absent or cut, rather than to grow on sand', () => {
    expect(() => new TileTree([]).root(3)).toThrow('tile 0/0 of the log has no hash 1');
    expect(() => growTiles(3, [], [hashes[0] as Hash])).toThrow('tile 0/0 has a wrong width');
    expect(() => growTiles(0, [{ level: 0, index: 0, hashes: Buffer.alloc(32) }], [hashes[0] as Hash])).toThrow(
      'width',
    );
  });

  function treeFor(ids: ReturnType<typeof tilesForInclusion>): TileTree {
    return new TileTree(ids.flatMap((id) => store.get(tileKey(id)) ?? []));
  }
});

describe('a bundle', () => {
  it('gives back the entries, the empty and the longest too', () => {
    const entries = [Buffer.from('one'), Buffer.alloc(0), Buffer.alloc(65_535, 7), Buffer.from('four')];
    expect(decodeBundle(encodeBundle(entries))).toEqual(entries);
    expect(encodeBundle([Buffer.from('ab')])).toEqual(Buffer.from('00026162', 'hex'));
    expect(decodeBundle(Buffer.alloc(0))).toEqual([]);
  });

  it('that is cut is none', () => {
    const bundle = encodeBundle([Buffer.from('one'), Buffer.from('two')]);
    for (const end of [1, 2, 4, 6, 9]) expect(decodeBundle(bundle.subarray(0, end)), String(end)).toBeUndefined();
  });
});
