import { describe, expect, it } from 'vitest';
import { cellOf, cellsOf, figureRows, totalsOf } from './cells.ts';
import { figuresOf } from './figures.ts';
import { formFaults } from './form-checks.ts';
import type { CellId } from './form-shape.ts';
import { type PrintedCell, type PrintedTable, printedTables } from './printed-tables.ts';
import { FORM_2021, formOf } from './statutory-form.ts';

const form = FORM_2021;
const leaves = form.checks.find((check) => check.code === 'results-total');
const results = leaves?.kind === 'rows' ? leaves.right : [];

/** Totals of a report that a city published in this form; how its leaves were spread over the columns is made up here. */
const PUBLISHED = {
  received: 14_069,
  carriedOver: 560,
  decided: 13_810,
  carriedOn: 819,
  natural: { received: 13_612, carriedOver: 535, decided: 13_364, carriedOn: 783 },
  reconsideration: [376, 97, 196, 121, 790],
  directSuit: [16, 1, 12, 27, 56],
  suitAfterReconsideration: [74, 1, 30, 51, 156],
} as const;

/** So many results spread over the 21 leaves, none left empty. */
function spread(total: number): number[] {
  const each = Math.floor(total / results.length);
  return results.map((_, at) => (at === 0 ? total - each * (results.length - 1) : each));
}

function publishedCounts(): Map<CellId, number> {
  const { natural } = PUBLISHED;
  const counts = new Map<CellId, number>();
  const put = (row: string, whole: number, own: number) => {
    counts.set(cellOf('p3', row, 'natural'), own);
    counts.set(cellOf('p3', row, 'company'), whole - own);
  };
  put('1', PUBLISHED.received, natural.received);
  put('2', PUBLISHED.carriedOver, natural.carriedOver);
  put('4', PUBLISHED.carriedOn, natural.carriedOn);
  const [all, own] = [spread(PUBLISHED.decided), spread(natural.decided)];
  for (const [at, row] of results.entries()) put(row, all[at] ?? 0, own[at] ?? 0);
  for (const kind of ['reconsideration', 'directSuit', 'suitAfterReconsideration'] as const) {
    for (const [at, column] of ['upheld', 'corrected', 'other', 'pending'].entries())
      counts.set(cellOf('p4', kind, column), PUBLISHED[kind][at] ?? 0);
  }
  return counts;
}

const declared = new Map<CellId, number>(
  cellsOf(form)
    .filter(({ isCounted }) => !isCounted)
    .map(({ cell }) => [cell, 1]),
);

describe('the statutory form', () => {
  it('has 21 results, seven columns, three kinds of proceedings', () => {
    expect(results).toHaveLength(21);
    expect(figureRows(form.part3.rows).map(({ code }) => code)).toEqual(['1', '2', ...results, '3.7', '4']);
    expect(cellsOf(form)).toHaveLength(3 + 3 + 1 + 2 + 1 + 25 * 7 + 15 + 1);
    expect(new Set(cellsOf(form).map(({ cell }) => cell)).size).toBe(cellsOf(form).length);
  });

  it('names each cell so that it can be told from every other', () => {
    const labels = cellsOf(form).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toContain('（六）其他处理3.其他 · 自然人');
  });

  it('is that of the year', () => {
    expect(formOf(2020)).toBeUndefined();
    expect([2021, 2026].map((year) => formOf(year)?.basis)).toEqual([
      '国办公开办函〔2021〕30号',
      '国办公开办函〔2021〕30号',
    ]);
  });

  it('makes every total from its parts, totals of totals last', () => {
    const totals = totalsOf(form);
    const at = new Map(totals.map(({ cell }, place) => [cell, place]));
    for (const { cell, parts } of totals) {
      for (const part of parts) expect(at.get(part) ?? -1, cell).toBeLessThan(at.get(cell) ?? 0);
    }
    expect(totals).toHaveLength(25 + 6 + 3);
  });
});

describe('a published report, when its case mix is entered', () => {
  const figures = figuresOf(form, publishedCounts(), declared);
  const value = (row: string, column: string) => figures.get(cellOf('p3', row, column))?.value;

  it('gives its published totals', () => {
    expect(['1', '2', '3.7', '4'].map((row) => value(row, 'total'))).toEqual([14_069, 560, 13_810, 819]);
    expect(['1', '2', '3.7', '4'].map((row) => value(row, 'natural'))).toEqual([13_612, 535, 13_364, 783]);
    for (const kind of ['reconsideration', 'directSuit', 'suitAfterReconsideration'] as const) {
      const row = form.part4.columns.map(({ code }) => figures.get(cellOf('p4', kind, code))?.value);
      expect(row).toEqual([...PUBLISHED[kind]]);
    }
  });

  it('meets every check of the form', () => {
    expect(formFaults(form, figures, undefined)).toEqual([]);
    expect((value('1', 'total') ?? 0) + (value('2', 'total') ?? 0)).toBe(14_629);
  });
});

describe('what does not add up', () => {
  const changed = (cell: CellId, by: number) => {
    const counts = publishedCounts();
    counts.set(cell, (counts.get(cell) ?? 0) + by);
    return formFaults(form, figuresOf(form, counts, declared), undefined);
  };

  it('is said of each column, with both sides', () => {
    const faults = changed(cellOf('p3', '4', 'natural'), 1);
    expect(faults.map(({ code }) => code)).toEqual(['balance', 'balance']);
    expect(faults[0]?.message).toContain('自然人');
    expect(faults[0]?.message).toContain('一边是 14147，另一边是 14148，相差 1');
    expect(faults[1]?.message).toContain('总计');
  });

  it('is found wherever a single figure of part three was changed', () => {
    for (const row of ['1', '2', '4', ...results]) {
      for (const { code } of form.part3.columns.filter((column) => column.code !== 'total'))
        expect(changed(cellOf('p3', row, code), 1).length, `${row} ${code}`).toBeGreaterThan(0);
    }
  });

  it('is found in a total that was changed after it was made', () => {
    for (const { cell, parts } of totalsOf(form)) {
      const figures = new Map(figuresOf(form, publishedCounts(), declared));
      figures.set(cell, { counted: 0, declared: null, value: 1_000_000 });
      const codes = formFaults(form, figures, undefined).map(({ code }) => code);
      expect(codes.length, `${cell} of ${parts.length}`).toBeGreaterThan(0);
    }
  });

  it('is only a warning against last year, and nothing without one', () => {
    const figures = figuresOf(form, publishedCounts(), declared);
    const before = new Map(publishedCounts());
    before.set(cellOf('p3', '4', 'natural'), 535);
    before.set(cellOf('p3', '4', 'company'), 24);
    const faults = formFaults(form, figures, figuresOf(form, before, declared));
    expect(faults.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'carried-over warns',
      'carried-over warns',
    ]);
    expect(faults[0]?.message).toContain('商业企业');
  });
});

describe('figures without records', () => {
  it('must be stated, a nought too', () => {
    const [fault, ...rest] = formFaults(form, figuresOf(form, new Map(), new Map()), undefined);
    expect(rest).toEqual([]);
    expect(fault?.code).toBe('unstated');
    expect(fault?.cells).toHaveLength(7);
    expect(fault?.message).toContain('“行政许可 · 本年处理决定数量”');
    const noughts = new Map([...declared.keys()].map((cell): [CellId, number] => [cell, 0]));
    expect(formFaults(form, figuresOf(form, new Map(), noughts), undefined)).toEqual([]);
  });

  it('are added to counted ones and shown apart', () => {
    const cell = cellOf('p3', '1', 'natural');
    const figures = figuresOf(form, new Map([[cell, 5]]), new Map([[cell, 2]]));
    expect(figures.get(cell)).toEqual({ counted: 5, declared: 2, value: 7 });
    expect(figures.get(cellOf('p3', '1', 'total'))).toEqual({ counted: 5, declared: 2, value: 7 });
    expect(figures.get(cellOf('p3', '2', 'total'))).toEqual({ counted: 0, declared: null, value: 0 });
  });

  it('may lower a count, never below nought', () => {
    const cell = cellOf('p3', '1', 'natural');
    const faults = formFaults(
      form,
      figuresOf(form, new Map([[cell, 1]]), new Map([...declared, [cell, -2]])),
      undefined,
    );
    expect(faults.map(({ code }) => code)).toContain('negative');
  });

  it('of money keep their fen', () => {
    const cell = cellOf('p2', 'charge', 'yuan10000');
    const sum = figuresOf(form, new Map(), new Map([[cell, 0.1 + 0.2]])).get(cell)?.value;
    expect(sum).toBe(0.3);
  });
});

describe('the printed tables', () => {
  const tables = printedTables(form);
  const [content, requests, proceedings] = tables as [PrintedTable, PrintedTable, PrintedTable];

  it('hold every figure of parts two to four exactly once', () => {
    const printed = tables.flatMap(({ rows }) => rows.flat().flatMap(({ cell }) => cell ?? []));
    const known = cellsOf(form).flatMap(({ cell }) => (cell.startsWith('p6') ? [] : [cell]));
    expect(printed.toSorted()).toEqual(known.toSorted());
  });

  it.each(tables.map((table) => [table.part, table] as const))('close without gap or overlap: %s', (_part, table) => {
    const width = table.widths.length;
    expect(Math.round(table.widths.reduce((sum, share) => sum + share, 0))).toBe(100);
    expect(coverage(table.rows, width)).toEqual(table.rows.map(() => Array(width).fill(1)));
  });

  it('join cells as the office prints them', () => {
    const of = (table: PrintedTable, text: string) => table.rows.flat().filter((cell) => cell.text === text);
    expect(of(requests, '三、本年度办理结果')).toMatchObject([{ rows: 22, columns: 1 }]);
    expect(of(requests, '（三）不予公开')).toMatchObject([{ rows: 8, columns: 1 }]);
    expect(of(requests, '（一）予以公开')).toMatchObject([{ rows: 1, columns: 2 }]);
    expect(of(requests, '（七）总计')).toMatchObject([{ rows: 1, columns: 2 }]);
    expect(of(requests, '四、结转下年度继续办理')).toMatchObject([{ rows: 1, columns: 3 }]);
    expect(of(requests, '申请人情况')).toMatchObject([{ columns: 7 }]);
    expect(of(requests, '法人或其他组织')).toMatchObject([{ columns: 5 }]);
    expect(of(requests, '总计')).toMatchObject([{ rows: 2 }]);
    expect(of(proceedings, '行政诉讼')).toMatchObject([{ columns: 10 }]);
    expect(of(proceedings, '结果维持').map(({ rows }) => rows)).toEqual([2, 1, 1]);
    expect(of(content, '第二十条第（八）项')).toMatchObject([{ columns: 4 }]);
  });
});

/** How many cells cover each place of a table. */
function coverage(rows: readonly (readonly PrintedCell[])[], width: number): number[][] {
  const grid = rows.map(() => Array<number>(width).fill(0));
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const { columns, rows: down } of row) {
      while (grid[y]?.[x]) x += 1;
      for (let line = y; line < y + down; line += 1) {
        for (let column = x; column < x + columns; column += 1) {
          const own = grid[line];
          if (own) own[column] = (own[column] ?? 0) + 1;
        }
      }
    }
  }
  return grid;
}
