import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { csv, csvLine } from './csv.ts';

it('is read back as it was written: quotes, commas and lines within a cell', () => {
  const rows = [
    ['标题', '说明'],
    ['关于“一网通办”的通知', '第一行,\n第二行'],
    ['say "hello"', ''],
  ];
  expect(parse(csv(rows), { bom: true })).toEqual(rows);
});

it.each([
  '=1+1',
  '+86 571',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  '=HYPERLINK("https://a.example","点此")',
])('keeps %j from being a formula', (text) => {
  expect(parse(csvLine(['编号', text]))).toEqual([['编号', `'${text}`]]);
});

it('leaves numbers, and signs within a text, as they are', () => {
  expect(csvLine([-5, 0, 'a=b', '2026-03-02'])).toBe('"-5","0","a=b","2026-03-02"\r\n');
});

it('tells spreadsheets that it is UTF-8', () => {
  expect(csv([['甲']])).toBe('\ufeff"甲"\r\n');
});
