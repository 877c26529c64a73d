import { describe, expect, it } from 'vitest';
import { IndexNumbers, indexNumber, readIndexNumber } from './index-number.ts';

describe('an index number', () => {
  it('is unit code, year and a running number of five figures', () => {
    expect(indexNumber({ unitCode: '000014349', year: 2018, serial: 222 })).toBe('000014349/2018-00222');
    expect(readIndexNumber('11370322004222241N/2021-5135380')).toEqual({
      unitCode: '11370322004222241N',
      year: 2021,
      serial: 5_135_380,
    });
  });

  it('is refused when a part is impossible', () => {
    expect(() => indexNumber({ unitCode: '办公室', year: 2018, serial: 1 })).toThrow(RangeError);
    expect(() => indexNumber({ unitCode: 'MH0001', year: 2018, serial: 12_345_678 })).toThrow(RangeError);
    expect(readIndexNumber('MH0001-2018-00222')).toBeNull();
  });

  it('follows the highest of its unit and year, leaving gaps alone', () => {
    const used = ['MH0001/2026-00001', 'MH0001/2026-00007', 'MH0001/2025-00120', 'MH0002/2026-00300', '旧编号'];
    const numbers = new IndexNumbers(used);
    expect(numbers.next('MH0001', 2026)).toBe('MH0001/2026-00008');
    expect(numbers.next('MH0001', 2026)).toBe('MH0001/2026-00009');
    expect(numbers.next('MH0001', 2027)).toBe('MH0001/2027-00001');
  });
});
