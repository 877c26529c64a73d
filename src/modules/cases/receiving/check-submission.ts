import type { Reason } from '../../../kernel/app-error.ts';
import { APPLICANT_FIELD_LABELS, APPLICANT_FIELDS, type ApplicantField, type ApplicantKind } from '../case-words.ts';
import type { CaseField, CaseKind } from '../kinds/case-kind.ts';
import { isWebAddress } from './web-address.ts';

export interface Submission {
  readonly title: string | null;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly applicant: SubmittedApplicant | null;
}

export interface SubmittedApplicant extends Readonly<Record<ApplicantField, string | null>> {
  readonly kind: ApplicantKind;
}

export interface CheckedSubmission extends Submission {
  readonly title: string;
  /** Null: anonymous. */
  readonly applicant: SubmittedApplicant | null;
}

const SHORTEST_TEXT = 4;
/** Of what people write in our own forms, in characters; more is brought as a file. */
export const LONGEST_TEXT = 5000;
/** Of what somebody of the staff takes down from paper. */
export const LONGEST_REGISTERED = 10_000;
const TITLE_LENGTH = 30;
const FORMS: Readonly<Partial<Record<ApplicantField, readonly [RegExp, string]>>> = {
  phone: [/^(?=.*\d)[\d +()转-]{7,30}$/, '联系电话请填写数字，例如 13900000000、021-60000000 转 2'],
  email: [/^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/, '电子邮箱的格式不对，例如 name@example.cn'],
  identityNumber: [/^[0-9A-Za-z()-]{6,30}$/, '证件号码请填写数字和字母'],
};

/**
 * What a kind takes of a submission, and everything that is wrong with it at once. What the kind does not ask for is left out: nothing is
 * kept that nobody needs (PIPL art 6).
 */
export function checkSubmission(
  { form }: Pick<CaseKind, 'form'>,
  given: Submission,
): { readonly taken: CheckedSubmission; readonly reasons: readonly Reason[] } {
  const text = cleaned(given.text);
  const title = form.title === 'none' ? null : cleaned(given.title ?? '').replaceAll('\n', ' ') || null;
  const applicant = applicantOf(given.applicant, form.applicant);
  const fields = Object.fromEntries(
    form.fields.flatMap(({ code }) => {
      const value = cleaned(given.fields[code] ?? '');
      return value === '' ? [] : [[code, value]];
    }),
  );
  const reasons = [
    ...(text.length < SHORTEST_TEXT
      ? [{ field: 'text', message: `请写明您要反映或咨询的内容，至少 ${SHORTEST_TEXT} 个字` }]
      : []),
    ...(form.title === 'required' && title === null ? [{ field: 'title', message: '请填写标题' }] : []),
    ...form.fields.flatMap((field) => fieldReasons(field, fields[field.code])),
    ...applicantReasons(applicant, form),
  ];
  return { taken: { title: title ?? beginning(text), text, fields, applicant }, reasons };
}

/** @returns null when it is not too long */
export function lengthReason(field: string, text: string, most: number): Reason | null {
  const length = [...cleaned(text)].length;
  return length > most
    ? { field, message: `最多 ${most} 个字，现在是 ${length} 个字，请删去一些，或作为附件提交` }
    : null;
}

/** Neither halves of characters nor control characters, which no database and no screen can take, nor signs that turn the reading of all that follows. */
export function cleaned(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll('\r\n', '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
      .trim()
  );
}

function beginning(text: string): string {
  const line = [...text.replaceAll(/\s+/g, ' ')];
  return line.length > TITLE_LENGTH ? `${line.slice(0, TITLE_LENGTH).join('')}…` : line.join('');
}

function applicantOf(
  given: SubmittedApplicant | null,
  asked: CaseKind['form']['applicant'],
): SubmittedApplicant | null {
  if (!given) return null;
  const entries = APPLICANT_FIELDS.map((field) => {
    const value = (asked[field] && cleaned(given[field] ?? '')) || null;
    return [field, value && NUMBERS.includes(field) ? halfWidth(value) : value];
  });
  const taken = Object.fromEntries(entries) as Record<ApplicantField, string | null>;
  return Object.values(taken).every((value) => value === null) ? null : { kind: given.kind, ...taken };
}

const NUMBERS: readonly ApplicantField[] = ['phone', 'identityNumber'];

/** As Chinese keyboards give numbers: digits, signs and spaces of full width, and dashes of every length. */
function halfWidth(number: string): string {
  return number.normalize('NFKC').replaceAll(/[‐-―−─ー]+/g, '-');
}

function applicantReasons(applicant: SubmittedApplicant | null, form: CaseKind['form']): Reason[] {
  if (!applicant && form.mayBeAnonymous) return [];
  return APPLICANT_FIELDS.flatMap((field) => {
    const value = applicant?.[field] ?? null;
    const path = `applicant.${field}`;
    if (value === null)
      return form.applicant[field] === 'required'
        ? [{ field: path, message: `请填写${APPLICANT_FIELD_LABELS[field]}` }]
        : [];
    const [shape, message] = FORMS[field] ?? [/(?:)/, ''];
    return shape.test(value) ? [] : [{ field: path, message }];
  });
}

function fieldReasons(
  { code, label, required, maxLength, choices, format }: CaseField,
  value: string | undefined,
): Reason[] {
  const field = `fields.${code}`;
  if (value === undefined) return required ? [{ field, message: `请填写${label}` }] : [];
  if (value.length > maxLength) return [{ field, message: `${label}最多 ${maxLength} 个字` }];
  if (format === 'webAddress' && !isWebAddress(value))
    return [{ field, message: `${label}请从浏览器地址栏复制，以 http:// 或 https:// 开头` }];
  if (choices && !choices.some((choice) => choice.value === value)) return [{ field, message: `请重新选择${label}` }];
  return [];
}
