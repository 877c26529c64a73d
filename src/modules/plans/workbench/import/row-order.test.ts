import { describe, expect, it } from 'vitest';
import type { ImportRow } from '../../import/imports.contract.ts';
import { nextDoubtful, rowsToShow } from './row-order.ts';

function row(id: string, position: number, part: Partial<ImportRow> = {}): ImportRow {
  return { id, position, doubts: [], edited: false, removed: false, ...part } as ImportRow;
}

const doubt = { field: 'units', place: null, message: '单位不明', settled: false };
const rows = [
  row('c', 3, { doubts: [doubt] }),
  row('a', 1, { doubts: [doubt] }),
  row('b', 2, { edited: true, doubts: [{ ...doubt, settled: true }] }),
  row('d', 4, { removed: true, doubts: [doubt] }),
];

describe('rowsToShow', () => {
  it('keeps the order of the document', () => {
    expect(rowsToShow(rows, 'all', undefined).map((one) => one.id)).toEqual(['a', 'b', 'c', 'd']);
  });
  it('shows rows with doubts still open, not settled ones nor removed rows', () => {
    expect(rowsToShow(rows, 'doubts', undefined).map((one) => one.id)).toEqual(['a', 'c']);
  });
  it('keeps the open row in sight although its doubt is settled', () => {
    expect(rowsToShow(rows, 'doubts', 'b').map((one) => one.id)).toEqual(['a', 'b', 'c']);
  });
  it('counts removed rows among the edited, so that they can be brought back', () => {
    expect(rowsToShow(rows, 'edited', undefined).map((one) => one.id)).toEqual(['b', 'd']);
  });
});

describe('rows whose units are open', () => {
  it('are those with a name to map, and those with no unit at all', () => {
    const found = { name: '区财政局', role: 'lead', match: { kind: 'exact' } };
    const open = { name: '某办', role: 'lead', match: { kind: 'none' } };
    const some = [
      row('found', 1, { units: [found] as unknown as ImportRow['units'] }),
      row('open', 2, { units: [found, open] as unknown as ImportRow['units'] }),
      row('none', 3, { units: [] }),
    ];
    expect(rowsToShow(some, 'units', undefined).map((one) => one.id)).toEqual(['open', 'none']);
  });
});

describe('nextDoubtful', () => {
  it('goes on from the open row and round to the beginning', () => {
    expect(nextDoubtful(rows, 'a')?.id).toBe('c');
    expect(nextDoubtful(rows, 'c')?.id).toBe('a');
    expect(nextDoubtful(rows, undefined)?.id).toBe('a');
  });
});
