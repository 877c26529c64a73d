import type { Platform } from '../../platform/platform.ts';
import type { CasesDoor } from '../cases/index.ts';
import type { Organisations } from '../organisations/index.ts';
import { AccountsService } from './accounts/accounts.service.ts';
import { ComplainedService } from './complained/complained.service.ts';
import { ComplaintViewService } from './complaint-view.service.ts';
import { ComplaintsContext } from './complaints.context.ts';
import { FindingsService } from './findings/findings.service.ts';

export type ComplaintsServices = ReturnType<typeof complaintsServices>;

/** Every service of this module, each handed what it needs. */
export function complaintsServices(platform: Platform, cases: CasesDoor, organisations: Organisations) {
  const context = new ComplaintsContext(platform, cases);
  return {
    view: new ComplaintViewService(context, organisations),
    complained: new ComplainedService(context, organisations),
    accounts: new AccountsService(context),
    findings: new FindingsService(context),
  };
}
