import { describe, expect, it } from 'vitest';
import { MOST, readApplication } from './application-form.ts';

const PERSON = {
  category: 'natural',
  'applicant.name': '陈晓东',
  identityKind: 'resident',
  'applicant.identityNumber': '11010519491231002X',
  'applicant.phone': '13900000000',
  title: '2025年学区划分方案',
  text: '申请公开2025年学区划分方案及论证材料。',
  wantedForm: 'electronic',
  wantedWay: 'online',
};
const COMPANY = {
  ...PERSON,
  category: 'company',
  'applicant.name': '明湖贸易有限公司',
  identityKind: 'credit',
  'applicant.identityNumber': '91350100M000100Y43',
  contactPerson: '林静',
};
const faults = (typed: Record<string, string>) => readApplication(typed).reasons.map(({ field }) => field);

describe('an application (art 29)', () => {
  it('is whole with who asks, what for and how to supply it, and no purpose', () => {
    const { input, reasons } = readApplication({ ...PERSON, purpose: '科研' });
    expect(reasons).toEqual([]);
    expect(input).toMatchObject({
      category: 'natural',
      title: '2025年学区划分方案',
      wantedWay: 'online',
      unitId: null,
    });
    expect(JSON.stringify(input)).not.toContain('科研');
    expect(faults(COMPANY)).toEqual([]);
  });

  it('tells everything that is missing at once', () => {
    expect(new Set(faults({}))).toEqual(
      new Set([
        'category',
        'identityKind',
        'applicant.name',
        'applicant.identityNumber',
        'applicant.phone',
        'title',
        'text',
        'wantedForm',
        'wantedWay',
      ]),
    );
    expect(faults({}).length).toBe(new Set(faults({})).size);
  });

  it('tells them in the order of the page', () => {
    expect(faults({})).toEqual([
      'title',
      'text',
      'category',
      'applicant.name',
      'identityKind',
      'applicant.identityNumber',
      'applicant.phone',
      'wantedForm',
      'wantedWay',
    ]);
  });

  it('says what is wrong with telephone and mail beside all the rest', () => {
    expect(faults({ ...PERSON, 'applicant.phone': '不是号码', 'applicant.email': 'a@b', title: '' })).toEqual([
      'title',
      'applicant.phone',
      'applicant.email',
    ]);
  });
});

describe('the number that proves who asks', () => {
  const withNumber = (of: Record<string, string>, number: string) =>
    faults({ ...of, 'applicant.identityNumber': number });

  it('is taken as a keyboard gives it', () => {
    expect(withNumber(PERSON, '１１０１０５ 19491231 002x')).toEqual([]);
    expect(
      readApplication({ ...PERSON, 'applicant.identityNumber': '110105 19491231 002x' }).input.applicant,
    ).toMatchObject({
      identityNumber: '11010519491231002X',
    });
    expect(withNumber(COMPANY, '9135 0100 m000 100y 43')).toEqual([]);
  });

  it.each(['110105194912310021', '1101051949123100', '110105491231002', '91350100M000100Y43', 'E12345678'])(
    'is no identity card when it is %s',
    (number) => {
      expect(withNumber(PERSON, number)).toEqual(['applicant.identityNumber']);
    },
  );

  it('of an organisation is its credit code, of a foreigner his passport', () => {
    expect(withNumber(COMPANY, '913501000000100743')).toEqual(['applicant.identityNumber']);
    expect(faults({ ...PERSON, identityKind: 'other', 'applicant.identityNumber': 'E12345678' })).toEqual([]);
    expect(faults({ ...PERSON, identityKind: 'other', 'applicant.identityNumber': '护照' })).toEqual([
      'applicant.identityNumber',
    ]);
  });

  it('fits who asks', () => {
    expect(faults({ ...PERSON, identityKind: 'credit' })).toEqual(['identityKind']);
    expect(faults({ ...COMPANY, identityKind: 'resident' })).toEqual(['identityKind']);
    expect(faults({ ...PERSON, identityKind: 'none' })).toEqual(['identityKind']);
  });
});

describe('an organisation', () => {
  it.each(['company', 'research', 'charity', 'legal', 'other'])('%s names whom to call', (category) => {
    expect(faults({ ...COMPANY, category, contactPerson: '' })).toEqual(['contactPerson']);
  });
});

describe('how it is supplied', () => {
  it.each([
    ['paper', 'online', 'wantedWay'],
    ['paper', 'email', 'wantedWay'],
    ['inspection', 'mail', 'wantedWay'],
    ['electronic', 'email', 'applicant.email'],
    ['paper', 'mail', 'applicant.address'],
    ['electronic', 'fax', 'wantedWay'],
  ])('%s by %s lacks %s', (wantedForm, wantedWay, field) => {
    expect(faults({ ...PERSON, wantedForm, wantedWay })).toContain(field);
  });

  it.each([
    ['paper', 'mail'],
    ['paper', 'pickup'],
    ['electronic', 'email'],
    ['electronic', 'mail'],
    ['inspection', 'pickup'],
  ])('%s by %s is possible', (wantedForm, wantedWay) => {
    const reached = { 'applicant.email': 'chen@example.cn', 'applicant.address': '明湖路2号' };
    expect(faults({ ...PERSON, ...reached, wantedForm, wantedWay })).toEqual([]);
  });
});

describe('lengths and choices from outside', () => {
  it('takes exactly as much as the form says', () => {
    for (const field of ['title', 'text', 'documentNumber', 'needsHelp'] as const) {
      expect(faults({ ...PERSON, [field]: '字'.repeat(MOST[field]) })).toEqual([]);
      expect(faults({ ...PERSON, [field]: '字'.repeat(MOST[field] + 1) })).toEqual([field]);
    }
    expect(faults({ ...PERSON, 'applicant.address': '字'.repeat(MOST.address + 1) })).toEqual(['applicant.address']);
  });

  it('asks again for an agency that is none', () => {
    expect(faults({ ...PERSON, unitId: 'abc' })).toEqual(['unitId']);
    expect(faults({ ...PERSON, unitId: "' or 1=1" })).toEqual(['unitId']);
  });
});
