import { blocks } from '../../../kernel/document-body.ts';
import type { Content } from '../content/content.contract.ts';
import { canonicalBytes } from '../content/content-hash.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';

/** Which parts differ, as people call them: for the history and for whoever saved second. */
export function changedParts(
  kind: Pick<PublicationKind, 'fields'>,
  before: Content,
  after: Content,
): { places: string[]; labels: string[] } {
  const parts: [string, string][] = [];
  if (before.title !== after.title) parts.push(['title', '标题']);
  for (const field of kind.fields) {
    if (!isSame(before.fields[field.code] ?? null, after.fields[field.code] ?? null)) {
      parts.push([`field:${field.code}`, field.label]);
    }
  }
  const changed = changedBlocks(before, after);
  if (changed > 0) parts.push(['body', `正文 ${changed} 处`]);
  if (!isSame(before.attachments, after.attachments)) parts.push(['attachments', '附件']);
  if (!isSame(before.relations, after.relations)) parts.push(['relations', '关联']);
  return { places: parts.map(([place]) => place), labels: parts.map(([, label]) => label) };
}

function changedBlocks(before: Content, after: Content): number {
  const old = new Map(blocksOf(before));
  const now = blocksOf(after);
  const touched = now.filter(([id, text]) => old.get(id) !== text).length;
  const kept = new Set(now.map(([id]) => id));
  const count = touched + [...old.keys()].filter((id) => !kept.has(id)).length;
  return count > 0 || isSame(before.body, after.body) ? count : 1;
}

function blocksOf(content: Content): [string, string][] {
  return content.body ? blocks(content.body).map(({ id, block }) => [id, canonicalBytes(block).toString()]) : [];
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalBytes(a).equals(canonicalBytes(b));
}
