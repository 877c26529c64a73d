import type { LocalDate } from '../../../kernel/local-date.ts';
import { APPLICANT_FIELDS } from '../case-words.ts';
import type { CaseKindView } from '../cases.contract.ts';
import type { ClockRuleId, ClockRules } from '../clock/clock-rules.ts';
import type { CaseKind } from './case-kind.ts';

/** A kind as forms and lists need it, with the terms of today. */
export function kindView(
  { code, label, channels, form, clock, isSelectable, heldBy }: CaseKind,
  of: {
    readonly rules: ClockRules;
    readonly today: LocalDate;
  },
): CaseKindView {
  const term = (id: ClockRuleId) => {
    const { figure, unit } = of.rules.on(id, of.today);
    return `${figure}个${unit === 'workday' ? '工作日' : '自然日'}`;
  };
  return {
    code,
    label,
    channels: [...channels],
    hasSimple: clock.simple !== null,
    isSelectable,
    title: form.title,
    isAgainstUnit: heldBy === 'office',
    mayBeAnonymous: form.mayBeAnonymous,
    applicant: APPLICANT_FIELDS.flatMap((field) =>
      form.applicant[field] ? [{ field, required: form.applicant[field] === 'required' }] : [],
    ),
    fields: form.fields.map((field) => ({
      code: field.code,
      label: field.label,
      required: field.required,
      maxLength: field.maxLength,
      help: field.help ?? null,
      choices: [...(field.choices ?? [])],
    })),
    maxFiles: form.maxFiles,
    term: term(clock.ordinary.reply),
    simpleTerm: clock.simple === null ? null : term(clock.simple),
  };
}
