import { AppError } from '../../kernel/app-error.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { Platform } from '../../platform/platform.ts';
import type { CasesDoor, CaseView } from '../cases/index.ts';
import { complaint } from './complaint.kind.ts';

/** What every service of this module is handed. */
export class ComplaintsContext {
  readonly platform: Platform;
  readonly cases: CasesDoor;

  constructor(platform: Platform, cases: CasesDoor) {
    this.platform = platform;
    this.cases = cases;
  }

  /** @throws AppError `case-missing` (404) for those who may not read it, and for other kinds */
  async complaint(actor: Actor, id: string): Promise<CaseView> {
    const view = await this.cases.view.get(actor, id);
    if (view.kind !== complaint.code) throw new AppError('case-missing', 404, '没有这件投诉举报，或您无权查看。');
    return view;
  }
}
