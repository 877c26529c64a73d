import type { Findings } from '../opening/findings.ts';
import { refusal } from '../opening/refusal.ts';

const MOST_TAIL = 4096;

/** What the bytes show before any object is read. @throws AppError when something else is appended, or it is locked */
export function inspectPdfShape(bytes: Buffer, findings: Findings): void {
  const ends = positions(bytes, '%%EOF');
  const last = ends.at(-1);
  if (last === undefined) throw refusal('broken', 'PDF 不完整（缺少结尾），可能没有下载完。请重新导出或下载后再上传。');
  const tail = bytes.subarray(last + 5);
  const printable = tail.toString('latin1').replace(/[\s\0]/g, '');
  if (
    printable !== '' &&
    (tail.length > MOST_TAIL || /<(?:html|script|\?php|!doctype)|MZ|\x7fELF|Rar!/i.test(printable))
  )
    throw refusal('polyglot', 'PDF 的结尾混有其他内容，不能上传。请用 PDF 软件重新导出后再试。');
  inspectRevisions(bytes, ends, findings);
}

/** Every save that appends leaves what was there before; a file made for the web has two ends by nature. */
function inspectRevisions(bytes: Buffer, ends: readonly number[], findings: Findings): void {
  const linearized = bytes.subarray(0, 2048).includes('/Linearized');
  const revisions = ends.length - (linearized ? 1 : 0);
  if (revisions < 2) return;
  // A signature is added by appending, and taking it away would break it.
  const signed = bytes.includes('/ByteRange');
  findings.hidden('previousRevision', '整个文件', `文件保存过 ${revisions} 次，以前的内容还在文件里`, {
    ...(signed ? { advice: '文件带有电子签名，签名前的内容仍在文件里。请确认以前的版本也可以公开。' } : {}),
  });
}

function positions(bytes: Buffer, word: string): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(word); at >= 0 && found.length < 1000; at = bytes.indexOf(word, at + 1)) found.push(at);
  return found;
}
