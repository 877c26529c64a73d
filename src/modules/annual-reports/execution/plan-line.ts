import type { LocalDate } from '../../../kernel/local-date.ts';

/** How far a task of the year's plan came, as the report tells it (RPT-3). */
export interface PlanLine {
  readonly taskId: string;
  readonly planTitle: string;
  readonly number: number;
  /** Name, or the beginning of the content. */
  readonly task: string;
  /** 牵头, 配合, 责任; empty for the district, whose tasks are all its own. */
  readonly role: string;
  readonly deadline: string;
  readonly state: string;
  readonly acceptedOn: LocalDate | null;
}

interface TaskOfPlan {
  readonly id: string;
  readonly number: number;
  readonly name: string | null;
  readonly content: string;
  readonly deadlineText: string;
  readonly state: string;
  readonly acceptedOn: LocalDate | null;
  readonly units: readonly {
    readonly unit: { readonly code: string };
    readonly role: string;
    readonly state: string;
  }[];
}

export interface PlanWords {
  readonly states: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
}

const LONGEST = 60;

/** @param unitCode whose share is told; null: the task as a whole */
export function planLine(
  task: TaskOfPlan,
  planTitle: string,
  unitCode: string | null,
  { states, roles }: PlanWords,
): PlanLine {
  const share = task.units.find(({ unit }) => unit.code === unitCode);
  const state = share?.state ?? task.state;
  const words = task.name ?? task.content;
  return {
    taskId: task.id,
    planTitle,
    number: task.number,
    task: words.length > LONGEST ? `${words.slice(0, LONGEST)}……` : words,
    role: share ? (roles[share.role] ?? '') : '',
    deadline: task.deadlineText,
    state: states[state] ?? state,
    acceptedOn: task.acceptedOn,
  };
}

/** One sentence above the table. */
export function executionSentence(lines: readonly PlanLine[], year: number): string {
  if (lines.length === 0) return '';
  const done = lines.filter(({ acceptedOn }) => acceptedOn !== null).length;
  return `${year}年政务公开工作要点中，由本机关承担的任务共 ${lines.length} 项，已经完成并通过核验 ${done} 项，各项任务落实情况见下表。`;
}
