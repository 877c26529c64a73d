import { findPersonalData } from './find-personal-data.ts';
import type { FindingContext, FindingType } from './finding.ts';

/** Values of one type found in a text. */
export function valuesOf(type: FindingType, text: string, context?: FindingContext): string[] {
  return findPersonalData(text, context)
    .filter((finding) => finding.type === type)
    .map(({ start, end }) => text.slice(start, end));
}
