import type { CasesContext } from '../cases.context.ts';
import { lookUpKnown } from '../cases.context.ts';
import type { HandlingService } from '../handling/handling.service.ts';
import { closable } from './closing.store.ts';

const SYSTEM = { type: 'system' } as const;
/** Within these the sender may say whether the answer helped. */
const WORKDAYS = 10;
const AT_ONCE = 200;

/** Job: what was answered ten working days ago and not taken up again is closed. @returns how many */
export async function closeAnswered(
  context: CasesContext,
  handling: Pick<HandlingService, 'close'>,
  signal: AbortSignal,
): Promise<number> {
  const { calendar, today } = await lookUpKnown(context);
  const before = calendar.addWorkdays(today, -WORKDAYS);
  // What was requested is closed by whoever has delivered and filed it.
  const kinds = context.kinds.all.filter(({ procedure }) => procedure === 'message').map(({ code }) => code);
  let closed = 0;
  for (const { id, version } of await closable(context.platform.database.kysely, kinds, before, AT_ONCE)) {
    if (signal.aborted) break;
    try {
      await handling.close(SYSTEM, id, version);
      closed += 1;
    } catch (error) {
      // Somebody took it up at this moment.
      context.platform.log.info({ err: error, caseId: id }, 'answered case not closed');
    }
  }
  return closed;
}
