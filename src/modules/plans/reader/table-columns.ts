import { type ColumnEvidence, columnEvidence } from './column-evidence.ts';
import type { Grid, GridRow } from './grid.ts';
import { type HeaderRole, headerRole, isForeignHeading } from './header-words.ts';

/** Which column holds what; a breakdown may have a lead and a support column beside or instead of a unit column. */
export interface ColumnRoles {
  readonly number: number | null;
  readonly category: number | null;
  readonly name: number | null;
  readonly content: number | null;
  readonly units: readonly UnitColumn[];
  readonly deadline: number | null;
  readonly columnCount: number;
}

export interface UnitColumn {
  readonly column: number;
  readonly role: 'lead' | 'support' | 'responsible';
}

export interface ColumnsAnswer {
  readonly roles: ColumnRoles;
  /** How much speaks for a breakdown; see breakdown-tables.ts for the threshold. */
  readonly score: number;
  /** Chinese sentences about columns found by what stands in them instead of their heading. */
  readonly doubts: readonly string[];
}

interface Column {
  readonly index: number;
  readonly heading: string;
  readonly header: HeaderRole | null;
  readonly evidence: ColumnEvidence;
}

const HEADING_WEIGHT = 1;
const CONTENT_WEIGHT = 1.5;
const LEAST = 0.7;
/** Names of tasks cover one to three rows on average, categories more. */
const REPEATED = 3.5;

/** @param headings printed heading of each column, '' where there is none */
export function readColumns(grid: Grid, headings: readonly string[], rows: readonly GridRow[]): ColumnsAnswer {
  const named = headings.map(headerRole);
  const columns = Array.from({ length: grid.table.columnCount }, (_, index): Column => {
    const evidence = columnEvidence(grid, index, rows);
    return {
      index,
      heading: headings[index] ?? '',
      header: named[index] ?? besideText(named, headings, index),
      evidence,
    };
  });
  const free = new Set(columns.filter((c) => c.header !== 'other'));
  const take = (wanted: readonly HeaderRole[], share: (e: ColumnEvidence) => number) => {
    const best = bestOf(free, wanted, share);
    if (best) free.delete(best);
    return best;
  };
  const deadline = take(['deadline'], (e) => e.deadline);
  const number = take(['number'], (e) => (e.filled > 0.3 ? e.number : 0));
  const units = takeUnits(free);
  const texts = textColumns([...free].filter((c) => c.evidence.filled > 0));
  const roles: ColumnRoles = {
    number: number?.index ?? null,
    deadline: deadline?.index ?? null,
    units: units.map((c) => ({ column: c.index, role: unitRole(c.header) })),
    category: texts.category?.index ?? null,
    name: texts.name?.index ?? null,
    content: texts.content?.index ?? null,
    columnCount: columns.length,
  };
  return {
    roles,
    score: score(columns, { deadline, number, units, content: texts.content }),
    doubts: doubtsOf(columns, roles),
  };
}

/** A blank heading to the right of 工作内容 or the like belongs to it: name and content under one heading. */
function besideText(
  named: readonly (HeaderRole | null)[],
  headings: readonly string[],
  index: number,
): HeaderRole | null {
  const left = index > 0 && headings[index]?.trim() === '' ? named[index - 1] : null;
  return left === 'content' || left === 'task' ? left : null;
}

function bestOf(free: ReadonlySet<Column>, wanted: readonly HeaderRole[], share: (e: ColumnEvidence) => number) {
  let best: Column | null = null;
  let most = LEAST;
  for (const column of free) {
    const named = column.header !== null && wanted.includes(column.header);
    const elsewhere = column.header !== null && !named ? 0.6 : 0;
    const points = (named ? HEADING_WEIGHT : 0) + CONTENT_WEIGHT * share(column.evidence) - elsewhere;
    if (points > most) {
      most = points;
      best = column;
    }
  }
  return best;
}

function takeUnits(free: Set<Column>): Column[] {
  const named = [...free].filter((c) => c.header === 'units' || c.header === 'lead' || c.header === 'support');
  const usable = named.filter((c) => c.evidence.units > 0 || c.header !== 'units');
  if (usable.length > 0) {
    for (const column of usable) free.delete(column);
    return usable;
  }
  const best = bestOf(free, [], (e) => e.units) ?? named[0] ?? null;
  if (best) free.delete(best);
  return best ? [best] : [];
}

function unitRole(header: HeaderRole | null): UnitColumn['role'] {
  return header === 'lead' || header === 'support' ? header : 'responsible';
}

interface TextColumns {
  readonly category: Column | null;
  readonly name: Column | null;
  readonly content: Column | null;
}

/** Headings decide where they are plain (类别, 内容); otherwise the longest text is content, the most repeated category. */
function textColumns(columns: readonly Column[]): TextColumns {
  const content = contentColumn(columns);
  const others = columns.filter((c) => c !== content);
  const category = others.find((c) => c.header === 'category') ?? repeatedColumn(others);
  const name = nameColumn(others.filter((c) => c !== category));
  return { category, name, content };
}

function contentColumn(columns: readonly Column[]): Column | null {
  const byLength = columns.toSorted((a, b) => b.evidence.meanLength - a.evidence.meanLength);
  const named = byLength.filter((c) => c.header === 'content');
  if (named.length > 0) return named[0] ?? null;
  const open = byLength.filter((c) => c.header !== 'category');
  const titled = open.filter((c) => c.header !== 'name');
  return titled[0] ?? open[0] ?? byLength[0] ?? null;
}

function repeatedColumn(columns: readonly Column[]): Column | null {
  const unnamed = columns.filter((c) => c.header === null || c.header === 'task');
  if (columns.length >= 2) {
    const byDistinct = unnamed.toSorted((a, b) => a.evidence.distinct - b.evidence.distinct || a.index - b.index);
    return byDistinct[0] ?? null;
  }
  const only = unnamed.find((c) => c.header === null);
  return only && only.evidence.repeats >= REPEATED ? only : null;
}

function nameColumn(columns: readonly Column[]): Column | null {
  const useful = columns.filter(
    (c) => c.header === 'name' || c.header === 'task' || c.header === 'content' || c.header === null,
  );
  return (
    useful.find((c) => c.header === 'name') ??
    useful.toSorted((a, b) => b.evidence.meanLength - a.evidence.meanLength)[0] ??
    null
  );
}

interface Found {
  readonly deadline: Column | null;
  readonly number: Column | null;
  readonly units: readonly Column[];
  readonly content: Column | null;
}

function score(columns: readonly Column[], found: Found): number {
  const { deadline, number, units, content } = found;
  if (!content) return 0;
  let points = number ? 1 : 0;
  if (content.header === 'content' || content.header === 'task' || content.header === 'name') points += 1;
  if (content.evidence.task >= 0.4) points += 2;
  else if (content.evidence.task < 0.15) points -= 1;
  if (units.some((c) => c.header !== null && !/^(?:单位|部门|科室)$/.test(c.heading.trim()))) points += 1;
  if (units.some((c) => c.evidence.units >= 0.5)) points += 1;
  if (deadline?.header === 'deadline') points += 1;
  if (deadline && deadline.evidence.deadline >= 0.5) points += 1;
  for (const column of columns) if (isForeignHeading(column.heading)) points -= 2;
  return units.length === 0 && !deadline ? 0 : points;
}

function doubtsOf(columns: readonly Column[], roles: ColumnRoles): string[] {
  const doubts: string[] = [];
  const say = (index: number | null, wanted: readonly HeaderRole[], label: string) => {
    const column = index === null ? undefined : columns[index];
    if (!column || (column.header !== null && wanted.includes(column.header))) return;
    const headed = column.heading.trim() === '' ? '没有表头' : `表头是“${column.heading.trim()}”`;
    doubts.push(`第${column.index + 1}列${headed}，按内容判断为${label}，请核对`);
  };
  say(roles.deadline, ['deadline'], '完成时限');
  say(roles.category, ['category', 'task', 'name'], '任务类别');
  say(roles.name, ['name', 'task', 'content'], '任务名称');
  const used = new Set([
    roles.number,
    roles.category,
    roles.name,
    roles.content,
    roles.deadline,
    ...roles.units.map((u) => u.column),
  ]);
  for (const column of columns) {
    const { evidence, header, index } = column;
    if (used.has(index) || header === 'other' || evidence.filled < 0.5 || evidence.meanLength < 8) continue;
    doubts.push(`第${index + 1}列“${column.heading.trim()}”没有归入任务的任何一项，请核对是否遗漏`);
  }
  for (const unit of roles.units) say(unit.column, ['units', 'lead', 'support'], '责任单位');
  return doubts;
}
