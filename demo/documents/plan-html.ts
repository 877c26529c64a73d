import type { DemoPlan } from '../plan.ts';
import {
  COLUMNS,
  chineseDay,
  noticeText,
  noticeTitle,
  type PrintedRow,
  printedRows,
  tableTitle,
} from './table-rows.ts';

const STYLE = `
@page { size: A4 portrait; margin: 30mm 26mm 28mm 28mm; }
@page table { size: A4 landscape; margin: 22mm 18mm; }
body { font: 16pt/28pt 'Noto Serif CJK SC', serif; margin: 0; }
h1 { font-size: 20pt; line-height: 34pt; text-align: center; margin: 16pt 0; }
.mast { color: #c00000; font-size: 26pt; text-align: center; font-weight: bold; border-bottom: 2pt solid #c00000; padding-bottom: 14pt; }
.number { text-align: center; }
p { margin: 0; text-indent: 2em; text-align: justify; }
.plain { text-indent: 0; }
.right { text-align: right; text-indent: 0; }
h2 { font-size: 16pt; margin: 6pt 0 0; text-indent: 2em; }
.new { break-before: page; }
.annex { page: table; break-before: page; }
table { border-collapse: collapse; width: 100%; font-size: 10.5pt; line-height: 15pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.6pt solid #000; padding: 3pt 4pt; vertical-align: middle; text-align: left; }
.centre, th { text-align: center; }
`;

const WIDTHS = ['5%', '10%', '17%', '41%', '18%', '9%'];

/** The plan as a page to be printed; the PDF of this folder comes from it. */
export function planHtml(plan: DemoPlan): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${text(plan.title)}</title><style>${STYLE}</style></head><body>
<div class="mast">${text(plan.issuer)}文件</div>
<p class="number plain">${text(plan.documentNumber)}</p>
<h1>${text(noticeTitle(plan))}</h1>
<p class="plain">${text(plan.addressees)}</p>
<p>${text(noticeText(plan))}</p>
<p class="right">${text(plan.issuer)}</p>
<p class="right">${chineseDay(plan.issuedOn)}</p>
<p>（此件公开发布）</p>
<h1 class="new">${text(plan.title)}</h1>
${plan.sections.map((s) => `<h2>${text(s.heading)}</h2>${s.paragraphs.map((p) => `<p>${text(p)}</p>`).join('')}`).join('\n')}
<section class="annex"><p class="plain">附件</p><h1>${text(tableTitle(plan))}</h1>${table(plan)}</section>
</body></html>`;
}

function table(plan: DemoPlan): string {
  const columns = WIDTHS.map((width) => `<col style="width:${width}">`).join('');
  const head = COLUMNS.map((name) => `<th>${name}</th>`).join('');
  return `<table><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${printedRows(plan).map(tableRow).join('')}</tbody></table>`;
}

function tableRow(row: PrintedRow): string {
  const category = row.category
    ? `<td class="centre" rowspan="${row.category.span}">${text(row.category.name)}</td>`
    : '';
  return `<tr><td class="centre">${row.number}</td>${category}<td>${text(row.name)}</td><td>${text(row.content)}</td><td>${text(row.units)}</td><td class="centre">${text(row.deadline)}</td></tr>`;
}

function text(value: string): string {
  return value.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);
}
