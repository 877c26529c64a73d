import { parseDocumentNumber, saysNormative } from '../../../kernel/document-number.ts';
import type { OwnRule } from '../../publications/index.ts';

/** A number of the class 规 belongs to a normative document, which has a list of its own (LIB-4). */
export const NUMBER_SAYS_NORMATIVE: OwnRule = {
  code: 'number-says-normative',
  severity: 'warns',
  fields: ['documentNumber', 'normative'],
  faults: ({ fields }) => {
    const number = typeof fields.documentNumber === 'string' ? parseDocumentNumber(fields.documentNumber) : null;
    if (!number || !saysNormative(number) || fields.normative === true) return [];
    const message = '发文字号中的“规”表示行政规范性文件，请勾选“行政规范性文件”，或核对发文字号。';
    return [{ place: 'field:normative', message }];
  },
};
