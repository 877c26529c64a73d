import type { ColumnKind, InventedPlan, InventedTask } from './plan-document.fixtures.ts';

/** An invented plan laid out as paragraphs and tables, before it is written in a file format. */
export type PageBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly PageCell[])[] };

export interface PageCell {
  readonly text: string;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const NARRATIVE = [
  '为贯彻落实上级关于深化政务公开工作的部署，现将本年度政务公开工作要点印发给你们，请认真贯彻执行。',
  '一、总体要求',
  '坚持以公开促落实、强监管，6月底前完成平台改造，全年持续做好政策解读，由区府办牵头，各单位配合。',
];

/** @param joined whether the format can show joined cells; otherwise repeated texts stand in each row, names leave blanks */
export function layOut(plan: InventedPlan, joined: boolean): PageBlock[] {
  const { layout } = plan;
  const blocks: PageBlock[] = [];
  if (layout.narrative) blocks.push(...NARRATIVE.map((text): PageBlock => ({ kind: 'paragraph', text })));
  if (layout.decoy) blocks.push(roster());
  blocks.push({ kind: 'paragraph', text: '附件' }, { kind: 'paragraph', text: `${plan.title}任务分解表` });
  const bounds = [0, ...layout.breaks, plan.tasks.length];
  for (let i = 1; i < bounds.length; i += 1) {
    const tasks = plan.tasks.slice(bounds[i - 1], bounds[i]);
    if (tasks.length === 0) continue;
    const before = plan.tasks[(bounds[i - 1] ?? 0) - 1] ?? null;
    const headed = i === 1 || layout.repeatsHeadings;
    blocks.push({ kind: 'table', rows: tableRows(plan, tasks, before, headed, joined) });
  }
  if (layout.note) blocks.push({ kind: 'paragraph', text: '注：未列明的单位按职责分工落实。' });
  return blocks;
}

function roster(): PageBlock {
  const rows = [
    ['序号', '单位', '联络员', '联系电话'],
    ['1', '区府办', '王某', '60000001'],
    ['2', '区教育局', '李某', '60000002'],
    ['3', '青桥镇', '赵某', '60000003'],
  ];
  return {
    kind: 'table',
    rows: rows.map((row) => row.map((text, column) => ({ text, column, rowSpan: 1, columnSpan: 1 }))),
  };
}

function tableRows(
  plan: InventedPlan,
  tasks: readonly InventedTask[],
  before: InventedTask | null,
  headed: boolean,
  joined: boolean,
): PageCell[][] {
  const { columns, headings, categoryRows } = plan.layout;
  const rows: PageCell[][] = [];
  if (headed && headings) rows.push(columns.map((kind, column) => plain(headings[kind], column)));
  let category = before?.category ?? null;
  for (const [i, task] of tasks.entries()) {
    if (categoryRows && task.category !== category)
      rows.push([{ text: task.category ?? '', column: 0, rowSpan: 1, columnSpan: columns.length }]);
    category = task.category;
    rows.push(columns.flatMap((kind, column) => cellOf(plan, tasks, i, kind, column, joined) ?? []));
  }
  return rows;
}

function plain(text: string, column: number): PageCell {
  return { text, column, rowSpan: 1, columnSpan: 1 };
}

const JOINABLE: readonly ColumnKind[] = ['category', 'name', 'units', 'deadline'];

function cellOf(
  plan: InventedPlan,
  tasks: readonly InventedTask[],
  index: number,
  kind: ColumnKind,
  column: number,
  joined: boolean,
): PageCell | null {
  const task = tasks[index] as InventedTask;
  const text = textOf(plan, task, kind);
  if (!plan.layout.joins || !JOINABLE.includes(kind)) return plain(text, column);
  const groups = (other: InventedTask | undefined) =>
    other !== undefined &&
    textOf(plan, other, kind) === text &&
    other.category === task.category &&
    (kind === 'category' || other.name === task.name || kind === 'name');
  const first = !groups(tasks[index - 1]);
  if (!joined) return plain(first || kind === 'units' || kind === 'deadline' ? text : '', column);
  if (!first) return null;
  let rowSpan = 1;
  while (groups(tasks[index + rowSpan])) rowSpan += 1;
  return { text, column, rowSpan, columnSpan: 1 };
}

function textOf(plan: InventedPlan, task: InventedTask, kind: ColumnKind): string {
  if (kind === 'number') return plan.layout.number(task.number);
  if (kind === 'units') return task.unitCell;
  if (kind === 'lead') return task.leadCell;
  if (kind === 'support') return task.supportCell;
  if (kind === 'deadline') return task.deadlineText;
  if (kind === 'remark') return '';
  return task[kind] ?? '';
}
