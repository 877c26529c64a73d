import { AppError } from '../../../kernel/app-error.ts';
import type { Platform } from '../../../platform/platform.ts';
import { lastCheckpoint, readTiles } from '../log/log.store.ts';
import { parseCount } from '../note/checkpoint.ts';
import { formatVerifierKey, type VerifierKey } from '../note/note-key.ts';
import { formatSignature, parseNote, parseSignatures } from '../note/signed-note.ts';
import { verifyNote } from '../note/verify-note.ts';
import { TileTree, tilesForConsistency } from '../tiles/tile-tree.ts';
import { cosignedSize, insertCosignature } from './witness.store.ts';
import { formatWitnessRequest } from './witness-request.ts';

const PATIENCE_MS = 10_000;
const LONGEST_ANSWER = 20_000;

export interface ConfiguredWitness {
  /** Submission prefix, without a trailing slash. */
  readonly url: string;
  readonly key: VerifierKey;
}

type Newest = NonNullable<Awaited<ReturnType<typeof lastCheckpoint>>>;

/** Shows the newest checkpoint to every witness that has not cosigned it. @throws AppError `witness-failed` after all were asked */
export async function askWitnesses(
  platform: Pick<Platform, 'database'>,
  witnesses: readonly ConfiguredWitness[],
): Promise<void> {
  const db = platform.database.kysely;
  const newest = await lastCheckpoint(db);
  if (!newest) return;
  const failures: string[] = [];
  for (const witness of witnesses) {
    const verifierKey = formatVerifierKey(witness.key);
    const seen = await cosignedSize(db, verifierKey);
    if (seen === newest.size) continue;
    try {
      const line = await ask(db, witness, newest, seen ?? 0);
      await insertCosignature(db, { number: newest.number, verifierKey, line });
    } catch (error) {
      failures.push(`${witness.key.name}：${error instanceof Error ? error.message : '未知原因'}`);
    }
  }
  if (failures.length > 0) {
    throw new AppError('witness-failed', 502, `见证方没有为最新检查点签名：${failures.join('；')}。`);
  }
}

type Db = Platform['database']['kysely'];

/** @returns the witness's signature line */
async function ask(db: Db, witness: ConfiguredWitness, newest: Newest, oldSize: number): Promise<string> {
  const first = await send(db, witness, newest, oldSize);
  if (first.status !== 409) return read(first, witness, newest);
  // It knows better what it has cosigned; whoever restored an old backup here learns it so.
  const seen = parseCount(first.body.trim());
  if (seen === undefined || seen > newest.size) {
    throw new Error(`见证方见过的日志有 ${seen ?? '若干'} 条，本日志只签到 ${newest.size} 条，请核查是否恢复了旧备份`);
  }
  return read(await send(db, witness, newest, seen), witness, newest);
}

async function send(db: Db, { url }: ConfiguredWitness, { size, note }: Newest, oldSize: number) {
  const tiles = await readTiles(db, tilesForConsistency(oldSize, size));
  const proof = new TileTree(tiles).consistencyProof(oldSize, size);
  const response = await fetch(`${url}/add-checkpoint`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: formatWitnessRequest({ oldSize, proof, checkpoint: note }),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return { status: response.status, body: (await response.text()).slice(0, LONGEST_ANSWER) };
}

function read(
  { status, body }: { status: number; body: string },
  { key }: ConfiguredWitness,
  { note }: Newest,
): string {
  if (status === 422) throw new Error('见证方认为本日志改动了已见证的内容，请立即核查');
  if (status !== 200) throw new Error(`见证方拒绝（${status}）`);
  const text = parseNote(note)?.text ?? '';
  const signatures = parseSignatures(body) ?? [];
  const own = signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (own.length !== 1 || !own[0] || verifyNote({ text, signatures: own }, [key])?.length !== 1) {
    throw new Error('见证方的签名无效');
  }
  return formatSignature(own[0]);
}
