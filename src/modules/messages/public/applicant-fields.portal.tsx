import type { Reason } from '../../../kernel/app-error.ts';
import type { CaseKindView } from '../../cases/index.ts';
import { Field, faultOf, type Given } from './form-fields.portal.tsx';

type ApplicantField = CaseKindView['applicant'][number]['field'];

const WORDS: Readonly<
  Record<ApplicantField, { label: string; hint?: string; type?: 'tel' | 'email'; autocomplete?: string; most: number }>
> = {
  name: { label: '姓名', autocomplete: 'name', most: 60 },
  phone: { label: '联系电话', type: 'tel', autocomplete: 'tel', most: 30 },
  email: {
    label: '电子邮箱',
    hint: '填写后，编号和答复通知会发到邮箱',
    type: 'email',
    autocomplete: 'email',
    most: 120,
  },
  address: { label: '联系地址', autocomplete: 'street-address', most: 200 },
  identityNumber: { label: '证件号码', most: 30 },
  contactPerson: { label: '联系人', most: 40 },
  needsHelp: { label: '需要的帮助', most: 200 },
};

/** Only what the kind asks for: data that nobody needs is not collected. */
export function ApplicantFields(props: {
  readonly kind: CaseKindView;
  readonly given: Given;
  readonly reasons: readonly Reason[];
}) {
  const { kind, given, reasons } = props;
  if (kind.applicant.length === 0) return null;
  return (
    <fieldset>
      <legend>您的联系方式</legend>
      <p class="ask-hint">
        {kind.mayBeAnonymous && '可以都不填。'}只有办理人员因办理需要才能查看，每次查看都有记录，不会公开。
      </p>
      {kind.applicant.map(({ field, required }) => {
        const { label, hint, type, autocomplete, most } = WORDS[field];
        return (
          <Field
            key={field}
            id={`applicant.${field}`}
            label={label}
            required={required}
            fault={faultOf(reasons, `applicant.${field}`)}
            value={given[`applicant.${field}`] ?? ''}
            maxLength={most}
            {...(hint && { hint })}
            {...(type && { type })}
            {...(autocomplete && { autocomplete })}
          />
        );
      })}
    </fieldset>
  );
}
