import { isLocalDate } from '../../../kernel/local-date.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Content } from '../content/content.contract.ts';
import { type UploadRow, uploadsOf } from '../content/uploads.store.ts';
import {
  type FindingRow,
  findingsOf,
  insertFindings,
  updateFinding,
  updateFindings,
} from '../findings/findings.store.ts';
import { reconcile } from '../findings/reconcile.ts';
import { type PlacedFinding, searchContent } from '../findings/search-content.ts';
import type { PublicationKind } from '../kinds/publication-kind.ts';
import { fileNotUploaded } from '../publications.errors.ts';
import { refreshSummary } from '../publications.store.ts';
import { picturesOf, strangeFiles } from './content-files.ts';
import { addLinks, replaceLinks, replaceNumbers } from './versions.store.ts';

/**
 * Everything that follows from the words of a version: its files belong here, personal data in it is searched anew, numbers and links can
 * be looked up. Runs in the change that writes the content.
 *
 * @param inherited decisions about findings of the form it was drafted from
 */
export async function followContent(
  change: Change,
  kind: PublicationKind,
  version: { readonly id: string; readonly publication_id: string; readonly change_note: string | null },
  content: Content,
  inherited: readonly FindingRow[] = [],
): Promise<void> {
  const { tx } = change;
  const files = await ownFiles(change, version.publication_id, content);
  const found = searchContent(kind, content, files, version.change_note);
  await searchAgain(change, version.id, found, inherited);
  await replaceNumbers(tx, version.publication_id, numbersOf(kind, content));
  await replaceLinks(tx, version.id, linksOf(content));
  await summarise(change, kind, version.publication_id, content);
}

/**
 * The same for the first version of a publication just registered, its numbers with it: nothing stands there yet to be compared or replaced.
 */
export async function beginContent(
  change: Change,
  kind: PublicationKind,
  version: { readonly id: string; readonly publication_id: string },
  content: Content,
): Promise<void> {
  const files = await ownFiles(change, version.publication_id, content);
  const found = searchContent(kind, content, files);
  await addFindings(change, version.id, found, []);
  await addLinks(change.tx, version.id, linksOf(content));
  if (found.length > 0) await summarise(change, kind, version.publication_id, content);
}

/** @throws AppError `file-not-uploaded` (422) @returns the attachments with what was found in them */
async function ownFiles(change: Change, publicationId: string, content: Content): Promise<readonly UploadRow[]> {
  const named = new Set([...content.attachments.map((file) => file.sha256), ...picturesOf(content)]);
  if (named.size === 0) return [];
  const uploads = await uploadsOf(change.tx, publicationId);
  const strange = strangeFiles(content, uploads);
  if (strange.length > 0) throw fileNotUploaded(strange);
  return uploads.filter((upload) => content.attachments.some((file) => file.sha256 === upload.sha256));
}

/** What lists show follows from the rows just written. */
export function summarise(
  change: Change,
  kind: PublicationKind,
  publicationId: string,
  content: Content,
): Promise<void> {
  return refreshSummary(change.tx, publicationId, summaryFields(kind, content));
}

export function summaryFields(kind: PublicationKind, content: Content): { number: string | null; date: string | null } {
  const number = kind.fields.find((field) => field.type === 'documentNumber');
  const date = kind.dateField === undefined ? null : content.fields[kind.dateField];
  return {
    number: number ? textOf(content, number.code) : null,
    date: typeof date === 'string' && isLocalDate(date) ? date : null,
  };
}

/** Values by which another publication would be a duplicate. */
export function numbersOf(kind: PublicationKind, content: Content): { field: string; value: string }[] {
  const codes = new Set(kind.elementChecks.flatMap((check) => (check.check === 'uniqueNumber' ? [check.field] : [])));
  return [...codes].flatMap((field) => {
    const value = textOf(content, field);
    return value === null ? [] : [{ field, value }];
  });
}

function linksOf(content: Content): { type: string; targetId: string }[] {
  return content.relations.flatMap(({ type, publicationId }) =>
    publicationId ? [{ type, targetId: publicationId }] : [],
  );
}

function textOf(content: Content, code: string): string | null {
  const value = content.fields[code];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

async function searchAgain(
  change: Change,
  versionId: string,
  found: ReturnType<typeof searchContent>,
  inherited: readonly FindingRow[],
): Promise<void> {
  const { added, moved, gone } = reconcile(await findingsOf(change.tx, versionId), found);
  await addFindings(change, versionId, added, inherited);
  for (const { id, start, end, state } of moved)
    await updateFinding(change.tx, id, { start_at: start, end_at: end, state });
  await updateFindings(change.tx, gone, { state: 'gone' });
}

/** @param inherited decisions about the same words in the form that was public before */
async function addFindings(
  change: Change,
  versionId: string,
  added: readonly PlacedFinding[],
  inherited: readonly FindingRow[],
): Promise<void> {
  const decided = new Map(inherited.filter((one) => one.state === 'overridden').map((one) => [one.key, one]));
  await insertFindings(
    change.tx,
    added.map(({ start, end, ...one }) => {
      const before = decided.get(one.key);
      return {
        ...one,
        version_id: versionId,
        start_at: start,
        end_at: end,
        found_at: change.at,
        state: before ? ('overridden' as const) : ('open' as const),
        reason: before?.reason ?? null,
        decided_by: before?.decided_by ?? null,
        decided_name: before?.decided_name ?? null,
        decided_at: before?.decided_at ?? null,
      };
    }),
  );
}
