import type { Findings } from '../opening/findings.ts';
import type { JudgedFile } from '../opening/judge-kind.ts';
import { decodeText } from './decode-text.ts';

/** A cell that a spreadsheet would run when the table is opened. */
const FORMULA = /(?:^|[,;\t\n"])\s*([=+@-](?:[A-Za-z]{2,}[(|]|cmd\b)[^\n,]{0,200})/i;
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/;

export function inspectText({ kind, bytes }: JudgedFile, findings: Findings): void {
  const text = decodeText(bytes) ?? '';
  findings.text(text);
  if (text.trim() === '') findings.problem('no-text', '文件里没有文字，请重新选择文件。', true);
  if (kind === 'html') {
    findings.problem(
      'web-page',
      '网页文件可以携带脚本，不能作为附件上传。请把内容导入正文，或另存为 PDF、Word 后再上传。',
      true,
    );
  }
  const formula = kind === 'html' ? null : FORMULA.exec(text);
  if (formula)
    findings.hidden('script', `第${lineOf(text, formula.index)}行`, formula[1] ?? '', {
      advice: '用表格软件打开时这一格会被当作公式执行，请在前面加单引号或删除。',
      cleanable: false,
    });
  if (DIRECTIONS.test(text))
    findings.hidden('invisibleText', '全文', '文字方向控制符', {
      advice: '文件含有改变文字显示顺序的控制符，看到的与实际内容可能不同，请删除后再上传。',
    });
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index + 1).split('\n').length;
}
