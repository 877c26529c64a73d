import type { LocalDate } from '../../../kernel/local-date.ts';
import type { AttachmentRef, FieldValue } from '../content/content.contract.ts';
import type { FrozenRelation, OpenItem, OpenItemSummary, OpenStatus } from './open-publications.ts';

interface SummaryRow {
  readonly publication_id: string;
  readonly number: number;
  readonly kind: string;
  readonly unit_id: string;
  readonly status: OpenStatus;
  readonly title: string;
  readonly fields: Record<string, FieldValue>;
  readonly columns: string[];
  readonly dated_on: LocalDate;
  readonly first_published_at: Date;
  readonly published_at: Date;
  readonly ended_at: Date | null;
  readonly reason: string | null;
  readonly merged_into: number | null;
  readonly changed_at: Date;
}

interface ItemRow extends SummaryRow {
  readonly ordinal: number;
  readonly body_html: string;
  readonly body_text: string;
  readonly attachments: AttachmentRef[];
  readonly relations: FrozenRelation[];
  readonly record_hash: string;
}

export function summaryOf(row: SummaryRow): OpenItemSummary {
  return {
    publicationId: row.publication_id,
    number: row.number,
    kind: row.kind,
    unitId: row.unit_id,
    status: row.status,
    title: row.title,
    fields: row.fields,
    columns: row.columns,
    datedOn: row.dated_on,
    firstPublishedAt: row.first_published_at,
    publishedAt: row.published_at,
    endedAt: row.ended_at,
    reason: row.reason,
    mergedInto: row.merged_into,
    changedAt: row.changed_at,
  };
}

export function itemOf(row: ItemRow): OpenItem {
  return {
    ...summaryOf(row),
    ordinal: row.ordinal,
    bodyHtml: row.body_html,
    bodyText: row.body_text,
    attachments: row.attachments,
    relations: row.relations,
    recordHash: row.record_hash,
  };
}
