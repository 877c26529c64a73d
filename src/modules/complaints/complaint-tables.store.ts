import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { FindingContent } from './findings/finding.contract.ts';

type ComplaintTables = {
  'complaints.finding': {
    reply_id: string;
    /** Of the reply whose words follow from it. */
    edit: number;
    case_id: string;
    content: JSONColumnType<FindingContent, string, string>;
    by_name: string;
    at: Date;
  };
  'complaints.account': {
    id: Generated<string>;
    case_id: string;
    unit_id: string;
    asked_on: LocalDate;
    question: string;
    asked_by: string;
    asked_at: Date;
    answered_on: LocalDate | null;
    answer: string | null;
    answered_by: string | null;
    answered_at: Date | null;
  };
};

export type AccountRow = Selectable<ComplaintTables['complaints.account']>;

export const complaintTables = (db: Queryable) => db.withTables<ComplaintTables>();
