import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DocumentBody, renderBody } from '../../../kernel/document-body.ts';
import { cellOf, cellsOf } from '../form/cells.ts';
import { figuresOf } from '../form/figures.ts';
import type { CellId } from '../form/form-shape.ts';
import { FORM_2021 } from '../form/statutory-form.ts';
import { TEXT_HEADS } from '../reports/report-words.ts';
import { reportBody } from './report-body.ts';
import { reportDocx } from './report-docx.ts';
import { headingRows, type PaperSource, type PaperTable, reportPaper } from './report-paper.ts';
import { reportNodes, reportPdf } from './report-pdf.ts';
import { reportXlsx } from './report-xlsx.ts';

const counts = new Map<CellId, number>(cellsOf(FORM_2021).map(({ cell }, at) => [cell, at + 1]));
const line = {
  taskId: 't',
  planTitle: '2025年工作要点',
  number: 7,
  task: '=财政预决算公开',
  role: '牵头',
  deadline: '6月底',
  state: '已完成',
  acceptedOn: null,
};

function paperOf(more: Partial<PaperSource> = {}) {
  return reportPaper({
    title: '明湖区教育局2025年政府信息公开工作年度报告',
    unitName: '明湖区教育局',
    year: 2025,
    notice: '（送审稿）',
    form: FORM_2021,
    figures: figuresOf(FORM_2021, counts, counts),
    texts: Object.fromEntries(TEXT_HEADS.map((head) => [head, `${head}第一段\n\n${head}第二段`])),
    plan: [line],
    ...more,
  });
}

const wordsOf = (paper = paperOf()) => paper.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
const tableOf = (name: string, paper = paperOf()) =>
  paper.blocks.find(
    (block): block is PaperTable => block.kind === 'table' && block.name.startsWith(name),
  ) as PaperTable;

describe('the report on paper', () => {
  it('has the six parts in their order, part one by its five heads and the plan (RPT-3, PLAN-12)', () => {
    const headings = paperOf().blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '（二）依申请公开',
      '（三）政府信息管理',
      '（四）政府信息公开平台建设',
      '（五）监督保障',
      '（六）年度政务公开工作要点落实情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '（一）存在的主要问题',
      '（二）改进情况',
      '六、其他需要报告的事项',
    ]);
    expect(wordsOf()).toContain('proactive第二段');
  });

  it('tells each own task with its state (RPT-C2)', () => {
    const plan = Array.from({ length: 40 }, (_, at) => ({ ...line, taskId: `${at}`, number: at + 1 }));
    expect(tableOf('工作要点', paperOf({ plan })).rows).toHaveLength(41);
    expect(wordsOf(paperOf({ plan })).join()).toContain('任务共 40 项');
    expect(wordsOf(paperOf({ plan: [] })).join()).not.toContain('落实情况');
  });

  it('always tells of the fee, and says when there is nothing else', () => {
    const figures = figuresOf(FORM_2021, new Map([['p6:fee:yuan', 400]]), new Map());
    const words = wordsOf(paperOf({ figures, texts: {} }));
    expect(words.slice(-2)).toEqual([expect.stringContaining('共计 400 元'), '没有其他需要报告的事项。']);
  });

  it('leaves empty what nobody stated and prints a nought as such', () => {
    const { rows } = tableOf('二', paperOf({ figures: figuresOf(FORM_2021, new Map(), new Map()) }));
    expect(rows[2]?.map(({ text }) => text)).toEqual(['规章', '', '', '']);
    expect(rows[3]?.map(({ text }) => text)).toEqual(['行政规范性文件', '0', '0', '0']);
  });

  it('repeats headings over pages only where they are closed and the only ones', () => {
    expect(['二', '三', '四', '工作要点'].map((name) => headingRows(tableOf(name).rows))).toEqual([0, 3, 3, 1]);
  });
});

describe('as the text of a publication', () => {
  it('is a body that the door out takes, with joined cells', () => {
    const body = reportBody(paperOf());
    expect(DocumentBody.safeParse(body).success).toBe(true);
    const html = renderBody(body);
    expect(html).toContain('rowspan="22"');
    expect(html).toContain('colspan="10"');
    expect(html.match(/<table>/g)).toHaveLength(4);
  });
});

describe('as a Word file', () => {
  it('has every word and figure, joined cells, and no row that goes over two pages', async () => {
    const entries = unzipSync(await reportDocx(paperOf()));
    const xml = strFromU8(entries['word/document.xml'] as Uint8Array);
    expect(xml).toContain('（送审稿）');
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)?.length).toBe(1 + 2 + 1 + 4 + 5);
    // The row of results reaches over 22 rows: 21 go on with it.
    expect(xml.match(/<w:vMerge w:val="continue"\/>/g)?.length).toBe(2 + 2 + 21 + (7 + 2 + 4 + 2) + 5);
    expect(xml.match(/<w:gridSpan w:val="10"\/>/g)).toHaveLength(1);
    const rows = xml.match(/<w:tr[ >]/g)?.length ?? 0;
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(rows);
  });
});

describe('as an Excel file', () => {
  it('has numbers that can be reckoned with, joined cells, and words that are no formulas', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await reportXlsx(paperOf())) as never);
    expect(workbook.worksheets.map(({ name }) => name.slice(0, 4))).toEqual([
      '文字部分',
      '工作要点',
      '二、主动',
      '三、收到',
      '四、政府',
    ]);
    const requests = workbook.worksheets[3] as ExcelJS.Worksheet;
    expect(requests.getCell('A6').value).toBe('三、本年度办理结果');
    expect(requests.getCell('A27').isMerged).toBe(true);
    expect(requests.getCell('A27').master.address).toBe('A6');
    const figures = figuresOf(FORM_2021, counts, counts);
    expect(requests.getCell('D4').value).toBe(figures.get(cellOf('p3', '1', 'natural'))?.value);
    expect(requests.getCell('J28').value).toBe(figures.get(cellOf('p3', '4', 'total'))?.value);
    expect(workbook.worksheets[1]?.getCell('B2').value).toBe("'=财政预决算公开");
  });
});

describe('as PDF', () => {
  it('keeps each table of the form with its heading, and can be made', async () => {
    const whole = reportNodes(paperOf()).filter((node) => 'unbreakable' in node);
    expect(whole).toHaveLength(3);
    const pdf = await reportPdf(paperOf(), new Date('2026-01-20T00:00:00Z'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
