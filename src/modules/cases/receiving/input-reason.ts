import type { Reason } from '../../../kernel/app-error.ts';
import { APPLICANT_FIELD_LABELS } from '../case-words.ts';
import type { CaseKind } from '../kinds/case-kind.ts';

/** What is wrong with the shape of an input, with the name of the field: a form shows all reasons together. */
export function inputReason({ form }: Pick<CaseKind, 'form'>, field: string, message: string): Reason {
  if (field === 'unitId') return { field, message: '没有这个单位，请重新选择' };
  if (field === 'publicationNumber') return { field: '', message: '没有找到所问的文件，请从文件的页面重新进入' };
  const label = labels(form)[field];
  return { field: label === undefined ? '' : field, message: `${label ?? '填写的内容'}：${message || '填写有误'}` };
}

function labels({ fields }: CaseKind['form']): Readonly<Record<string, string>> {
  return {
    title: '标题',
    text: '内容',
    ...Object.fromEntries(Object.entries(APPLICANT_FIELD_LABELS).map(([code, label]) => [`applicant.${code}`, label])),
    ...Object.fromEntries(fields.map(({ code, label }) => [`fields.${code}`, label])),
  };
}
