import type { Platform } from '../../platform/platform.ts';
import type { LibraryServices } from '../library/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PlansServices } from '../plans/index.ts';
import type { PublicationsServices } from '../publications/index.ts';
import type { RequestFacts } from './counting/facts.ts';
import { YearCounts } from './counting/year-counts.service.ts';
import { DueDates } from './due/due-dates.service.ts';
import { ReportReminders } from './due/reminders.service.ts';
import { PlanExecution } from './execution/plan-execution.service.ts';
import { ReportExports } from './paper/exports.service.ts';
import { PublishedReports } from './publishing/published-reports.service.ts';
import { ReportPublishing } from './publishing/publishing.service.ts';
import { CellRecordsService } from './reports/cell-records.service.ts';
import { ReportContents } from './reports/report-content.service.ts';
import { ReportListService } from './reports/report-list.service.ts';
import { ReportViews } from './reports/report-views.service.ts';
import { ReportsService } from './reports/reports.service.ts';

export type AnnualReportsServices = ReturnType<typeof annualReportsServices>;

export interface AnnualReportsBelow {
  readonly organisations: Organisations;
  readonly publications: Pick<PublicationsServices, 'drafting' | 'view' | 'open'>;
  readonly library: Pick<LibraryServices, 'open'>;
  readonly requests: RequestFacts;
  readonly plans: Pick<PlansServices, 'open'>;
}

/** Every service of this module, each handed what it needs. */
export function annualReportsServices(platform: Platform, below: AnnualReportsBelow) {
  const { organisations, publications, library } = below;
  const due = new DueDates(platform);
  const counts = new YearCounts(platform, { requests: below.requests, library });
  const contents = new ReportContents(platform, {
    organisations,
    counts,
    plans: new PlanExecution(below.plans.open),
  });
  const views = new ReportViews(platform, { organisations, contents, due });
  const published = new PublishedReports(publications.open);
  const exports = new ReportExports(platform, { views, contents });
  return {
    due,
    views,
    exports,
    list: new ReportListService(platform, { views, due, published }),
    reports: new ReportsService(platform, { views, contents }),
    records: new CellRecordsService(platform, { views, contents }),
    publishing: new ReportPublishing(platform, { views, exports, publications }),
    reminders: new ReportReminders(platform, { organisations, due, published }),
  };
}
