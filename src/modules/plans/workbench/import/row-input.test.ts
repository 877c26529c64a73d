import { describe, expect, it } from 'vitest';
import type { ImportRow, ImportRowInput } from '../../import/imports.contract.ts';
import { cutPlaces, emptyRow, inputOf, mergeRows, splitRow } from './row-input.ts';

const row: ImportRowInput = {
  number: 7,
  category: '政策解读',
  name: '提升解读质量',
  content: '出台重要文件同步解读。每季度通报一次；',
  unitsText: '区司法局、各街镇',
  units: [
    { name: '区司法局', role: 'lead' },
    { name: '各街镇', role: 'responsible' },
  ],
  deadlineText: '每季度',
  deadline: { kind: 'quarter', from: null, to: null, note: null },
  contentDueOn: null,
};

describe('cutPlaces', () => {
  it('offers the ends of sentences and clauses but not the end of the whole', () => {
    expect(cutPlaces('甲事。乙事；丙事。')).toEqual([3, 6]);
  });
  it('offers nothing in a single sentence', () => {
    expect(cutPlaces('只有一句话')).toEqual([]);
  });
});

describe('splitRow', () => {
  it('gives both halves the units and the deadline, the second the next number and no name', () => {
    const [first, second] = splitRow(row, 11);
    expect(first.content).toBe('出台重要文件同步解读。');
    expect(second).toMatchObject({ content: '每季度通报一次；', number: 8, name: null, units: row.units });
    expect(first.content + second.content).toBe(row.content);
  });
});

describe('mergeRows', () => {
  it('joins the texts and names each unit once', () => {
    const merged = mergeRows(row, {
      ...emptyRow(row),
      content: '并向社会公布。',
      units: [{ name: '各街镇', role: 'support' }],
    });
    expect(merged.content).toBe('出台重要文件同步解读。每季度通报一次；并向社会公布。');
    expect(merged.units.map((unit) => unit.name)).toEqual(['区司法局', '各街镇']);
  });
  it('takes the second deadline when the first says nothing', () => {
    const bare: ImportRowInput = {
      ...row,
      deadlineText: '',
      deadline: { kind: 'unknown', from: null, to: null, note: null },
    };
    expect(mergeRows(bare, row)).toMatchObject({ deadlineText: '每季度', deadline: { kind: 'quarter' } });
  });
});

describe('inputOf', () => {
  it('sends a unit id only where a person chose it, so that names found by themselves are found again', () => {
    const unit = {
      id: '6f9a0a52-5a0c-4b75-9d0e-0b6f3d1f0001',
      code: 'sifaju',
      name: '区司法局',
      shortName: '区司法局',
    };
    const match = { unit, groupId: null, groupSize: null, unitIds: [], candidates: [] };
    const read = {
      ...row,
      units: [
        { name: '司法局', role: 'lead', match: { ...match, kind: 'chosen' } },
        { name: '区司法局', role: 'support', match: { ...match, kind: 'exact' } },
        {
          name: '各相关单位',
          role: 'responsible',
          match: { ...match, kind: 'chosen', unit: null, groupId: 'g', unitIds: [unit.id] },
        },
      ],
    } as unknown as ImportRow;
    expect(inputOf(read).units).toEqual([
      { name: '司法局', role: 'lead', unitId: unit.id },
      { name: '区司法局', role: 'support' },
      { name: '各相关单位', role: 'responsible', groupId: 'g', chosenUnitIds: [unit.id] },
    ]);
  });
});
