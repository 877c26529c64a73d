import type { Queryable } from '../db/database.ts';
import { hashEntry, readEntries, readHead, type StoredEntry } from './audit.store.ts';

export interface AuditVerdict {
  /** Entries found whole, from the first on. */
  readonly entries: number;
  /** Hash of the last of them: noted elsewhere (on paper, by mail) it proves later that nothing before it was rewritten. */
  readonly head: string;
  /** The first place where the chain does not hold. */
  readonly broken?: { readonly seq: number; readonly reason: string };
}

export interface AuditAnchor {
  readonly seq: number;
  readonly hash: string;
}

const BATCH = 2_000;
const BEGINNING = '0'.repeat(64);

/**
 * Follows the chain from its first entry to its last: an entry that was changed, removed, put in or moved breaks it, and so does an end
 * that was cut off, unless the head was rewritten with it; that only an `anchor` noted outside shows.
 *
 * @param anchor head of an earlier verification
 */
export async function verifyAudit(db: Queryable, anchor?: AuditAnchor): Promise<AuditVerdict> {
  const head = await readHead(db);
  let seq = 0;
  let hash = BEGINNING;
  const broken = (at: number, reason: string): AuditVerdict => ({
    entries: seq,
    head: hash,
    broken: { seq: at, reason },
  });
  if (!head) return broken(0, '链头记录缺失');
  for (;;) {
    const entries = await readEntries(db, seq, BATCH);
    for (const entry of entries) {
      // Written while we read: the next verification sees it.
      if (entry.seq > head.seq && seq === head.seq) break;
      const reason = fault(entry, seq, hash) ?? anchorFault(entry, anchor);
      if (reason !== undefined) return broken(seq + 1, reason);
      ({ seq, hash } = entry);
    }
    if (entries.length < BATCH || seq === head.seq) break;
  }
  if (seq !== head.seq) return broken(seq + 1, `末尾记录缺失：应有 ${head.seq} 条`);
  if (hash !== head.hash) return broken(seq, '末尾记录与链头不符');
  if (anchor && anchor.seq > seq) return broken(seq + 1, `记录少于此前留存的 ${anchor.seq} 条`);
  return { entries: seq, head: hash };
}

function fault(entry: StoredEntry, previousSeq: number, previousHash: string): string | undefined {
  if (entry.seq !== previousSeq + 1) return `记录缺失：第 ${previousSeq + 1} 条`;
  if (entry.previousHash !== previousHash) return '与前一条不衔接';
  return hashEntry(entry.seq, entry.previousHash, entry) === entry.hash ? undefined : '内容被改动';
}

function anchorFault(entry: StoredEntry, anchor: AuditAnchor | undefined): string | undefined {
  return anchor?.seq === entry.seq && anchor.hash !== entry.hash ? '与此前留存的链头不符' : undefined;
}
