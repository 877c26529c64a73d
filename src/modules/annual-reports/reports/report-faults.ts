import type { LocalDate } from '../../../kernel/local-date.ts';
import type { RecordFault } from '../counting/counted-record.ts';
import { reportedYear } from '../counting/counted-record.ts';
import type { PlanLine } from '../execution/plan-line.ts';
import type { Figures } from '../form/figures.ts';
import { formFaults, type ReportFault } from '../form/form-checks.ts';
import type { StatutoryForm } from '../form/form-shape.ts';
import { type ReportTexts, textFaults } from '../texts/text-faults.ts';
import type { ReportScope } from './report-words.ts';

export interface CheckedReport {
  readonly form: StatutoryForm;
  readonly scope: ReportScope;
  readonly year: number;
  readonly figures: Figures;
  readonly texts: ReportTexts;
  readonly plan: readonly PlanLine[];
  readonly records: readonly RecordFault[];
  /** Of the report of the year before; undefined: none is kept here. */
  readonly lastYear: { readonly figures: Figures; readonly texts: ReportTexts } | undefined;
  /** Names of units whose report is not submitted; for the district's alone. */
  readonly waiting: readonly string[];
}

const MOST_RECORDS = 20;

/** Everything that stands in the way of a report, or that somebody should look at; all at once, in words. */
export function reportFaults(report: CheckedReport, today: LocalDate): ReportFault[] {
  const { form, scope, year, figures, texts, lastYear } = report;
  return [
    ...yearFaults(year, today),
    ...formFaults(form, figures, lastYear?.figures),
    ...report.records
      .slice(0, MOST_RECORDS)
      .map(({ message }): ReportFault => ({ code: 'record', severity: 'blocks', message, cells: [] })),
    ...textFaults(scope, texts, lastYear?.texts),
    ...planFaults(report),
    ...memberFaults(report.waiting),
  ];
}

function yearFaults(year: number, today: LocalDate): ReportFault[] {
  if (today > reportedYear(year).last) return [];
  const message = `${year}年还没有结束，现在的数字算到今天；年度结束后才能提交。`;
  return [{ code: 'year-running', severity: 'blocks', message, cells: [] }];
}

/** RPT-C2: the report tells each own task of the plan; they come from the ledger, so it fails only where no plan was published. */
function planFaults({ plan, year }: CheckedReport): ReportFault[] {
  if (plan.length === 0) {
    const message = `没有找到${year}年已公布的政务公开工作要点任务，报告中不会写工作要点落实情况。`;
    return [{ code: 'plan-missing', severity: 'warns', message, cells: [] }];
  }
  return [];
}

function memberFaults(waiting: readonly string[]): ReportFault[] {
  if (waiting.length === 0) return [];
  const named = waiting.slice(0, 10).join('、');
  const more = waiting.length > 10 ? `等 ${waiting.length} 个单位` : '';
  const message = `${named}${more}还没有提交年度报告，暂按平台记录计入；平台没有记录的数字（行政许可、处罚、收费等）可能缺漏。`;
  return [{ code: 'members-waiting', severity: 'warns', message, cells: [] }];
}
