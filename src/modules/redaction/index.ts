export type { CellFinding } from './find-in-table.ts';
export { findInTable, maskRows } from './find-in-table.ts';
export { findPersonalData } from './find-personal-data.ts';
export type { Certainty, Finding, FindingContext, FindingType } from './finding.ts';
export { findingNames, findingTypes } from './finding.ts';
export { maskOf, maskText } from './mask.ts';
export { maskPatterns } from './mask-patterns.ts';
