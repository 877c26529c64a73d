import type { JSONColumnType } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { DatedRelation, ValidityState } from '../validity/validity.ts';

type Json<T extends object> = JSONColumnType<T, string, string>;

export type ShelfTables = {
  'library.document': {
    number: number;
    publication_id: string;
    kind: string;
    unit_id: string;
    title: string;
    document_number: string | null;
    index_number: string | null;
    issuer: string | null;
    document_type: string | null;
    dated_on: LocalDate;
    year: number;
    topic: string | null;
    tags: string[];
    audiences: string[];
    normative: boolean;
    summary: string;
    statutory_class: string | null;
    columns: string[];
    takes_effect_on: LocalDate | null;
    expires_on: LocalDate | null;
    closes_on: LocalDate | null;
    relations: Json<DatedRelation[]>;
    affects: number[];
    validity: ValidityState;
    validity_since: LocalDate;
    last_day: LocalDate | null;
    next_turn_on: LocalDate | null;
    interpreted: boolean;
    first_published_at: Date;
    published_at: Date;
    changed_at: Date;
  };
  'library.shelf_state': { only_row: boolean; cursor: number; turned_on: LocalDate | null };
  'library.daily_figure': DailyFigureRow;
  'library.expiry_reminder': { number: number; last_day: LocalDate; months_before: number; sent_at: Date };
};

export interface DailyFigureRow {
  day: LocalDate;
  documents: number;
  normative: number;
  in_force: number;
  amended: number;
  expired: number;
  repealed: number;
  published: number;
  changed: number;
  made_at: Date;
}
