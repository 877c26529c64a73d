import { expect, it } from 'vitest';
import { QUESTION } from '../cases.fixtures.ts';
import { checkSubmission } from './check-submission.ts';

const NOBODY = {
  kind: 'person' as const,
  name: null,
  phone: null,
  email: null,
  address: null,
  identityNumber: null,
  contactPerson: null,
  needsHelp: null,
};

function phone(given: string) {
  const submission = { title: null, text: '请问怎样办理？', fields: {}, applicant: { ...NOBODY, phone: given } };
  const { taken, reasons } = checkSubmission(QUESTION, submission);
  return reasons.length > 0 ? reasons.map((reason) => reason.field) : taken.applicant?.phone;
}

it.each([
  ['１３８００１３８０００', '13800138000'],
  ['０２１－６０００００００', '021-60000000'],
  ['021—60000000', '021-60000000'],
  ['021——60000000', '021-60000000'],
  ['（０２１）６０００　００００', '(021)6000 0000'],
  ['138 0013 8000 转 2', '138 0013 8000 转 2'],
  ['＋86 138-0013-8000', '+86 138-0013-8000'],
  ['6000000', '6000000'],
])('takes the telephone number %s as people type it', (given, kept) => {
  expect(phone(given)).toBe(kept);
});

it('takes thirty characters and no more', () => {
  expect(phone('1'.repeat(30))).toBe('1'.repeat(30));
  expect(phone('1'.repeat(31))).toEqual(['applicant.phone']);
});

it.each(['一三九', '600000', '转转转转转转转', '13800138000打不通'])('asks again for %s', (given) => {
  expect(phone(given)).toEqual(['applicant.phone']);
});

it('takes out what would turn the reading of all that follows', () => {
  const given = {
    title: '请问\u202e？理办样怎',
    text: '怎样办理\u2067许可？',
    fields: {},
    applicant: { ...NOBODY, name: '张\u202d三' },
  };
  const { taken } = checkSubmission({ form: { ...QUESTION.form, title: 'optional' } }, given);
  expect([taken.title, taken.text, taken.applicant?.name]).toEqual(['请问？理办样怎', '怎样办理许可？', '张三']);
});
