import { parseCheckpoint } from '../note/checkpoint.ts';
import type { VerifierKey } from '../note/note-key.ts';
import { parseNote } from '../note/signed-note.ts';
import { verifyNote } from '../note/verify-note.ts';
import type { WitnessedLog } from '../witness/witness.store.ts';

/**
 * Whether what we remember of another log is what we signed.
 * @param outside the record kept outside the database. @returns Chinese sentences
 */
export function verifyWitnessed(row: WitnessedLog, outside: string | undefined, key: VerifierKey): string[] {
  const note = parseNote(row.note);
  const checkpoint = note && parseCheckpoint(note.text);
  const name = `对日志 ${row.origin} 的见证记录`;
  if (!note || !checkpoint || !verifyNote(note, [key])?.length) return [`${name}不是本见证方签名的。`];
  const findings: string[] = [];
  if (checkpoint.origin !== row.origin || checkpoint.size !== row.size) findings.push(`${name}与签名内容不符。`);
  const kept = parseCheckpoint(parseNote(outside ?? '')?.text ?? '');
  if (!kept || kept.size < row.size) findings.push(`${name}在数据库之外的副本缺失或过旧。`);
  else if (kept.size > row.size) findings.push(`${name}比数据库之外的副本旧，数据库可能被回退。`);
  else if (outside !== row.note) findings.push(`${name}与数据库之外的副本不同。`);
  return findings;
}
