import { TILE_WIDTH } from './tile-layout.ts';

/** A tile or bundle as asked for: `width` is 256 for a full one. */
export interface TilePath {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** The address below the log's prefix (C2SP tlog-tiles): index 1234067 becomes x001/x234/067. */
export function formatTilePath({ level, index, width }: TilePath): string {
  const groups: string[] = [];
  let rest = index;
  do {
    groups.unshift(String(rest % 1000).padStart(3, '0'));
    rest = Math.floor(rest / 1000);
  } while (rest > 0);
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${path}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

const PATH = /^tile\/(entries|\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** @returns undefined for what is no such address; each tile has exactly one */
export function parseTilePath(path: string): TilePath | undefined {
  const [, level = '', digits = '', width] = PATH.exec(path) ?? [];
  const tile: TilePath = {
    level: level === 'entries' ? 'entries' : Number(level),
    index: Number(digits.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  // Written back it must be the same: no needless zeros, no partial tile of 256, no number that lost its digits.
  return Number.isSafeInteger(tile.index) && formatTilePath(tile) === path ? tile : undefined;
}
