import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { dueOf } from '../due-dates/due-dates.service.ts';
import type { NameMatch, UnitNames } from '../unit-directory.ts';
import { suggestContentDay } from './import-reading.ts';
import type { ImportDraft, ImportHead, ImportRow, ImportSummary, UnitMatch } from './imports.contract.ts';
import type { DraftLine, DraftRow } from './imports.store.ts';

export interface ImportNames {
  readonly units: UnitNames;
  readonly matches: ReadonlyMap<string, NameMatch>;
  readonly workdays: WorkdayCalendar;
}

export function importRow(line: DraftLine, head: ImportHead, { units, matches, workdays }: ImportNames): ImportRow {
  const { row } = line;
  const plan = { title: head.title ?? '', issued_on: head.issuedOn };
  const due = dueOf(plan, { ...row, number: row.number ?? 0 }, workdays);
  return {
    id: line.id,
    position: line.position,
    number: row.number,
    category: row.category,
    name: row.name,
    content: row.content,
    unitsText: row.unitsText,
    units: row.units.map((unit) => ({
      name: unit.name,
      role: unit.role,
      match: unitMatch(unit, matches.get(unit.name), units),
    })),
    deadlineText: row.deadlineText,
    deadline: row.deadline,
    dueOn: due.dueOn,
    dueProvisional: due.explanation.provisional,
    contentDueOnSuggestion: suggestContentDay(row, head.year),
    contentDueOn: row.contentDueOn,
    place: line.place,
    doubts: line.doubts,
    edited: line.edited,
    removed: line.removed,
    version: line.version,
  };
}

const NO_MATCH = { unit: null, groupId: null, groupSize: null, unitIds: [] as string[], candidates: [] };

function unitMatch(unit: DraftLine['row']['units'][number], match: NameMatch | undefined, names: UnitNames): UnitMatch {
  if (unit.unitId) return { ...NO_MATCH, kind: 'chosen', unit: names.ref(unit.unitId) };
  if (unit.chosenUnitIds?.length) {
    const chosen = [...unit.chosenUnitIds];
    return { ...NO_MATCH, kind: 'chosen', groupId: unit.groupId ?? null, groupSize: chosen.length, unitIds: chosen };
  }
  switch (match?.kind) {
    case 'unit':
      return { ...NO_MATCH, kind: match.how, unit: names.ref(match.unitId) };
    case 'group':
      return {
        ...NO_MATCH,
        kind: match.open ? 'openGroup' : 'group',
        groupId: match.groupId,
        groupSize: match.unitIds.length,
        unitIds: [...match.unitIds],
      };
    case 'doubt':
      return {
        ...NO_MATCH,
        kind: 'candidates',
        candidates: match.candidates.map((candidate) => ({
          unit: names.ref(candidate.unitId),
          score: candidate.score,
        })),
      };
    default:
      return { ...NO_MATCH, kind: 'none' };
  }
}

export function importSummary(draft: DraftRow, taskCount: number, openDoubts: number): ImportSummary {
  return {
    id: draft.id,
    fileName: draft.file_name,
    mediaType: draft.media_type,
    title: draft.head.title,
    year: draft.head.year,
    taskCount,
    openDoubts,
    createdAt: draft.created_at.toISOString(),
    updatedAt: draft.updated_at.toISOString(),
    createdBy: draft.created_by_name,
    state: draft.state,
    planId: draft.plan_id,
  };
}

/** What stands in the way of confirming, all at once. */
export function importObstacles(
  draft: DraftRow,
  rows: readonly ImportRow[],
  settleAll: boolean,
): ImportDraft['obstacles'] {
  const obstacles: ImportDraft['obstacles'] = [];
  const add = (field: string, message: string, rowId: string | null = null) =>
    obstacles.push({ field, message, rowId });
  const { head } = draft;
  if (!head.title) add('title', '请填写标题');
  if (!head.year) add('year', '请填写年度');
  if (!head.level) add('level', '请选择级别');
  if (head.level === 'unit' && !head.unitId) add('unitId', '请选择这份工作要点所属单位');
  const kept = rows.filter((row) => !row.removed);
  if (kept.length === 0) add('rows', '没有任务可以入账');
  const seen = new Map<number, number>();
  for (const row of kept) {
    const place = `第 ${row.position} 行`;
    if (row.number === null) add('number', `${place}：请填写序号`, row.id);
    else if (seen.has(row.number))
      add('number', `${place}：序号 ${row.number} 与第 ${seen.get(row.number)} 行重复`, row.id);
    else seen.set(row.number, row.position);
    if (row.content.trim() === '') add('content', `${place}：请填写任务内容`, row.id);
    if (settleAll) continue;
    for (const doubt of row.doubts) if (!doubt.settled) add(doubt.field, `${place}：请核对——${doubt.message}`, row.id);
  }
  if (!settleAll) for (const doubt of draft.doubts) if (!doubt.settled) add(doubt.field, `请核对——${doubt.message}`);
  return obstacles;
}
