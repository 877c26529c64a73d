import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalPart } from '../../portal/index.ts';
import type { CasesDoor } from '../cases/index.ts';
import type { Organisations } from '../organisations/index.ts';
import { complaint } from './complaint.kind.ts';
import { serveComplaints } from './complaints.api.ts';
import { type ComplaintsServices, complaintsServices } from './complaints.services.ts';
import { complaints } from './migrations/complaints.ts';
import { complaintsPortal } from './public/complain.portal.tsx';

export type { ComplaintsServices } from './complaints.services.ts';

export const complaintsMigrations = [complaints];

/** Complaints and reports about disclosure work (FOI-8; regulation art 51): a kind of `cases` that the supervising office alone handles. */
export function complaintsModule(
  platform: Platform,
  below: { readonly organisations: Organisations; readonly cases: CasesDoor },
): Module & { readonly service: ComplaintsServices; readonly portal: PortalPart } {
  const { organisations, cases } = below;
  cases.kinds.register(complaint);
  const service = complaintsServices(platform, cases, organisations);
  return {
    name: 'complaints',
    migrations: complaintsMigrations,
    service,
    portal: complaintsPortal({ cases, units: organisations.units, files: platform.files }),
    routes: (app) => serveComplaints(app, service),
  };
}
