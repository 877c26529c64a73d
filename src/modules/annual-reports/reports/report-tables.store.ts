import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { FrozenReport } from './frozen-report.ts';
import type { ReportScope, ReportState, TextHead } from './report-words.ts';

export type ReportTables = {
  'reports.report': {
    id: Generated<string>;
    unit_id: string;
    scope: ReportScope;
    year: number;
    title: string;
    texts: JSONColumnType<Partial<Record<TextHead, string>>, string | undefined, string>;
    state: Generated<ReportState>;
    version: Generated<number>;
    returned_because: string | null;
    created_by_name: string;
    created_at: Date;
    updated_at: Date;
    submitted_at: Date | null;
    accepted_at: Date | null;
    publication_id: string | null;
    publication_number: number | null;
    published_on: LocalDate | null;
  };
  'reports.frozen': { report_id: string; content: JSONColumnType<FrozenReport, string, string>; at: Date };
  'reports.statement': {
    id: Generated<number>;
    report_id: string;
    cell: string;
    amount: string | null;
    source: string;
    by_name: string;
    by_id: string | null;
    at: Date;
  };
  'reports.event': { id: Generated<number>; report_id: string; text: string; by_name: string; at: Date };
  'reports.due_date': {
    year: number;
    scope: ReportScope;
    due_on: LocalDate;
    basis: string;
    version: Generated<number>;
    set_by_name: string;
    set_at: Date;
  };
  'reports.reminder': {
    unit_id: string;
    scope: ReportScope;
    year: number;
    due_on: LocalDate;
    days_before: number;
    at: Date;
  };
};

export type ReportRow = Selectable<ReportTables['reports.report']>;

export function reportTables(db: Queryable) {
  return db.withTables<ReportTables>();
}
