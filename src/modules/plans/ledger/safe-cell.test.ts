import { expect, it } from 'vitest';
import { plainCell, safeCell } from './safe-cell.ts';

it.each(['=1+1', '+86', '-5', '@a', '|cmd', '%x', '  =1', '\t=1', '\r1'])('guards %j and gives it back', (text) => {
  expect(safeCell(text)).toBe(`'${text}`);
  expect(plainCell(safeCell(text))).toBe(text);
});

it.each(['6月底前', '', "'引号开头", '100%'])('leaves %j alone', (text) => {
  expect(safeCell(text)).toBe(text);
  expect(plainCell(text)).toBe(text);
});
