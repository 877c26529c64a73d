import type { Actor } from '../../../kernel/permissions.ts';
import type { RequestContext } from './request-desk.ts';
import { updateRequest } from './requests.store.ts';

/** A decision that was set aside is taken anew: the same file, a new term, another decision beside the first (LIT-2). */
export class ReopeningService {
  readonly #context: RequestContext;

  constructor(context: RequestContext) {
    this.#context = context;
  }

  /**
   * The first decision stays as it was sent, and the annual report counts the request by it alone.
   * @throws AppError `case-state` (409) while it is not answered
   */
  reopenFor(
    actor: Actor,
    caseId: string,
    of: { readonly proceedingId: string; readonly reason: string },
  ): Promise<void> {
    return this.#reopen(actor, caseId, { version: null, reason: of.reason });
  }

  /** The agency itself finds that its decision must be put right. @throws AppError `stale`, `case-state` (409) */
  reopen(actor: Actor, caseId: string, input: { readonly version: number; readonly reason: string }): Promise<void> {
    return this.#reopen(actor, caseId, input);
  }

  #reopen(
    actor: Actor,
    caseId: string,
    input: { readonly version: number | null; readonly reason: string },
  ): Promise<void> {
    return this.#context.cases.handling.reopen(actor, caseId, input, (held) =>
      updateRequest(held.change.tx, caseId, { archived_on: null, archive_number: null }),
    );
  }
}
