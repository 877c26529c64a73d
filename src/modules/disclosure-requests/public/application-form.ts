import type { Reason } from '../../../kernel/app-error.ts';
import { checkSubmission } from '../../cases/index.ts';
import { isCreditCode, isIdentityNumber, looksLikeCreditCode } from '../../redaction/index.ts';
import {
  APPLICANT_CATEGORIES,
  type ApplicantCategory,
  WANTED_FORMS,
  type WantedForm,
  type WantedWay,
} from '../request-words.ts';
import { disclosureRequest } from '../requests/request.kind.ts';
import type { ApplyInput } from '../requests/requests.contract.ts';

/** What the portal offers; a fax has no number in its form. */
export const OFFERED_WAYS = ['online', 'email', 'mail', 'pickup'] as const satisfies readonly WantedWay[];

/** Which number proves who asks. */
export const IDENTITY_KINDS = ['resident', 'credit', 'other'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];
export const IDENTITY_KIND_LABELS: Readonly<Record<IdentityKind, string>> = {
  resident: '居民身份证',
  credit: '统一社会信用代码',
  other: '其他有效证件',
};

/** Characters that the fields of the form take. */
export const MOST = {
  title: 100,
  text: 5000,
  documentNumber: 60,
  contactPerson: 40,
  needsHelp: 200,
  name: 60,
  phone: 30,
  email: 120,
  address: 200,
  identityNumber: 30,
} as const;

/** As the fields come on the page. */
const ORDER = [
  'unitId',
  'title',
  'documentNumber',
  'text',
  'category',
  'applicant.name',
  'identityKind',
  'applicant.identityNumber',
  'contactPerson',
  'applicant.phone',
  'applicant.email',
  'applicant.address',
  'wantedForm',
  'wantedWay',
  'needsHelp',
];

type Typed = Readonly<Record<string, string>>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const FALLBACK = { category: 'natural', wantedForm: 'electronic', wantedWay: 'online' } as const;

/**
 * What an applicant typed, as an application by regulation art 29, with everything that is wrong with it at once. A purpose is never asked.
 * @returns `input` stands for use only when there are no reasons
 */
export function readApplication(typed: Typed): { readonly input: ApplyInput; readonly reasons: readonly Reason[] } {
  const of = (name: string) => (typed[name] ?? '').trim();
  const category = among(APPLICANT_CATEGORIES, of('category'));
  const wantedForm = among(WANTED_FORMS, of('wantedForm'));
  const wantedWay = among(OFFERED_WAYS, of('wantedWay'));
  const identityKind = among(IDENTITY_KINDS, of('identityKind'));
  const identityNumber = plainNumber(of('applicant.identityNumber'));
  const applicant = {
    name: of('applicant.name'),
    phone: of('applicant.phone'),
    email: of('applicant.email'),
    address: of('applicant.address'),
    identityNumber,
  };
  const input: ApplyInput = {
    title: of('title'),
    text: of('text'),
    unitId: UUID.test(of('unitId')) ? of('unitId') : null,
    category: category ?? FALLBACK.category,
    wantedForm: wantedForm ?? FALLBACK.wantedForm,
    wantedWay: wantedWay ?? FALLBACK.wantedWay,
    documentNumber: of('documentNumber'),
    contactPerson: of('contactPerson'),
    needsHelp: of('needsHelp'),
    applicant,
  };
  const reasons = [
    ...(category ? [] : [fault('category', '请选择申请人类别')]),
    ...tooLong(typed),
    ...identityReasons(category, identityKind, identityNumber),
    ...contactReasons(category, input),
    ...(of('unitId') !== '' && input.unitId === null ? [fault('unitId', '请重新选择机关')] : []),
    ...(of('title') === '' ? [fault('title', '请填写所需政府信息的名称，不知道准确名称的，用一句话概括')] : []),
    ...([...of('text')].length < 4 ? [fault('text', '请写明所需政府信息的内容、特征，至少 4 个字')] : []),
    ...wantedReasons(wantedForm, wantedWay, applicant),
    ...shapeReasons(input),
  ];
  return { input, reasons: inOrder(firstOfEach(reasons)) };
}

function identityReasons(category: ApplicantCategory | null, kind: IdentityKind | null, number: string): Reason[] {
  const field = 'applicant.identityNumber';
  if (kind === null) return [fault('identityKind', '请选择证件种类')];
  if (category === 'natural' && kind === 'credit')
    return [fault('identityKind', '自然人请选择居民身份证或者其他有效证件')];
  if (category !== null && category !== 'natural' && kind === 'resident')
    return [fault('identityKind', '法人或者其他组织请选择统一社会信用代码或者其他有效证件')];
  if (number === '') return [fault(field, '请填写证件号码')];
  if (kind === 'resident' && !isIdentityNumber(number))
    return [fault(field, '居民身份证号码不对，请核对 18 位号码，最后一位可以是 X')];
  // Codes of the first years fail the check and are valid all the same.
  if (kind === 'credit' && !isCreditCode(number) && !looksLikeCreditCode(number))
    return [fault(field, '统一社会信用代码不对，请核对 18 位代码')];
  return [];
}

function contactReasons(category: ApplicantCategory | null, { contactPerson, applicant }: ApplyInput): Reason[] {
  const isOrganisation = category !== null && category !== 'natural';
  return [
    ...(applicant.name ? [] : [fault('applicant.name', `请填写申请人${isOrganisation ? '名称' : '姓名'}`)]),
    ...(isOrganisation && !contactPerson ? [fault('contactPerson', '法人或者其他组织请填写联系人')] : []),
  ];
}

/** Paper cannot come by the net, and what is looked at is looked at in a place. */
function wantedReasons(
  form: WantedForm | null,
  way: (typeof OFFERED_WAYS)[number] | null,
  { email, address }: ApplyInput['applicant'],
): Reason[] {
  const isByNet = way === 'online' || way === 'email';
  return [
    ...(form ? [] : [fault('wantedForm', '请选择信息的形式')]),
    ...(way ? [] : [fault('wantedWay', '请选择获取信息的方式')]),
    ...(form === 'paper' && isByNet ? [fault('wantedWay', '纸质的信息请选择邮寄或者当面领取')] : []),
    ...(form === 'inspection' && way !== null && way !== 'pickup'
      ? [fault('wantedWay', '当场查阅、抄录的，请选择当面领取')]
      : []),
    ...(way === 'email' && !email ? [fault('applicant.email', '选择电子邮件的，请填写电子邮箱')] : []),
    ...(way === 'mail' && !address ? [fault('applicant.address', '选择邮寄的，请填写联系地址')] : []),
  ];
}

/** Shapes of telephone and mail as every form of the site has them. */
function shapeReasons({ title = null, text, applicant, contactPerson = null, needsHelp = null }: ApplyInput): Reason[] {
  const { name = null, phone = null, email = null, address = null, identityNumber = null } = applicant;
  const given = { kind: 'person' as const, name, phone, email, address, identityNumber, contactPerson, needsHelp };
  return [...checkSubmission(disclosureRequest, { title, text, fields: {}, applicant: given }).reasons];
}

function tooLong(typed: Typed): Reason[] {
  return Object.entries(MOST).flatMap(([name, most]) => {
    const field = ['name', 'phone', 'email', 'address', 'identityNumber'].includes(name) ? `applicant.${name}` : name;
    const length = (typed[field] ?? '').trim().length;
    return length > most ? [fault(field, `最多 ${most} 个字，现在有 ${length} 个字`)] : [];
  });
}

/** Letters and digits as the checks know them, however a keyboard gave them. */
function plainNumber(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

function among<T extends string>(words: readonly T[], word: string): T | null {
  return words.find((one) => one === word) ?? null;
}

function fault(field: string, message: string): Reason {
  return { field, message };
}

function firstOfEach(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(({ field }, at) => reasons.findIndex((other) => other.field === field) === at);
}

/** Whoever mends one after the other goes down the page once. */
function inOrder(reasons: readonly Reason[]): Reason[] {
  return reasons.toSorted((one, other) => ORDER.indexOf(one.field) - ORDER.indexOf(other.field));
}
