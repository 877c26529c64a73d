import { findPersonalData, maskText } from '../../redaction/index.ts';

const INTRODUCED = /(我(?:叫|是)|本人(?:叫|是)?|姓名[：:]?)\s*\p{Script=Han}{2,4}(?=[，,。；;、\s]|$)/gu;
const DIGITS = /[\d*][\d*\s-]{4,}[\d*Xx]/gu;

/** Words of a letter as evidence of what is asked: personal data gives way, also what is only likely to be some. */
export function maskedWords(text: string): string {
  const masked = maskText(text, findPersonalData(text));
  return masked.replaceAll(INTRODUCED, '$1某某').replaceAll(DIGITS, '……').replaceAll(/\s+/g, ' ').trim();
}
