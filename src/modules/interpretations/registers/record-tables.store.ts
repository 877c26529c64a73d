import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { RecordValues } from './register.contract.ts';

export type RecordTables = {
  'interpretations.record': {
    id: Generated<string>;
    register: string;
    unit_id: string;
    title: string;
    dated_on: LocalDate;
    about: number | null;
    parent_id: string | null;
    amount: number | null;
    answered_by: number | null;
    data: JSONColumnType<RecordValues, string, string>;
    version: Generated<number>;
    created_by: string | null;
    created_by_name: string;
    created_at: Date;
    changed_by: string | null;
    changed_at: Date;
    confirmed_by_name: string | null;
    confirmed_at: Date | null;
  };
  'interpretations.coaching_file': {
    sha256: string;
    name: string;
    media_type: string;
    size: number;
    hidden: JSONColumnType<{ where: string; message: string }[], string, string>;
    uploaded_by: string | null;
    uploaded_at: Date;
  };
};

export type RecordRow = Selectable<RecordTables['interpretations.record']>;
export type CoachingFileRow = Selectable<RecordTables['interpretations.coaching_file']>;

export function recordTables(db: Queryable) {
  return db.withTables<RecordTables>();
}
