import { DEMO_UNITS, type DemoUnit, OFFICE_CODE } from './units.ts';

export type DemoRole =
  | 'supervisor'
  | 'officer'
  | 'handler'
  | 'reviewer'
  | 'deputyHead'
  | 'head'
  | 'evaluator'
  | 'auditor'
  | 'administrator';

/** Every person is invented: surnames and given names are put together by position, whatever name comes out belongs to nobody. */
export interface DemoPerson {
  /** Also the name before @ of the mail address. */
  readonly account: string;
  readonly name: string;
  readonly unitCode: string;
  readonly position: string;
  readonly role: DemoRole;
  /** Index into the unit's sections; for handlers and officers. */
  readonly section: number | null;
  readonly phone: string;
  /** Can sign in with the demonstration password. */
  readonly signsIn: boolean;
}

export const DEMO_PASSWORD = 'Mingchuang-2026';
export const MAIL_DOMAIN = 'minghu.example';
/** The evaluator joins at the end of the story: once entered, the demonstration is whole. */
export const LAST_ACCOUNT = 'evaluator';

const SURNAMES = '沈陆顾许方程苏林叶唐秦薛江邵贺温乔俞康简庄卢潘葛丁夏邹穆柏冯';
const GIVEN_NAMES = (
  '知远 书宁 景澄 若溪 文博 晓岚 思齐 嘉禾 明睿 雨桐 承志 静怡 立群 芷若 建川 慧敏 修远 婉清 德昭 诗涵 ' +
  '浩然 月华 子衡 采薇 志恒 佩兰 家栋 秋实 俊德 素心 广田 念慈 向阳 春晖 世安 梦洁 国彦 雅琴 泽宇 丽娜'
).split(' ');

const HEADS: Readonly<Record<DemoUnit['kind'], readonly [head: string, deputy: string]>> = {
  government: ['区长', '副区长'],
  department: ['局长', '副局长'],
  street: ['办事处主任', '办事处副主任'],
  town: ['镇长', '副镇长'],
  park: ['主任', '副主任'],
  institution: ['主任', '副主任'],
  enterprise: ['董事长', '副总经理'],
};

/** People of the supervising office and those with a role over the whole district. */
const NAMED: readonly DemoPerson[] = [
  named('office', '沈砚秋', OFFICE_CODE, '政务公开科科长', 'supervisor', 0),
  named('office2', '陆思源', OFFICE_CODE, '政务公开科副科长', 'supervisor', 0),
  named('reviewer', '顾言蹊', OFFICE_CODE, '秘书科科长', 'reviewer', 1),
  named('evaluator', '许清和', OFFICE_CODE, '第三方评估机构项目负责人', 'evaluator', null),
  named('auditor', '方正宜', OFFICE_CODE, '安全审计员', 'auditor', null),
  named('admin', '程远帆', 'dashuju', '平台运行部主管', 'administrator', 0),
];

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...NAMED,
  ...DEMO_UNITS.filter((unit) => unit.kind !== 'government').flatMap(peopleOf),
];

/** Printed when the demonstration starts: one account for each way of looking at the program. */
export const SHOWN_ACCOUNTS: readonly { readonly account: string; readonly who: string }[] = [
  { account: 'office', who: '区政府办公室经办（主管部门）' },
  { account: 'officer.jiaoyu', who: '区教育局联络员' },
  { account: 'handler.jiaoyu', who: '区教育局科室经办人' },
  { account: 'officer.hubin', who: '湖滨街道联络员' },
  { account: 'deputy.jiaoyu', who: '区教育局分管领导' },
  { account: 'head.jiaoyu', who: '区教育局主要领导' },
  { account: 'evaluator', who: '第三方评估人员' },
  { account: 'auditor', who: '安全审计员' },
  { account: 'admin', who: '系统管理员' },
];

function peopleOf(unit: DemoUnit, place: number): DemoPerson[] {
  const [head, deputy] = titles(unit);
  const base = place * 4;
  const phone = (seat: number) => String(6000 + place * 10 + seat);
  const person = (seat: number, role: DemoRole, position: string, section: number | null): DemoPerson => ({
    account: `${role === 'deputyHead' ? 'deputy' : role}.${unit.code}`,
    name: inventedName(base + seat),
    unitCode: unit.code,
    position,
    role,
    section,
    phone: phone(seat),
    signsIn: true,
  });
  const people = [
    person(0, 'head', head, null),
    person(1, 'deputyHead', deputy, null),
    person(2, 'officer', `${unit.sections[0] ?? '办公室'}政务公开联络员`, unit.sections.length > 0 ? 0 : null),
  ];
  const second = unit.sections[1];
  if (second) people.push(person(3, 'handler', `${second}经办人`, 1));
  return people;
}

function titles(unit: DemoUnit): readonly [string, string] {
  const [head, deputy] = HEADS[unit.kind];
  if (unit.shortName.endsWith('馆')) return ['馆长', '副馆长'];
  if (unit.shortName.endsWith('大队')) return ['大队长', '副大队长'];
  if (unit.shortName.endsWith('部')) return ['部长', '副部长'];
  if (unit.kind === 'department' && /办(公室)?$/.test(unit.shortName)) return ['主任', '副主任'];
  return [head, deputy];
}

/** Steps through both lists at different speeds, so that neighbours share neither surname nor given name. */
function inventedName(place: number): string {
  const surname = SURNAMES[(place * 7) % SURNAMES.length];
  const given = GIVEN_NAMES[(place * 11 + Math.floor(place / GIVEN_NAMES.length)) % GIVEN_NAMES.length];
  return `${surname}${given}`;
}

function named(
  account: string,
  name: string,
  unitCode: string,
  position: string,
  role: DemoRole,
  section: number | null,
): DemoPerson {
  return { account, name, unitCode, position, role, section, phone: '6001', signsIn: true };
}
