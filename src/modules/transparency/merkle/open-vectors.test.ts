import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseCheckpoint } from '../note/checkpoint.ts';
import { parseVerifierKey } from '../note/note-key.ts';
import { parseNote } from '../note/signed-note.ts';
import { verifyNote } from '../note/verify-note.ts';
import { decodeBundle } from '../tiles/entry-bundle.ts';
import { Frontier } from './frontier.ts';
import { leafHash } from './hash.ts';
import { verifyConsistency, verifyInclusion } from './verify-proof.ts';

/**
 * Public test data of the RFC 6962 world, both Apache-2.0, kept beside the repository: `merkle/testdata` of transparency-dev/merkle and
 * `tessera/testdata/log` of transparency-dev/tessera. MINGCHUANG_TLOG_VECTORS names the folder that holds both.
 */
const folder =
  process.env.MINGCHUANG_TLOG_VECTORS ?? fileURLToPath(new URL('../../../../../shared/tlog-vectors', import.meta.url));
/** Of the log that tessera's test data holds; public in its build script. */
const TESSERA_KEY = 'example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx';

interface InclusionCase {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

interface ConsistencyCase {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

const bytes = (text: string | null) => Buffer.from(text ?? '', 'base64');

describe.skipIf(!existsSync(folder))('public vectors (set MINGCHUANG_TLOG_VECTORS to their folder)', () => {
  it('inclusion', () => {
    const cases = readCases<InclusionCase>('inclusion');
    expect(cases.length).toBeGreaterThan(90);
    const wrong = cases.filter(([, one]) => {
      const { leafIdx: index, treeSize: size } = one;
      const proof = (one.proof ?? []).map(bytes);
      return (
        verifyInclusion({ index, size, root: bytes(one.root), leafHash: bytes(one.leafHash), proof }) === one.wantErr
      );
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it('consistency', () => {
    const cases = readCases<ConsistencyCase>('consistency');
    expect(cases.length).toBeGreaterThan(90);
    const wrong = cases.filter(([, one]) => {
      const claim = { oldSize: one.size1, oldRoot: bytes(one.root1), size: one.size2, root: bytes(one.root2) };
      return verifyConsistency({ ...claim, proof: (one.proof ?? []).map(bytes) }) === one.wantErr;
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it('a log made by another program: signatures, entries, tiles and roots of each size', () => {
    const key = parseVerifierKey(TESSERA_KEY);
    const log = join(folder, 'tessera', 'testdata', 'log');
    const sizes = readdirSync(log).flatMap((name) => /^checkpoint\.(\d+)$/.exec(name)?.[1] ?? []);
    expect(sizes.length).toBe(16);
    for (const size of sizes.map(Number)) {
      const note = parseNote(readFileSync(join(log, `checkpoint.${size}`), 'utf8'));
      expect(note && key && verifyNote(note, [key])?.length).toBe(1);
      const frontier = new Frontier();
      for (const entry of size === 0 ? [] : entriesOf(log, size)) frontier.push(leafHash(entry));
      expect(note && parseCheckpoint(note.text)).toEqual({
        origin: 'example.com/log/testdata',
        size,
        root: frontier.root(),
      });
    }
  });
});

function entriesOf(log: string, size: number): Uint8Array[] {
  const entries = decodeBundle(readFileSync(join(log, 'tile', 'entries', '000.p', String(size)))) ?? [];
  const tile = readFileSync(join(log, 'tile', '0', '000.p', String(size)));
  expect(Buffer.concat(entries.map((entry) => leafHash(entry)))).toEqual(tile);
  return entries;
}

function readCases<T>(kind: string): [name: string, one: T][] {
  const cases = join(folder, 'merkle', 'testdata', kind);
  return readdirSync(cases, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(cases, name), 'utf8'))]);
}
