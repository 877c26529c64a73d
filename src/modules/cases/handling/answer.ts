import type { CaseSet } from '../cases.store.ts';
import { mergedInto } from '../cases.store.ts';
import { addHistory } from '../history.store.ts';
import { endHolding, holdingsOf, passOn } from '../holding/holdings.store.ts';
import { workHours } from '../holding/work-time.ts';
import { HeldCase } from './held-case.ts';

/** The term ends: by a reply, or by telling why there is none. */
export async function answer(held: HeldCase, set: CaseSet): Promise<void> {
  const { row, change, known } = held;
  const isFirst = row.answered_at === null;
  const first = { answered_at: change.at, work_hours: workHours(row.received_at, change.at, known.calendar) };
  await held.move({ ...(isFirst ? first : {}), waiting_for: [], ...set }, [(on) => ({ type: 'answered', on })]);
  await endHolding(change.tx, row.id, change.at);
}

/** One reply answers everything merged into the case: each of those terms ends with it. The case itself has moved before. */
export async function answerMerged(held: HeldCase): Promise<void> {
  for (const row of await mergedInto(held.change.tx, held.row.id)) {
    if (row.answered_on !== null) continue;
    const child = new HeldCase({ ...held.parts, row, to: 'merged' });
    await answer(child, {});
    const line = { text: '随并入的来件一并答复。', senderText: '已答复。' };
    await addHistory(held.change, row.id, { event: 'sendReply', ...line });
  }
}

/** Whoever had it last has it again. */
export async function holdAgain({ row, change }: HeldCase, reason: string): Promise<void> {
  const holdings = await holdingsOf(change.tx, row.id);
  if (holdings.some((one) => one.to_at === null)) return;
  await passOn(change.tx, {
    case_id: row.id,
    unit_id: row.unit_id,
    person_id: row.person_id,
    person_name: row.person_name,
    way: 'assigned',
    reason,
    at: change.at,
  });
}
