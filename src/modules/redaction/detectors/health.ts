import type { Candidate } from '../finding.ts';
import type { TextScan } from '../text-scan.ts';

const NOTHING = /^(?:无|否|良好|健康|正常|一般|合格|未见异常|\/|-+|—+|\*+|\d{1,2})?$/;

/** What a list of persons says of someone's illness or disability (民法典 1034). */
export function healthNotes(scan: TextScan): Candidate[] {
  const found: Candidate[] = [];
  for (const { labels, cells } of scan.tables) {
    if (!labels.some((label) => label === 'name' || label === 'identity')) continue;
    for (const { label, start, end } of cells) {
      if (label !== 'health' || NOTHING.test(scan.plain.slice(start, end))) continue;
      found.push({ type: 'health', start, end, certainty: 'likely', why: '个人名单中的疾病、残疾等健康信息。' });
    }
  }
  return found;
}
