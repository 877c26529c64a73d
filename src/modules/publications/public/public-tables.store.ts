import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { AttachmentRef, FieldValue } from '../content/content.contract.ts';
import type { ChangeKind, PublicEvent } from '../publication-words.ts';
import type { FrozenRelation, OpenStatus } from './open-publications.ts';

type Json<T extends object> = JSONColumnType<T, string, string>;

/** What everybody may read; see migrations/public-form.ts. */
export type PublicTables = {
  'publications.public_item': {
    number: number;
    publication_id: string;
    kind: string;
    unit_id: string;
    status: OpenStatus;
    ordinal: number;
    title: string;
    fields: Json<Record<string, FieldValue>>;
    body_html: string;
    body_text: string;
    attachments: Json<AttachmentRef[]>;
    relations: Json<FrozenRelation[]>;
    columns: string[];
    dated_on: LocalDate;
    first_published_at: Date;
    published_at: Date;
    ended_at: Date | null;
    reason: string | null;
    merged_into: number | null;
    record_hash: string;
    changed_at: Date;
    change_seq: Generated<number>;
  };
  'publications.public_version': {
    number: number;
    ordinal: number;
    title: string;
    record: Buffer;
    record_hash: string;
    salt: Buffer;
    leaf_id: string;
    published_at: Date;
    change_kind: ChangeKind;
    change_note: string | null;
  };
  'publications.public_file': {
    number: number;
    ordinal: number;
    sha256: string;
    name: string;
    media_type: string;
    size: number;
  };
  'publications.public_relation': {
    id: GeneratedAlways<number>;
    number: number;
    type: string;
    target_id: string | null;
    address: string | null;
    title: string | null;
    on_day: LocalDate | null;
  };
  'publications.public_event': {
    id: GeneratedAlways<number>;
    number: number;
    ordinal: number | null;
    what: PublicEvent;
    at: Date;
    change_kind: ChangeKind | null;
    note: string | null;
    leaf_id: string;
  };
};

export function open(db: Queryable) {
  return db.withTables<PublicTables>();
}
