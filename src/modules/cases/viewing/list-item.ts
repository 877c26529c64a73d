import type { CaseRow } from '../case-tables.store.ts';
import { CASE_STATE_LABELS } from '../case-words.ts';
import type { Known } from '../cases.context.ts';
import type { CaseListItem } from '../cases.contract.ts';
import type { CaseKind } from '../kinds/case-kind.ts';
import type { CaseKindRegister } from '../kinds/case-kind-register.ts';
import { urgencyOf } from './urgency.ts';

/** The row of a list; its text is not read for it. */
export type ListedRow = Omit<CaseRow, 'text' | 'fields' | 'look_up_hash' | 'text_hash' | 'against_unit_id'>;

export function listItem(row: ListedRow, known: Known, kinds: CaseKindRegister): CaseListItem {
  const kind = kinds.get(row.kind);
  const urgency = urgencyOf(row, known);
  const isOwed = urgency !== 'answered' && row.urgent_on !== null;
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    kind: row.kind,
    kindLabel: kind.label,
    channel: row.channel,
    state: row.state,
    stateLabel: stateLabel(row, kind),
    title: row.title,
    unit: known.units.ref(row.unit_id),
    person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
    isSimple: row.is_simple,
    receivedAt: row.received_at.toISOString(),
    receivedOn: row.received_on,
    dueOn: row.due_on,
    urgentOn: row.urgent_on,
    urgency,
    workdaysLeft: isOwed && row.urgent_on ? known.calendar.workdaysBetween(known.today, row.urgent_on) : null,
    isProvisional: row.is_provisional,
    answeredOn: row.answered_on,
    isOnTime: row.is_on_time,
    applicant: row.applicant_mask,
    publicationNumber: row.publication_number,
    external: row.external_system === null ? null : { system: row.external_system, number: row.external_number ?? '' },
    mergedCount: row.merged_count,
    satisfaction: row.stars,
  };
}

function stateLabel({ state, due_on: dueOn }: ListedRow, { stateWords: words = {} }: CaseKind): string {
  const unbegun = state === 'received' && dueOn === null ? words.unbegun : undefined;
  return unbegun ?? words[state] ?? CASE_STATE_LABELS[state];
}
