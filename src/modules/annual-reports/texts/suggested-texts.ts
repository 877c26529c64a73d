import { cellOf } from '../form/cells.ts';
import type { Figures } from '../form/figures.ts';
import type { TextHead } from '../reports/report-words.ts';

/** Sentences that follow from the figures; whoever writes takes them over or not. */
export function suggestedTexts(figures: Figures, year: number): Readonly<Partial<Record<TextHead, string>>> {
  const requests = (row: string) => figures.get(cellOf('p3', row, 'total'))?.value ?? 0;
  const documents = (column: string) => figures.get(cellOf('p2', 'normative', column))?.value ?? 0;
  return {
    proactive: `${year}年制发行政规范性文件 ${documents('made')} 件，废止 ${documents('repealed')} 件，年末现行有效 ${documents('inForce')} 件。`,
    onRequest: `${year}年新收政府信息公开申请 ${requests('1')} 件，上年结转 ${requests('2')} 件；本年度办结 ${requests('3.7')} 件，其中予以公开 ${requests('3.1')} 件、部分公开 ${requests('3.2')} 件；结转下年度继续办理 ${requests('4')} 件。`,
  };
}

/** Part six always says what was collected (国办函〔2020〕109号). @param yuan null: not stated */
export function feeSentence(year: number, yuan: number | null): string {
  if (yuan === null || yuan === 0) return `${year}年没有收取信息处理费。`;
  return `${year}年依据《政府信息公开信息处理费管理办法》收取信息处理费共计 ${yuan} 元。`;
}
