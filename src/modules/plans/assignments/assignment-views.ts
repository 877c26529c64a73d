import type { LocalDate } from '../../../kernel/local-date.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import { allowedActions, assignmentSubject, type PlanFacts, taskSubject } from '../plan-subjects.ts';
import { lateDays } from '../tasks/task-state.ts';
import type { DirectoryPerson, DirectorySection, UnitNames } from '../unit-directory.ts';
import type { AssignmentLine } from './assignment-list.store.ts';
import type { AssignmentRow, Evidence, Report } from './assignments.contract.ts';
import type { EvidenceRow, ReportRow } from './reports.store.ts';

const ACTIONS = ['report', 'withdraw', 'accept', 'return', 'reopen', 'assign', 'readReports', 'recheckEvidence'];

export interface LineNames {
  readonly units: UnitNames;
  readonly sections: ReadonlyMap<string, DirectorySection>;
  readonly people: ReadonlyMap<string, DirectoryPerson>;
  readonly broken: ReadonlyMap<string, number>;
}

export function planFactsOf(line: AssignmentLine): PlanFacts {
  return { level: line.plan_level, unit_id: line.plan_unit_id, state: line.plan_state };
}

/** Nothing is done in a draft, nor after the plan is closed. */
function allowedOn(line: AssignmentLine, actor: Actor): string[] {
  if (line.plan_state !== 'published') return [];
  const plan = planFactsOf(line);
  const remind = line.state === 'accepted' ? [] : allowedActions(actor, taskSubject(plan), ['remind']);
  return [...allowedActions(actor, assignmentSubject(plan, line), ACTIONS), ...remind];
}

/** What a unit wrote is for the unit itself and the office; others see state and percentage only. */
export function assignmentRow(line: AssignmentLine, names: LineNames, actor: Actor, today: LocalDate): AssignmentRow {
  const section = line.section_id ? names.sections.get(line.section_id) : undefined;
  const person = line.person_id ? names.people.get(line.person_id) : undefined;
  const readable = can(actor, 'readReports', assignmentSubject(planFactsOf(line), line));
  return {
    id: line.id,
    taskId: line.task_id,
    planId: line.plan_id,
    planTitle: line.plan_title,
    taskNumber: line.task_number,
    category: line.category,
    taskName: line.task_name,
    content: line.content,
    deadlineText: line.deadline_text,
    deadlineKind: line.deadline_kind,
    priority: line.priority,
    unit: names.units.ref(line.unit_id),
    role: line.role,
    viaGroup: line.via_group,
    section: section ? { id: section.id, name: section.name } : null,
    person: person ? { id: person.id, name: person.name } : null,
    ownDueOn: line.own_due_on,
    dueOn: line.due_on,
    dueProvisional: line.due_provisional,
    milestone: line.milestone,
    milestoneCount: line.milestone_count,
    storedState: line.state,
    state: line.shown_state,
    lateDays: lateDays({ state: line.state, dueOn: line.due_on, started: line.last_report_at !== null }, today),
    percent: line.percent,
    lastText: readable ? line.last_text : null,
    lastReportAt: line.last_report_at?.toISOString() ?? null,
    evidenceCount: line.evidence_count,
    brokenEvidenceCount: names.broken.get(line.id) ?? 0,
    allowed: allowedOn(line, actor),
    version: line.version,
  };
}

export function reportViews(reports: readonly ReportRow[], evidence: readonly EvidenceRow[]): Report[] {
  const byReport = Map.groupBy(evidence, (item) => item.report_id);
  return reports.map((report) => ({
    id: report.id,
    kind: report.kind,
    milestone: report.milestone,
    text: report.text,
    percent: report.percent,
    by: report.by_name,
    at: report.at.toISOString(),
    decision: report.decision,
    decisionReason: report.decision_reason,
    decidedBy: report.decided_by_name,
    decidedAt: report.decided_at?.toISOString() ?? null,
    evidence: (byReport.get(report.id) ?? []).map(evidenceView),
  }));
}

export function evidenceView(item: EvidenceRow): Evidence {
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    recordRef: item.record_ref,
    address: item.address,
    addressState: item.address_state,
    addressNote: item.address_note,
    checkedAt: item.checked_at?.toISOString() ?? null,
    file:
      item.file_hash === null
        ? null
        : {
            name: item.file_name ?? item.title,
            size: item.file_size ?? 0,
            mediaType: item.media_type ?? 'application/octet-stream',
            url: `/api/evidence/${item.id}/file`,
          },
  };
}
