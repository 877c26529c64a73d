import type { LocalDate } from '../../../kernel/local-date.ts';
import type { LedgerTask, ShareLine } from '../ledger/ledger.store.ts';
import type { UnitNames } from '../unit-directory.ts';
import { NO_SHARES, taskState } from './task-state.ts';
import type { LedgerRow, ShareSummary, StateCounts, TaskLink } from './tasks.contract.ts';
import type { TaskRow } from './tasks.store.ts';

const ROLE_ORDER = { lead: 0, responsible: 1, support: 2 } as const;

export function shareSummaries(lines: readonly ShareLine[], names: UnitNames): ShareSummary[] {
  return lines
    .map((line) => ({
      assignmentId: line.id,
      unit: names.ref(line.unit_id),
      role: line.role,
      viaGroup: line.via_group,
      state: line.state,
      percent: line.percent,
      dueOn: line.due_on,
      version: line.version,
    }))
    .sort((a, b) => ROLE_ORDER[a.role] - ROLE_ORDER[b.role] || names.compare(a.unit.id, b.unit.id));
}

export function ledgerRow(
  task: LedgerTask,
  shares: readonly ShareLine[],
  counts: StateCounts | undefined,
  names: UnitNames,
): LedgerRow {
  return {
    id: task.id,
    planId: task.plan_id,
    planTitle: task.plan_title,
    planYear: task.plan_year,
    number: task.number,
    category: task.category,
    name: task.name,
    content: task.content,
    unitsText: task.units_text,
    deadlineText: task.deadline_text,
    deadlineKind: task.deadline_kind,
    dueOn: task.next_due_on ?? task.due_on,
    dueProvisional: task.due_provisional,
    priority: task.priority,
    state: task.state,
    percent: task.percent,
    unitCount: task.share_count,
    unitStates: counts ?? { ...NO_SHARES },
    units: shareSummaries(shares, names),
    evidenceCount: task.evidence_count,
    lastReportAt: task.last_report_at?.toISOString() ?? null,
    version: task.version,
  };
}

export function taskLink(
  task: TaskRow,
  planTitle: string,
  counts: StateCounts | undefined,
  today: LocalDate,
): TaskLink {
  return {
    id: task.id,
    planId: task.plan_id,
    planTitle,
    number: task.number,
    name: task.name,
    content: task.content,
    state: taskState(counts ?? NO_SHARES, task.due_on, today),
  };
}
