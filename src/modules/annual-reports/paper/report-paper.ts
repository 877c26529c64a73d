import { executionSentence, type PlanLine } from '../execution/plan-line.ts';
import { FEE_CELL } from '../form/cells.ts';
import type { Figures } from '../form/figures.ts';
import type { CellId, StatutoryForm } from '../form/form-shape.ts';
import { type PrintedTable, printedTables } from '../form/printed-tables.ts';
import { TEXT_HEAD_WORDS, TEXT_HEADS } from '../reports/report-words.ts';
import { feeSentence } from '../texts/suggested-texts.ts';
import type { ReportTexts } from '../texts/text-faults.ts';

/** A report as it is printed: the same words and tables in every format. */
export interface ReportPaper {
  readonly title: string;
  readonly unitName: string;
  readonly year: number;
  /** Printed under the title while it is not public: figures may still change. */
  readonly notice: string | null;
  readonly blocks: readonly PaperBlock[];
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | PaperTable;

export interface PaperTable {
  readonly kind: 'table';
  /** Name of the sheet and of the table for those who do not see it. */
  readonly name: string;
  /** Shares that sum to 100. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PaperCell[])[];
  /** Stands on one page with its heading, as the form is printed. */
  readonly isWhole: boolean;
}

export interface PaperCell {
  readonly text: string;
  /** A number, for programs that reckon with it; null: words, or not stated yet. */
  readonly value: number | null;
  readonly heading: 'column' | 'row' | null;
  readonly columns: number;
  readonly rows: number;
}

export interface PaperSource {
  readonly title: string;
  readonly unitName: string;
  readonly year: number;
  readonly notice: string | null;
  readonly form: StatutoryForm;
  readonly figures: Figures;
  readonly texts: ReportTexts;
  readonly plan: readonly PlanLine[];
}

export function reportPaper(source: PaperSource): ReportPaper {
  const { title, unitName, year, notice, form } = source;
  const [content, requests, proceedings] = printedTables(form).map((table) => figureTable(table, source.figures));
  const tables: Readonly<Record<number, PaperTable | undefined>> = { 1: content, 2: requests, 3: proceedings };
  const blocks = form.parts.flatMap((part, at): PaperBlock[] => {
    const table = tables[at];
    const below = table ? [table] : partText(at + 1, source);
    return [{ kind: 'heading', level: 2, text: part }, ...below];
  });
  return { title, unitName, year, notice, blocks };
}

const NUMERALS = '一二三四五六七八九';

/** Heads of part one and five stand as （一）（二）…; part six has none. */
function partText(part: number, { texts, plan, year, figures }: PaperSource): PaperBlock[] {
  const heads = TEXT_HEADS.filter((head) => TEXT_HEAD_WORDS[head].part === part);
  const worded = heads.flatMap((head, at): PaperBlock[] => [
    ...(heads.length > 1 ? [heading(at, TEXT_HEAD_WORDS[head].label)] : []),
    ...paragraphs(texts[head] ?? ''),
  ]);
  if (part === 1) return [...worded, ...execution(heads.length, plan, year)];
  if (part !== 6) return worded;
  const fee: PaperBlock = { kind: 'paragraph', text: feeSentence(year, figures.get(FEE_CELL)?.value ?? null) };
  const none: PaperBlock = { kind: 'paragraph', text: '没有其他需要报告的事项。' };
  return [fee, ...(worded.length > 0 ? worded : [none])];
}

/** How the year's plan was carried out (RPT-3). */
function execution(at: number, plan: readonly PlanLine[], year: number): PaperBlock[] {
  if (plan.length === 0) return [];
  return [
    heading(at, '年度政务公开工作要点落实情况'),
    { kind: 'paragraph', text: executionSentence(plan, year) },
    planTable(plan),
  ];
}

function heading(at: number, label: string): PaperBlock {
  return { kind: 'heading', level: 3, text: `（${NUMERALS[at] ?? at + 1}）${label}` };
}

function paragraphs(text: string): PaperBlock[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ kind: 'paragraph', text: line }));
}

const PLAN_HEADS = ['序号', '工作要点任务', '来源', '时间节点', '落实情况'] as const;

function planTable(plan: readonly PlanLine[]): PaperTable {
  return {
    kind: 'table',
    isWhole: false,
    name: '工作要点落实情况',
    widths: [8, 40, 22, 14, 16],
    rows: [
      PLAN_HEADS.map((text) => wordCell(text, 'column')),
      ...plan.map((line) => [
        wordCell(String(line.number), null),
        wordCell(line.task, null),
        wordCell(`${line.planTitle}${line.role ? `（${line.role}单位）` : ''}`, null),
        wordCell(line.deadline, null),
        wordCell(line.acceptedOn ? `${line.state}（${line.acceptedOn}）` : line.state, null),
      ]),
    ],
  };
}

function wordCell(text: string, heading: PaperCell['heading']): PaperCell {
  return { text, value: null, heading, columns: 1, rows: 1 };
}

function figureTable({ title, widths, rows }: PrintedTable, figures: Figures): PaperTable {
  return {
    kind: 'table',
    isWhole: true,
    name: title,
    widths,
    rows: rows.map((row) =>
      row.map(({ text, heading: head, cell, columns, rows: down }) => {
        const value = figureOf(cell, figures);
        return { text: value === null ? text : String(value), value, heading: head, columns, rows: down };
      }),
    ),
  };
}

function figureOf(cell: CellId | null, figures: Figures): number | null {
  return cell === null ? null : (figures.get(cell)?.value ?? null);
}

/** Rows of headings at the top that come again on each page: closed in themselves, and the only ones of the table. */
export function headingRows(rows: PaperTable['rows']): number {
  const isHead = (row: readonly PaperCell[]) => row.every(({ heading: head }) => head === 'column');
  const count = rows.findIndex((row) => !isHead(row));
  if (count <= 0 || rows.slice(count).some(isHead)) return 0;
  const reaches = rows.slice(0, count).some((row, y) => row.some((cell) => y + cell.rows > count));
  return reaches ? 0 : count;
}
