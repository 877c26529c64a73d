import type { Candidate } from '../finding.ts';
import type { TextScan } from '../text-scan.ts';

const LANDLINE = /(?<![\d*.-])(?:\(?0\d{2,3}\)?[ -]{0,2})?[2-8]\d{6,7}(?:-\d{1,5})?(?![\d*.-])/g;

/** Home telephones. The telephone of an office is public, and so is any landline that nobody calls a person's. */
export function landlines(scan: TextScan): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: number, index } of scan.plain.matchAll(LANDLINE)) {
    const label = scan.labelAt(index);
    if (label !== 'homePhone' && !(label === 'phone' && isListOfPersons(scan, index))) continue;
    if (/^(?:400|800)/.test(number)) continue;
    const why = '个人名单或个人资料中的固定电话。';
    found.push({ type: 'phone', start: index, end: index + number.length, certainty: 'likely', why });
  }
  return found;
}

/** A column of telephones beside a column of persons who hold no office. */
function isListOfPersons(scan: TextScan, start: number): boolean {
  const labels = scan.tableAt(start)?.labels ?? [];
  return labels.some((label) => label === 'name' || label === 'identity') && !labels.includes('position');
}
