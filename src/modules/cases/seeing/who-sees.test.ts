import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Role } from '../../../kernel/roles.ts';
import { namedPeople } from './named-people.ts';
import { type Holder, standAside } from './stand-aside.ts';
import { type Circle, isShutOut } from './who-sees.ts';

const OFFICE = 'office';
const UNIT = 'unit';
const person = (personId: string, ...grants: [Role, string][]): Actor => ({
  type: 'person',
  personId,
  name: personId,
  grants: grants.map(([role, unitId]) => ({ role, unitId })),
});
const circle: Circle = {
  isNamedOnly: true,
  recusedIds: [],
  unitId: UNIT,
  againstUnitId: null,
  personId: null,
  waitingFor: [],
};

describe('a letter that only those named for it read', () => {
  it('is open to the office and the heads of its unit', () => {
    expect(isShutOut(person('a', ['supervisor', OFFICE]), circle)).toBe(false);
    expect(isShutOut(person('a', ['head', UNIT]), circle)).toBe(false);
    expect(isShutOut(person('a', ['deputyHead', UNIT]), circle)).toBe(false);
    expect(isShutOut(person('a', ['head', 'other']), circle)).toBe(true);
    for (const role of ['officer', 'handler', 'reviewer', 'auditor'] as const)
      expect(isShutOut(person('a', [role, UNIT]), circle), role).toBe(true);
  });

  it('is open to who works on it, and to a reviewer while his review is asked', () => {
    const handler = person('h', ['handler', UNIT]);
    expect(isShutOut(handler, { ...circle, personId: 'h' })).toBe(false);
    expect(isShutOut(handler, { ...circle, personId: 'x' })).toBe(true);
    const reviewer = person('r', ['reviewer', UNIT]);
    expect(isShutOut(reviewer, { ...circle, waitingFor: [`${UNIT}:reviewer`, `${UNIT}:head`] })).toBe(false);
    expect(isShutOut(reviewer, { ...circle, waitingFor: ['other:reviewer'] })).toBe(true);
  });

  it('is shut to whoever stands aside, whatever else he is; any other case too', () => {
    const all = { ...circle, recusedIds: ['a'], personId: 'a', waitingFor: [`${UNIT}:head`] };
    const actor = person('a', ['supervisor', OFFICE], ['head', UNIT]);
    expect(isShutOut(actor, all)).toBe(true);
    expect(isShutOut(actor, { ...all, isNamedOnly: false })).toBe(true);
    expect(isShutOut({ type: 'system' }, all)).toBe(false);
  });

  it('is shut to whoever belongs to the unit of which it complains, whatever else he is (FOI-8)', () => {
    const against = { ...circle, unitId: OFFICE, againstUnitId: UNIT, personId: 'a' };
    for (const role of ['supervisor', 'head', 'officer', 'auditor'] as const)
      expect(isShutOut(person('a', [role, UNIT], ['supervisor', OFFICE]), against), role).toBe(true);
    expect(isShutOut(person('a', ['officer', OFFICE]), against)).toBe(false);
    expect(isShutOut(person('b', ['officer', OFFICE]), against)).toBe(true);
    expect(isShutOut(person('b', ['supervisor', OFFICE]), against)).toBe(false);
  });
});

describe('who is named in the words of a letter', () => {
  const people = ['李明', '欧阳小红', '阿依古丽·买买提', 'Li Na', '王'].map((name) => ({ name }));
  const names = (...words: string[]) => namedPeople(words, people).map(({ name }) => name);

  it('is found through blanks, dots and letters of any width, in any of its parts', () => {
    expect(names('窗口的李 明态度不好')).toEqual(['李明']);
    expect(names('', '欧 阳 小 红')).toEqual(['欧阳小红']);
    expect(names('阿依古丽 买买提同志')).toEqual(['阿依古丽·买买提']);
    expect(names('ｌｉ ｎａ')).toEqual(['Li Na']);
    expect(names('李', '明')).toEqual([]);
    expect(names('王老师')).toEqual([]);
  });
});

describe('standing aside before anybody has read it', () => {
  const holder = (name: string, role: Role, unitId: string): Holder => ({ personId: name, name, role, unitId });
  const staff = [
    holder('周宁', 'supervisor', OFFICE),
    holder('陈林', 'supervisor', OFFICE),
    holder('王芳', 'head', UNIT),
    holder('郑浩', 'deputyHead', UNIT),
    holder('李明', 'officer', UNIT),
  ];
  const wanted = { unitId: UNIT, officeId: OFFICE };
  const names = (text: string, holders: readonly Holder[] = staff) => {
    const { unitId, people } = standAside([text], holders, wanted);
    return [unitId, ...people.map(({ name }) => name)];
  };

  it('concerns whoever is named; the unit keeps it while a head is left', () => {
    expect(names('食堂的事')).toEqual([UNIT]);
    expect(names('李明推诿')).toEqual([UNIT, '李明']);
    expect(names('王芳推诿')).toEqual([UNIT, '王芳']);
    expect(names('王芳、郑浩推诿')).toEqual([OFFICE, '王芳', '郑浩']);
    expect(names('周宁推诿')).toEqual([UNIT, '周宁']);
  });

  it('never leaves a letter that nobody of the office could open', () => {
    expect(names('周宁、陈林和李明推诿')).toEqual([UNIT, '李明']);
  });

  it('goes to the office from a unit without a head', () => {
    expect(names('食堂的事', [holder('周宁', 'supervisor', OFFICE), holder('李明', 'officer', UNIT)])).toEqual([
      OFFICE,
    ]);
  });
});
