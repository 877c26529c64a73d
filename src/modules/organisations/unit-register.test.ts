import { describe, expect, it } from 'vitest';
import { pinyinInitials } from './pinyin-initials.ts';
import type { UnitGroup, UnitKind } from './unit.ts';
import { type NameMatch, UnitRegister } from './unit-register.ts';

const units = [
  unit('澄川市人民政府', '市政府', 'government'),
  unit('明湖区人民政府', '区政府', 'government'),
  unit('明湖区人民政府办公室', '区政府办公室', 'department', { isOffice: true }),
  unit('明湖区发展和改革委员会', '区发展改革委', 'department'),
  unit('明湖区教育局', '区教育局', 'department'),
  unit('明湖区科学技术委员会', '区科委', 'department'),
  unit('明湖区市场监督管理局', '区市场监管局', 'department'),
  unit('明湖区卫生健康委员会', '区卫生健康委', 'department'),
  unit('明湖区人力资源和社会保障局', '区人力资源社会保障局', 'department'),
  unit('明湖区规划和自然资源局', '区规划资源局', 'department'),
  unit('明湖区住房保障和房屋管理局', '区住房保障房屋管理局', 'department'),
  unit('明湖区建设和管理委员会', '区建设管理委', 'department'),
  unit('明湖区文化和旅游局', '区文化旅游局', 'department'),
  unit('明湖区绿化和市容管理局', '区绿化市容局', 'department'),
  unit('明湖区国有资产监督管理委员会', '区国资委', 'department'),
  unit('明湖区城市管理行政执法局', '区城管执法局', 'department'),
  unit('明湖区应急管理局', '区应急局', 'department'),
  unit('明湖区退役军人事务局', '区退役军人局', 'department'),
  unit('明湖区民政局', '区民政局', 'department'),
  unit('澄川市公安局明湖分局', '公安明湖分局', 'department'),
  unit('国家税务总局明湖区税务局', '区税务局', 'department'),
  unit('中共明湖区委组织部', '区委组织部', 'department'),
  unit('明湖区机关事务管理局', '区机管局', 'department'),
  unit('明湖区投资促进办公室', '区投促办', 'department'),
  unit('明湖区经济委员会', '区经委', 'department', { exists: false }),
  unit('明湖区融媒体中心', '区融媒体中心', 'institution'),
  unit('明湖区行政服务中心', '区行政服务中心', 'institution', { aliases: ['区政务服务中心'] }),
  unit('临湖街道办事处', '临湖街道', 'street'),
  unit('东林街道办事处', '东林街道', 'street'),
  unit('柳溪镇人民政府', '柳溪镇', 'town'),
  unit('明湖科技园区管理委员会', '科技园区', 'park'),
];
const register = new UnitRegister(units, [
  group('各试点单位', 'list', { unitIds: ['柳溪镇', '临湖街道'] }),
  group('各成员单位', 'open'),
  group('两办', 'list', { unitIds: ['区政府办公室', '区机管局'], aliases: ['区两办'] }),
]);

describe('one unit under its many names', () => {
  it.each([
    ['区政府办公室', '区政府办公室', 'exact'],
    ['明湖区人民政府办公室', '区政府办公室', 'exact'],
    ['区府办', '区政府办公室', 'normalised'],
    ['区政府办', '区政府办公室', 'normalised'],
    ['区人民政府办公室', '区政府办公室', 'normalised'],
    ['明湖区政府办公室', '区政府办公室', 'normalised'],
    ['澄川市明湖区人民政府办公室', '区政府办公室', 'normalised'],
    ['区府办（区政务公开办）', '区政府办公室', 'normalised'],
    ['*区 政府办公室', '区政府办公室', 'exact'],
    ['区发改委', '区发展改革委', 'normalised'],
    ['发改委', '区发展改革委', 'normalised'],
    ['区发展和改革委员会', '区发展改革委', 'normalised'],
    ['区市场监督管理局', '区市场监管局', 'normalised'],
    ['市场监管局', '区市场监管局', 'normalised'],
    ['区科技委', '区科委', 'normalised'],
    ['区卫健委', '区卫生健康委', 'normalised'],
    ['区人社局', '区人力资源社会保障局', 'normalised'],
    ['区规资局', '区规划资源局', 'normalised'],
    ['区房管局', '区住房保障房屋管理局', 'normalised'],
    ['区建管委', '区建设管理委', 'normalised'],
    ['区文旅局', '区文化旅游局', 'normalised'],
    ['区绿化市容管理局', '区绿化市容局', 'normalised'],
    ['区国有资产监督管理委员会', '区国资委', 'normalised'],
    ['区城管局', '区城管执法局', 'doubt'],
    ['区应急管理局', '区应急局', 'normalised'],
    ['区退役军人事务局', '区退役军人局', 'normalised'],
    ['区公安分局', '公安明湖分局', 'normalised'],
    ['公安明湖分局', '公安明湖分局', 'exact'],
    ['区税务局', '区税务局', 'exact'],
    ['组织部', '区委组织部', 'normalised'],
    ['区民政局等部门', '区民政局', 'exact'],
    ['区机关事务管理局', '区机管局', 'normalised'],
    ['区投资促进办', '区投促办', 'normalised'],
    ['区政务服务中心', '区行政服务中心', 'alias'],
    ['区教委', '区教育局', 'doubt'],
    ['区融媒体', '区融媒体中心', 'doubt'],
    ['市教育局', '区教育局', 'doubt'],
    ['临湖街道', '临湖街道', 'exact'],
    ['柳溪镇政府', '柳溪镇', 'normalised'],
    ['明湖区柳溪镇人民政府', '柳溪镇', 'normalised'],
    ['明湖科技园区管委会', '科技园区', 'normalised'],
    ['区经委', '区经委', 'doubt'],
  ])('%s is %s (%s)', (name, shortName, how) => {
    expect(summary(register.match(name))).toEqual([how, shortName]);
  });

  it('tells a city’s unit from the district’s, and a stranger from both', () => {
    expect(register.match('市教委').kind).not.toBe('unit');
    expect(register.match('苏州河水岸办').kind).toBe('none');
    expect(register.match('').kind).toBe('none');
  });

  it('never settles for a unit that was abolished', () => {
    expect(register.match('区经济委员会')).toMatchObject({
      kind: 'doubt',
      candidates: [{ unitId: '区经委', reason: expect.stringContaining('已撤销') }],
    });
  });

  it('leaves a name that fits two units to the person', () => {
    const second = unit('明湖区投资促进服务中心', '区投促中心', 'institution', { aliases: ['区投资促进办'] });
    const two = new UnitRegister([...units, second], []);
    expect(two.match('区投促办')).toMatchObject({ kind: 'unit', how: 'exact' });
    expect(two.match('区投资促进办公室（区招商办）')).toMatchObject({
      kind: 'doubt',
      candidates: [{ unitId: '区投促办' }, { unitId: '区投促中心' }],
    });
  });

  it('matches every unit of the register with itself', () => {
    for (const one of units.filter((u) => u.exists)) {
      expect(register.match(one.name)).toEqual({ kind: 'unit', unitId: one.id, how: 'exact' });
      expect(register.match(one.shortName)).toEqual({ kind: 'unit', unitId: one.id, how: 'exact' });
    }
  });
});

describe('groups', () => {
  const kindsOf = (name: string) => {
    const found = register.expandGroup(name);
    return found && [...new Set(found.unitIds.map((id) => units.find((u) => u.id === id)?.kind))].sort();
  };

  it.each([
    ['各街镇', ['street', 'town']],
    ['各街道（镇）', ['street', 'town']],
    ['各街道、镇', ['street', 'town']],
    ['各镇、街道', ['street', 'town']],
    ['各街道办事处', ['street']],
    ['各镇人民政府', ['town']],
    ['园区', ['park']],
    ['各园区', ['park']],
    ['各街镇、园区', ['park', 'street', 'town']],
    ['各委办局', ['department']],
    ['各委、办、局', ['department']],
    ['区政府各部门', ['department']],
    ['区各部门', ['department']],
    ['各部门', ['department']],
    ['区属各单位', ['department', 'institution', 'park', 'street', 'town']],
    ['各单位', ['department', 'institution', 'park', 'street', 'town']],
    ['全体单位', ['department', 'institution', 'park', 'street', 'town']],
    ['各街镇，各委办局', ['department', 'street', 'town']],
    ['市政府各部门', []],
  ])('%s expands to %j', (name, kinds) => {
    expect(kindsOf(name)).toEqual(kinds);
    expect(register.match(name)).toMatchObject({ kind: 'group', open: false });
  });

  it.each([
    '各相关单位',
    '相关单位',
    '各有关单位',
    '有关行业主管部门',
    '相关市级部门',
    '文件起草单位',
    '重大行政决策涉及部门',
    '各规范性文件制定单位',
    '26个试点领域涉及的单位',
    '各公报发放单位',
    '各责任单位',
  ])('%s is open: the office chooses', (name) => {
    expect(register.match(name)).toMatchObject({ kind: 'group', open: true, unitIds: [] });
  });

  it('takes the register’s own groups before any rule', () => {
    expect(register.match('各试点单位')).toMatchObject({ kind: 'group', open: false, unitIds: ['临湖街道', '柳溪镇'] });
    expect(register.match('各成员单位')).toMatchObject({ kind: 'group', open: true });
    expect(register.match('区两办')).toMatchObject({ kind: 'group', name: '两办' });
  });

  it('leaves out units that no longer exist', () => {
    expect(register.expandGroup('各委办局')?.unitIds).not.toContain('区经委');
  });

  it.each(['区教育局', '临湖街道', '柳溪镇', '区文化旅游局', '区国资委', '区经济委员会'])('%s is no group', (name) => {
    expect(register.expandGroup(name)).toBeNull();
  });
});

it.each([
  ['区教育局', 'QJYJ'],
  ['临湖街道', 'LHJD'],
  ['12345热线办', '12345RXB'],
  ['卫生健康委', 'WSJKW'],
])('types %s as %s', (name, initials) => expect(pinyinInitials(name)).toBe(initials));

function summary(match: NameMatch): readonly [string, string | undefined] {
  if (match.kind === 'unit') return [match.how, match.unitId];
  if (match.kind === 'doubt') return ['doubt', match.candidates[0]?.unitId];
  return [match.kind, undefined];
}

function unit(
  name: string,
  shortName: string,
  kind: UnitKind,
  more: { isOffice?: boolean; exists?: boolean; aliases?: string[] } = {},
) {
  return { id: shortName, name, shortName, kind, isOffice: false, exists: true, aliases: [] as string[], ...more };
}

function group(
  name: string,
  rule: UnitGroup['rule'],
  more: { unitIds?: string[]; aliases?: string[] } = {},
): UnitGroup {
  return { id: name, name, rule, kinds: [], unitIds: [], aliases: [], note: null, version: 1, ...more };
}
