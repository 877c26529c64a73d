import { isLocalDate, type LocalDate } from '../../../kernel/local-date.ts';
import { stricterDay } from '../due-dates/content-deadline.ts';
import { completeDeadline } from '../due-dates/due-dates.service.ts';
import { narrativeSections } from '../plan/narrative.ts';
import type { PlanReading } from '../reader/index.ts';
import type { Deadline } from '../tasks/tasks.contract.ts';
import type { Doubt, ImportHead, ImportRowInput, Place } from './imports.contract.ts';
import type { OpenedPlan } from './plan-file.ts';

export interface ImportLine {
  readonly row: ImportRowInput;
  readonly doubts: Doubt[];
  readonly place: Place | null;
}

/** What the reader understood, as a draft that people edit; every doubt keeps its place and stays open until somebody has looked. */
export function importReading({ reading, source }: OpenedPlan): {
  readonly head: ImportHead;
  readonly doubts: Doubt[];
  readonly lines: ImportLine[];
} {
  const { plan } = reading;
  const paragraphs = source.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  const numbers = new Set(reading.tasks.map((task) => task.number));
  return {
    head: {
      level: plan.level,
      unitId: null,
      year: plan.year,
      title: plan.title,
      documentNumber: plan.documentNumber,
      issuer: plan.issuer,
      issuedOn: day(plan.issuedOn),
      parentPlanId: null,
      narrative: narrativeSections(paragraphs, [plan.title, plan.issuer, plan.documentNumber]),
    },
    doubts: reading.warnings.filter((w) => w.taskNumber === null || !numbers.has(w.taskNumber)).map(doubt),
    lines: reading.tasks.map((task) => ({
      row: {
        number: task.number,
        category: task.category,
        name: task.name,
        content: task.content,
        unitsText: task.unitsText,
        units: task.units.map((unit) => ({ name: unit.name, role: unit.role })),
        deadlineText: task.deadlineText,
        deadline: completeDeadline(deadlineOf(task.deadline), task.deadlineText),
        contentDueOn: null,
      },
      doubts: reading.warnings.filter((w) => w.taskNumber === task.number).map(doubt),
      place: task.place as Place,
    })),
  };
}

function deadlineOf(read: PlanReading['tasks'][number]['deadline']): Deadline {
  const periods = read.periods?.flatMap((period) => {
    const to = day(period.to);
    return to ? [{ from: day(period.from), to }] : [];
  });
  return {
    kind: read.kind,
    from: day(read.from),
    to: day(read.to),
    ...(periods?.length ? { periods } : {}),
    note: read.note,
  };
}

function doubt(warning: PlanReading['warnings'][number]): Doubt {
  return { field: warning.field, place: warning.place as Place | null, message: warning.message, settled: false };
}

function day(text: string | null): LocalDate | null {
  return text !== null && isLocalDate(text) ? text : null;
}

/** Doubts about a field are gone once somebody has edited it. */
export function settle(
  doubts: readonly Doubt[],
  before: ImportRowInput,
  after: ImportRowInput,
  looked: readonly number[],
): Doubt[] {
  const parts: Readonly<Record<string, readonly (keyof ImportRowInput)[]>> = {
    units: ['units', 'unitsText'],
    deadline: ['deadline', 'deadlineText'],
  };
  const touched = (field: string) =>
    (parts[field] ?? [field as keyof ImportRowInput]).some(
      (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
    );
  return doubts.map((entry, index) => ({
    ...entry,
    settled: entry.settled || looked.includes(index) || touched(entry.field),
  }));
}

/** X-31, as a suggestion only. */
export function suggestContentDay(row: ImportRowInput, year: number | null): LocalDate | null {
  return year === null ? null : stricterDay(row.content, year, row.deadline.to);
}
