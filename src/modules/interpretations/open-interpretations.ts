import { yearOf } from '../../kernel/local-date.ts';
import type { OpenItemSummary } from '../publications/index.ts';
import { INTERPRETATION_FORMS, type InterpretationForm, isDiversified } from './interpretation-words.ts';

export interface FormShare {
  readonly form: InterpretationForm;
  readonly count: number;
}

export interface InterpretationFigures {
  readonly total: number;
  readonly diversified: number;
  /** 0 to 100, cut off, so that 49.9 % is not shown as reached; null when there are none (ITP-C3). */
  readonly diversifiedPercent: number | null;
  readonly forms: readonly FormShare[];
}

/** Shares of forms among the interpretations of a year (ITP-9). */
export function interpretationFigures(items: readonly Pick<OpenItemSummary, 'fields'>[]): InterpretationFigures {
  const forms = (Object.keys(INTERPRETATION_FORMS) as InterpretationForm[])
    .map((form) => ({ form, count: items.filter((item) => item.fields.form === form).length }))
    .filter((share) => share.count > 0)
    .sort((a, b) => b.count - a.count);
  const diversified = items.filter((item) => isDiversified(String(item.fields.form))).length;
  return {
    total: items.length,
    diversified,
    diversifiedPercent: items.length === 0 ? null : Math.floor((diversified * 100) / items.length),
    forms,
  };
}

export function yearsOf(items: readonly Pick<OpenItemSummary, 'datedOn'>[]): number[] {
  return [...new Set(items.map((item) => yearOf(item.datedOn)))].sort((a, b) => b - a);
}
