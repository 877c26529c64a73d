import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import type { Findings } from '../opening/findings.ts';
import { refusal } from '../opening/refusal.ts';
import { inspectPdfMetadata } from './pdf-metadata.ts';
import { lookup, nameIn, textIn } from './pdf-values.ts';

const MOST_OBJECTS = 1_000_000;
const DEEPEST = 200;
const MOST_ANNOTATIONS = 5000;

/** Keys and action types (ISO 32000-1 section 12.6) that run something. */
export const SCRIPT_ACTIONS: Readonly<Record<string, string>> = {
  '/JavaScript': 'JavaScript 脚本',
  '/Launch': '启动其他程序',
  '/SubmitForm': '提交表单',
  '/ImportData': '导入数据',
  '/Rendition': '播放媒体',
  '/Movie': '播放影片',
  '/Sound': '播放声音',
};
const LEAVING_ACTIONS: Readonly<Record<string, string>> = { '/GoToR': '转到其他文件', '/GoToE': '转到嵌入文件' };
const COMMENTS: Readonly<Record<string, string>> = {
  '/Text': '便签批注',
  '/FreeText': '文本批注',
  '/Highlight': '高亮批注',
  '/Underline': '下划线批注',
  '/StrikeOut': '删除线批注',
  '/Squiggly': '波浪线批注',
  '/Caret': '插入批注',
  '/Ink': '手写批注',
  '/Redact': '尚未应用的涂黑标记',
};

/** @throws AppError when the file is locked or its objects cannot be read */
export async function loadPdf(bytes: Uint8Array): Promise<PDFDocument> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false });
  } catch (error) {
    throw refusal('broken', 'PDF 已损坏或结构不规范，无法检查。请用 PDF 软件重新导出后再上传。', error);
  }
  if (document.context.trailerInfo.Encrypt !== undefined)
    throw refusal('encrypted', 'PDF 设有密码或权限限制，无法检查。请取消密码和限制后再上传。');
  return document;
}

/** Every object of the file, also those that no page reaches. */
export async function inspectPdfObjects(bytes: Uint8Array, findings: Findings): Promise<void> {
  const document = await loadPdf(bytes);
  const objects = document.context.enumerateIndirectObjects();
  if (objects.length > MOST_OBJECTS)
    throw refusal('too-complex', 'PDF 内部对象过多，无法检查。请拆分或重新导出后再上传。');
  const judge = new ObjectJudge(findings);
  for (const [, object] of objects) judge.walk(object);
  inspectPdfMetadata(document, findings);
}

class ObjectJudge {
  readonly #findings: Findings;
  #files = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  walk(object: PDFObject, depth = 0): void {
    if (depth > DEEPEST)
      throw refusal('too-deep', 'PDF 内部结构异常（嵌套过深），无法检查。请用 PDF 软件重新导出后再上传。');
    // What this reader cannot read, another may run.
    if (object instanceof PDFInvalidObject)
      throw refusal('odd-objects', 'PDF 内有不合规范、无法识别的内容，不能上传。请用 PDF 软件重新导出后再试。');
    if (object instanceof PDFStream) this.walk(object.dict, depth + 1);
    else if (object instanceof PDFArray) for (const item of object.asArray()) this.walk(item, depth + 1);
    else if (object instanceof PDFDict) {
      this.#judge(object);
      for (const [, value] of object.entries()) if (!(value instanceof PDFRef)) this.walk(value, depth + 1);
    }
  }

  #judge(dict: PDFDict): void {
    const action = nameIn(dict, 'S');
    const script = action && SCRIPT_ACTIONS[action];
    if (script || dict.has(PDFName.of('JS')))
      this.#findings.hidden(
        'script',
        'PDF 动作',
        `${script ?? 'JavaScript 脚本'} ${textIn(dict, 'JS') || textIn(dict, 'F')}`,
      );
    const leaving = action && LEAVING_ACTIONS[action];
    if (leaving) this.#findings.hidden('externalLink', 'PDF 动作', `${leaving} ${textIn(dict, 'F')}`);
    const address = action === '/URI' ? textIn(dict, 'URI') : '';
    if (/^(?:javascript|vbscript|data):/i.test(address)) this.#findings.hidden('script', 'PDF 链接', address);
    else if (address !== '' && !/^(?:https?:|mailto:|tel:|www\.)/i.test(address))
      this.#findings.hidden('externalLink', 'PDF 链接', address);
    if (dict.has(PDFName.of('XFA')))
      this.#findings.problem(
        'xfa',
        'PDF 是 XFA 动态表单，多数阅读器打不开，也无法检查。请打印为普通 PDF 后再上传。',
        true,
      );
    const annotations = lookup(dict, 'Annots');
    if (annotations instanceof PDFArray && annotations.size() > MOST_ANNOTATIONS)
      throw refusal('too-complex', 'PDF 一页上的批注、链接过多，无法检查。请重新导出后再上传。');
    this.#judgeFile(dict);
    this.#judgeAnnotation(dict);
  }

  #judgeFile(dict: PDFDict): void {
    if (!dict.has(PDFName.of('EF'))) return;
    this.#files += 1;
    const name = textIn(dict, 'UF') || textIn(dict, 'F') || `第 ${this.#files} 个`;
    this.#findings.hidden('embeddedFile', 'PDF 内嵌文件', name);
  }

  #judgeAnnotation(dict: PDFDict): void {
    const subtype = nameIn(dict, 'Subtype');
    if (!subtype || !dict.has(PDFName.of('Rect'))) return;
    const word = COMMENTS[subtype];
    const text = textIn(dict, 'Contents');
    if (word && (text !== '' || subtype !== '/Ink')) {
      const author = textIn(dict, 'T');
      this.#findings.hidden('comment', author ? `${word}（${author}）` : word, text);
      this.#findings.text(`${text}\n`);
      if (subtype === '/Redact')
        this.#findings.problem(
          'unapplied-redaction',
          'PDF 里的涂黑标记还没有应用，下面的文字仍在。请先应用涂黑再上传。',
          true,
        );
    }
    if (/^\/(?:RichMedia|Screen|3D|Movie|Sound)$/.test(subtype))
      this.#findings.hidden('embeddedFile', 'PDF 多媒体', subtype.slice(1));
    if (subtype === '/Widget') {
      const value = textIn(dict, 'V');
      const flags = Number(dict.get(PDFName.of('F'))?.toString() ?? 0);
      if (value !== '') this.#findings.text(`${value}\n`);
      if (value !== '' && (flags & 0b10) !== 0) this.#findings.hidden('invisibleText', '隐藏的表单项', value);
    }
  }
}
