import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Page, PageRequest } from '../../../kernel/page.ts';
import type { AttachmentRef, FieldValue } from '../content/content.contract.ts';
import type { ChangeKind, PublicEvent } from '../publication-words.ts';

/**
 * What is public, and nothing else: portal, search, feeds and exports read here. Every answer comes from the `public_*` tables, which
 * hold no draft, no remark and no original of what was masked.
 */
export interface OpenPublications {
  /** By permanent number; whatever was once public keeps its answer: look at `status`. Undefined: never public. */
  item(number: number): Promise<OpenItem | undefined>;
  /** By the publication's id, for readers that follow `publications.changed`. */
  itemOf(publicationId: string): Promise<OpenItem | undefined>;
  items(query: OpenItemsQuery): Promise<Page<OpenItemSummary>>;
  /** Values of a field (or `unitId`, `kind`, `year`, `column`) among public items, with counts, largest first. */
  counts(by: string, query: OpenItemsFilter): Promise<readonly { readonly value: string; readonly count: number }[]>;
  /** Oldest first. */
  history(number: number): Promise<readonly OpenEvent[]>;
  /** Every form once public and still open to read, newest first. */
  versions(number: number): Promise<readonly OpenVersion[]>;
  /** Both ways: what it points to, and what public items point to it. Only what is public itself. */
  related(number: number): Promise<readonly OpenRelation[]>;
  /** Of one kind of relation: which public item points to which, where either side is among the numbers. */
  pointers(
    type: string,
    numbers: readonly number[],
  ): Promise<readonly { readonly from: number; readonly to: number }[]>;
  /** How those of the numbers that were ever public stand today, with their present titles. */
  titles(
    numbers: readonly number[],
  ): Promise<readonly { readonly number: number; readonly title: string; readonly status: OpenStatus }[]>;
  /** The frozen bytes. Without ordinal: of the current form. */
  record(number: number, ordinal?: number): Promise<OpenRecord | undefined>;
  file(number: number, sha256: string): Promise<OpenFile | undefined>;
  /** Changes after the cursor, oldest first; begin with 0. */
  changedSince(
    cursor: number,
    limit: number,
  ): Promise<{ readonly cursor: number; readonly items: readonly OpenItem[] }>;
  /** Changes whenever anything public changes: key of page caches. */
  dataVersion(): Promise<string>;
}

/**
 * `public`: stands. `withdrawn`: text stays readable, the reason is shown above it. `removed`: text, title and files are gone, the reason
 * stands. `merged`: the address leads to `mergedInto`.
 */
export type OpenStatus = 'public' | 'withdrawn' | 'removed' | 'merged';

export interface OpenItemSummary {
  readonly publicationId: string;
  readonly number: number;
  readonly kind: string;
  readonly unitId: string;
  readonly status: OpenStatus;
  /** Empty when removed. */
  readonly title: string;
  /** Without internal fields; empty when removed. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly columns: readonly string[];
  /** The kind's own date (成文日期), else the day it became public. */
  readonly datedOn: LocalDate;
  readonly firstPublishedAt: Date;
  /** Of the current form. */
  readonly publishedAt: Date;
  readonly endedAt: Date | null;
  readonly reason: string | null;
  readonly mergedInto: number | null;
  readonly changedAt: Date;
}

export interface OpenItem extends OpenItemSummary {
  readonly ordinal: number;
  /** Safe by construction; the page shows it byte for byte. */
  readonly bodyHtml: string;
  readonly bodyText: string;
  readonly attachments: readonly AttachmentRef[];
  /** As the record has them: targets that were public at that instant carry a number. */
  readonly relations: readonly FrozenRelation[];
  /** SHA-256, hex, of record.json. */
  readonly recordHash: string;
}

export interface FrozenRelation {
  readonly type: string;
  readonly number: number | null;
  readonly address: string | null;
  readonly title: string | null;
  readonly on: LocalDate | null;
}

export interface OpenItemsFilter {
  readonly kinds?: readonly string[];
  readonly unitId?: string;
  readonly column?: string;
  /** By `datedOn`. */
  readonly year?: number;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Field has the value, or holds it among its values. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Absent: `public` alone. */
  readonly statuses?: readonly OpenStatus[];
  readonly numbers?: readonly number[];
}

export interface OpenItemsQuery extends OpenItemsFilter, PageRequest {
  /** Absent: `-publishedAt`. */
  readonly sort?: '-publishedAt' | '-datedOn' | 'datedOn' | 'title' | 'number';
}

export interface OpenEvent {
  readonly number: number;
  readonly ordinal: number | null;
  readonly what: PublicEvent;
  readonly at: Date;
  readonly changeKind: ChangeKind | null;
  /** Change note or reason, as the office wrote it for the public. */
  readonly note: string | null;
}

export interface OpenVersion {
  readonly number: number;
  readonly ordinal: number;
  readonly title: string;
  readonly publishedAt: Date;
  readonly changeKind: ChangeKind;
  readonly changeNote: string | null;
  readonly recordHash: string;
}

export interface OpenRelation {
  readonly type: string;
  /** `to`: this item points there; `from`: that item points here. */
  readonly direction: 'to' | 'from';
  readonly number: number | null;
  readonly address: string | null;
  readonly title: string;
  readonly kind: string | null;
  readonly status: OpenStatus | null;
  readonly on: LocalDate | null;
}

export interface OpenRecord {
  readonly number: number;
  readonly ordinal: number;
  /** RFC 8785 JSON, UTF-8. */
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly publishedAt: Date;
}

export interface OpenFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}
