import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import { serveAnnualReports } from './annual-reports.api.ts';
import {
  type AnnualReportsBelow,
  type AnnualReportsServices,
  annualReportsServices,
} from './annual-reports.services.ts';
import { annualReports } from './migrations/annual-reports.ts';

export type { AnnualReportsServices } from './annual-reports.services.ts';

export const annualReportsMigrations = [annualReports];

/** The statutory yearly report (RPT-1..3): counted from records, stated where there are none, published through the door out. */
export function annualReportsModule(
  platform: Platform,
  below: AnnualReportsBelow,
): Module & { readonly service: AnnualReportsServices } {
  const service = annualReportsServices(platform, below);
  return {
    name: 'annual-reports',
    migrations: annualReportsMigrations,
    service,
    routes: (app) => serveAnnualReports(app, service),
    jobs: [
      {
        name: 'annual-report-reminders',
        every: '40 8 * * *',
        run: async (signal) => void (await service.reminders.sendDue(signal)),
      },
    ],
    onEvent: {
      'publications.changed': async ({ publicationId, kind, what }) => {
        if (kind === 'opennessReport' && (what === 'published' || what === 'amended'))
          await service.publishing.published(String(publicationId));
      },
    },
  };
}
