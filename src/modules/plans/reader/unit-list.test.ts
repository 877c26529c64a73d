import { describe, expect, test } from 'vitest';
import type { UnitRole } from './plan-reading.ts';
import { readUnits } from './unit-list.ts';
import { unitVocabulary } from './unit-vocabulary.ts';

const SHORT: Readonly<Record<UnitRole, string>> = { lead: '牵头', support: '配合', responsible: '责任' };

function read(
  cell: string,
  more: { known?: string[]; wrapped?: boolean; lineWidth?: number; columnRole?: UnitRole } = {},
) {
  const { units, doubts } = readUnits(cell, {
    vocabulary: unitVocabulary(more.known ?? []),
    wrapped: more.wrapped ?? false,
    lineWidth: more.lineWidth ?? 0,
    columnRole: more.columnRole ?? 'responsible',
  });
  return { units: units.map((unit) => `${unit.name} ${SHORT[unit.role]}`), doubts };
}

describe('separators', () => {
  test.each([
    ['区府办、区教育局，区民政局；区财政局', ['区府办 责任', '区教育局 责任', '区民政局 责任', '区财政局 责任']],
    ['区府办,区教育局;区民政局/区财政局', ['区府办 责任', '区教育局 责任', '区民政局 责任', '区财政局 责任']],
    ['区府办 区教育局', ['区府办 责任', '区教育局 责任']],
    ['区府办\n区教育局', ['区府办 责任', '区教育局 责任']],
    ['区府办、\n区教育局', ['区府办 责任', '区教育局 责任']],
    ['区府办和区教育局', ['区府办 责任', '区教育局 责任']],
    ['各街镇及相关单位', ['各街镇 责任', '相关单位 责任']],
    ['区府办。', ['区府办 责任']],
  ])('%j', (cell, units) => expect(read(cell).units).toEqual(units));
});

describe('names that hold a separator or a joining word', () => {
  test.each([
    [
      '区市场监管局（区知识产权局、区食药安办）、区府办',
      ['区市场监管局（区知识产权局、区食药安办） 责任', '区府办 责任'],
    ],
    ['市、区行政复议主管部门', ['市、区行政复议主管部门 责任']],
    ['区政府各委、办、局，各街道办事处、镇政府', ['区政府各委、办、局 责任', '各街道办事处 责任', '镇政府 责任']],
    ['区人力资源和社会保障局、区卫生和计划生育委员会', ['区人力资源和社会保障局 责任', '区卫生和计划生育委员会 责任']],
    ['区推进办、区委组织部', ['区推进办 责任', '区委组织部 责任']],
    ['26个试点领域涉及的单位', ['26个试点领域涉及的单位 责任']],
    ['重大行政决策涉及部门', ['重大行政决策涉及部门 责任']],
    ['各牵头部门、各责任单位', ['各牵头部门 责任', '各责任单位 责任']],
  ])('%s', (cell, units) => expect(read(cell)).toEqual({ units, doubts: [] }));
});

describe('roles', () => {
  test.each([
    ['区府办牵头，各相关单位配合', ['区府办 牵头', '各相关单位 配合']],
    ['区府办、区司法局牵头，区教育局、各街镇配合', ['区府办 牵头', '区司法局 牵头', '区教育局 配合', '各街镇 配合']],
    ['区发改委、区商务委等单位分别牵头，各相关单位配合', ['区发改委 牵头', '区商务委 牵头', '各相关单位 配合']],
    ['区审计局牵头，各相关单位负责公开', ['区审计局 牵头', '各相关单位 责任']],
    ['区府办牵头，重大行政决策涉及部门负责落实', ['区府办 牵头', '重大行政决策涉及部门 责任']],
    ['区经委牵头,区科委、区税务局等部门配合;各街镇', ['区经委 牵头', '区科委 配合', '区税务局 配合', '各街镇 责任']],
    ['文件起草单位负责,区大数据中心配合', ['文件起草单位 责任', '区大数据中心 配合']],
    ['*区府办、*区新闻办；各街镇、园区', ['区府办 牵头', '区新闻办 牵头', '各街镇 责任', '园区 责任']],
    ['*区府办 区融媒体中心', ['区府办 牵头', '区融媒体中心 责任']],
    ['＊区府办\n区融媒体中心', ['区府办 牵头', '区融媒体中心 责任']],
    ['★区府办、区教育局', ['区府办 牵头', '区教育局 责任']],
    ['区府办*、区教育局', ['区府办 牵头', '区教育局 责任']],
    ['区府办（牵头）、区教育局', ['区府办 牵头', '区教育局 责任']],
    ['区府办(牵头单位)、区教育局（配合）', ['区府办 牵头', '区教育局 配合']],
    ['牵头单位：区府办\n配合单位：区教育局、区民政局', ['区府办 牵头', '区教育局 配合', '区民政局 配合']],
    ['牵头：区府办；配合：区教育局、区民政局', ['区府办 牵头', '区教育局 配合', '区民政局 配合']],
    ['责任单位：区府办；协办单位：各街镇', ['区府办 责任', '各街镇 配合']],
    ['由区府办牵头负责，各街镇协同推进', ['区府办 牵头', '各街镇 配合']],
    ['区府办、各街镇（按职责分工负责）', ['区府办 责任', '各街镇 责任']],
    ['区府办牵头 各单位按职责分工负责', ['区府办 牵头', '各单位 责任']],
  ])('%j', (cell, units) => expect(read(cell).units).toEqual(units));

  test('a column for leads says it for the cell', () => {
    expect(read('区府办、区教育局', { columnRole: 'lead' }).units).toEqual(['区府办 牵头', '区教育局 牵头']);
    expect(read('各街镇等单位', { columnRole: 'support' }).units).toEqual(['各街镇 配合']);
  });
});

describe('等', () => {
  test.each([
    '区教委、区民政局等',
    '区教委、区民政局等部门',
    '区教委、区民政局等有关单位',
    '区教委、区民政局等6个单位',
  ])('%s', (cell) => {
    expect(read(cell).units).toEqual(['区教委 责任', '区民政局 责任']);
  });
});

describe('line ends and blanks', () => {
  test('a wrapped line runs through a name', () => {
    const wrapped = { wrapped: true };
    expect(read('市住房城乡建\n设管理委、市财政局', wrapped)).toEqual({
      units: ['市住房城乡建设管理委 责任', '市财政局 责任'],
      doubts: [],
    });
    expect(read('各委办局、各相关\n单位', wrapped).units).toEqual(['各委办局 责任', '各相关单位 责任']);
    expect(read('区发展改革\n委', wrapped).units).toEqual(['区发展改革委 责任']);
  });
  test('names seen elsewhere decide', () => {
    expect(read('长征镇\n桃浦镇', { known: ['长征镇、桃浦镇'] })).toEqual({
      units: ['长征镇 责任', '桃浦镇 责任'],
      doubts: [],
    });
    const office = { known: ['区政府办公室、区教育局'], wrapped: true };
    expect(read('区政府\n办公室', office)).toEqual({ units: ['区政府办公室 责任'], doubts: [] });
  });
  test('spaced letters are one word', () => {
    expect(read('各区 政 府、市 政 府\n各部门', { wrapped: true, known: ['各区政府、市政府各部门'] }).units).toEqual([
      '各区政府 责任',
      '市政府各部门 责任',
    ]);
    expect(read('区 府 办').units).toEqual(['区府办 责任']);
    expect(read('区 府 办\n区 教 育 局').units).toEqual(['区府办 责任', '区教育局 责任']);
  });
  test('a full line is wrapped, a short one ends a name', () => {
    const printed = { wrapped: true, lineWidth: 6 };
    expect(read('园区、区人力资\n源社会保障局', printed).units).toEqual(['园区 责任', '区人力资源社会保障局 责任']);
    expect(read('区政府办公室\n区委组织部', { ...printed, lineWidth: 9 }).units).toEqual([
      '区政府办公室 责任',
      '区委组织部 责任',
    ]);
    expect(read('区政府\n各部门落实', { wrapped: true, known: ['区政府各部门、各街镇'] }).units).toEqual([
      '区政府各部门 责任',
    ]);
  });
  test('what could be either is said aloud', () => {
    expect(read('长征镇 桃浦镇').doubts).toHaveLength(1);
  });
});
