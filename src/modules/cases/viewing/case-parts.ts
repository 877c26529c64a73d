import type { PersonRef } from '../../../kernel/route.contract.ts';
import type { AttachmentRow, CaseRow } from '../case-tables.store.ts';
import type { CaseAttachment, CaseDue, CaseHistoryEntry, CaseView, SenderQuestion } from '../cases.contract.ts';
import type { clockOf } from '../clocks/clock.store.ts';
import type { questionsOf } from '../handling/handling.store.ts';
import type { historyOf } from '../history.store.ts';
import type { CaseKind } from '../kinds/case-kind.ts';
import type { recusalsOf } from '../seeing/recusals.store.ts';

type Rows<F extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>;
type One<F extends (...args: never[]) => Promise<readonly unknown[]>> = Rows<F>[number];

export function iso(at: Date): string {
  return at.toISOString();
}

export function personRef(id: string | null, name: string | null): PersonRef | null {
  return id === null ? null : { id, name: name ?? '' };
}

export function fieldViews(values: Readonly<Record<string, string>>, { form }: CaseKind): CaseView['fields'] {
  return Object.entries(values).map(([code, value]) => {
    const field = form.fields.find((one) => one.code === code);
    const shown = field?.choices?.find((choice) => choice.value === value)?.label ?? value;
    return { code, label: field?.label ?? code, value: shown };
  });
}

export function attachmentView(row: AttachmentRow): CaseAttachment {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    from: row.brought_by,
    problems: row.problems,
    warnings: row.warnings,
    inspectedAt: row.inspected_at ? iso(row.inspected_at) : null,
  };
}

export function dueView(row: CaseRow, clock: Rows<typeof clockOf>): CaseDue {
  return {
    on: row.due_on,
    state: clock?.state ?? 'stopped',
    sentences: [...(clock?.explanation.sentences ?? [])],
    days: (clock?.explanation.days ?? []).map(({ date, number, reason }) => ({ date, number, reason })),
    awaitingYears: [...(clock?.explanation.awaitingYears ?? [])],
  };
}

export function questionView(row: One<typeof questionsOf>): SenderQuestion {
  return {
    id: row.id,
    question: row.question,
    askedAt: iso(row.asked_at),
    askedBy: row.asked_by,
    answer: row.answer,
    answeredAt: row.answered_at ? iso(row.answered_at) : null,
  };
}

export function recusalView(row: One<typeof recusalsOf>): CaseView['recusals'][number] {
  const { id, person_id: personId, person_name: name, reason, by_name: by, at } = row;
  return { id, person: { id: personId, name }, reason, by, at: iso(at) };
}

export function historyView(row: One<typeof historyOf>): CaseHistoryEntry {
  return { at: iso(row.at), by: row.by_name, event: row.event as CaseHistoryEntry['event'], text: row.text };
}

export function mergedTargetView({ id, number, title, state }: CaseRow): CaseView['mergedInto'] {
  return { id, number, title, state };
}

export function mergedView(row: CaseRow): CaseView['merged'][number] {
  const { id, number, title, received_at: receivedAt, due_on: dueOn } = row;
  return { id, number, title, receivedAt: iso(receivedAt), dueOn };
}
