import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvCell, tasksCsv, tasksJson } from './open-data.ts';
import { fixturePlan, fixtureTask } from './open-plans.fixtures.ts';

describe('tasksCsv', () => {
  const plan = fixturePlan(12);

  it('opens in an office spreadsheet: byte order mark, CRLF, one row for each task', () => {
    const csv = tasksCsv(plan);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({ 序号: '1', 状态: '已完成', 牵头单位: '区数据局', 配合单位: '区司法局' });
  });

  it('keeps commas, quotes and line breaks inside their cell', () => {
    const content = '一是“规范”,二是"公开"；\n三是监督';
    const csv = tasksCsv({ ...plan, taskList: [fixtureTask(1, { content })] });
    const [row] = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    expect(row?.工作内容).toBe(content);
  });
});

describe('csvCell', () => {
  it.each(['=HYPERLINK("http://example.com")', '+1', '-1+2', '@SUM(A1)', '|cmd', '%0A', ' =1', '\t=1', '\r=1'])(
    'does not let %j become a formula',
    (text) => {
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves ordinary text and numbers alone', () => {
    expect(csvCell('3月底前')).toBe('3月底前');
    expect(csvCell(-3)).toBe('-3');
    expect(csvCell(null)).toBe('');
  });
});

describe('tasksJson', () => {
  it('tells the plan and its tasks, nothing else', () => {
    const data = JSON.parse(tasksJson(fixturePlan(3)));
    expect(Object.keys(data)).toEqual(['plan', 'tasks']);
    expect(data.plan).not.toHaveProperty('taskList');
    expect(data.tasks).toHaveLength(3);
  });
});
