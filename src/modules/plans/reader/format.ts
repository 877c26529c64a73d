import { csvDelimiter } from './csv-document.ts';
import { unreadable, zipNames } from './office-zip.ts';
import type { SourceFormat } from './source-document.ts';
import { decodeText } from './txt-decode.ts';

const MOST_BYTES = 200 * 1024 * 1024;
const MOST_PAGE_BYTES = 20 * 1024 * 1024;
const MOST_TEXT_BYTES = 5 * 1024 * 1024;

/**
 * Judges a file by its content; the name only decides between csv and txt when the content allows both.
 * @throws AppError `plan-unreadable`, with a sentence of its own for each kind of file that cannot be a plan
 */
export function detectFormat(bytes: Uint8Array, fileName?: string): SourceFormat {
  if (bytes.length === 0) throw unreadable('文件是空的，请重新选择文件。');
  if (bytes.length > MOST_BYTES) throw unreadable('文件超过200MB，无法读取，请删去图片或附件后另存再试。');
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK')) return zipFormat(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw oleError(bytes);
  if (isPicture(head))
    throw unreadable('这是一张图片，无法读取其中的文字，请提供原始的 Word、PDF、Excel 等文字版文件。');
  if (head.startsWith('{\\rtf')) throw unreadable('暂不支持 RTF 格式，请用 Word 打开后另存为 .docx 再试。');
  return textFormat(bytes, fileName);
}

function zipFormat(bytes: Uint8Array): SourceFormat {
  const names = zipNames(bytes);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (names.length === 0) throw unreadable('文件已损坏（压缩结构不完整），无法打开，请重新保存或重新下载后再试。');
  if (has(/^OFD\.xml$/i)) return 'ofd';
  if (has(/^word\/document\d*\.xml$/i)) return 'docx';
  if (has(/^xl\/workbook\.xml$/i)) return 'xlsx';
  if (has(/^xl\/workbook\.bin$/i)) throw unreadable('暂不支持 .xlsb 格式，请用 Excel 打开后另存为 .xlsx 再试。');
  if (has(/^ppt\//i)) throw unreadable('这是演示文稿，不是任务分解表，请提供 Word、PDF 或 Excel 文件。');
  if (has(/^content\.xml$/i))
    throw unreadable('暂不支持 OpenDocument 格式（.odt、.ods），请另存为 .docx 或 .xlsx 再试。');
  throw unreadable('这是压缩包，不能直接读取，请先解压，再选择其中的计划文件。');
}

/** Word 97 to 2003, Excel 97 to 2003, and password-protected new files share one container. */
function oleError(bytes: Uint8Array): Error {
  const directory = Buffer.from(bytes.subarray(0, 4 * 1024 * 1024));
  const holds = (name: string) => directory.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return unreadable('文件设有打开密码，无法读取，请取消密码保护后再试。');
  if (holds('WordDocument'))
    return unreadable('这是旧版 Word 文件（.doc），请用 Word 或 WPS 打开后另存为 .docx 再试。');
  if (holds('Workbook') || holds('Book'))
    return unreadable('这是旧版 Excel 文件（.xls），请用 Excel 或 WPS 打开后另存为 .xlsx 再试。');
  return unreadable('这是旧版 Office 格式的文件，请另存为 .docx 或 .xlsx 再试。');
}

function isPicture(head: string): boolean {
  return (
    /^(?:\xff\xd8\xff|\x89PNG\r\n|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|8BPS)/s.test(head) ||
    /^RIFF.{4}WEBP/s.test(head) ||
    /^.{4}ftyp(?:heic|heix|mif1|avif|hevc)/s.test(head)
  );
}

function textFormat(bytes: Uint8Array, fileName: string | undefined): SourceFormat {
  if (bytes.length > MOST_PAGE_BYTES) throw unreadable('这个文件过大，也不是 Word、PDF、Excel 或 OFD 格式，无法读取。');
  const start = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1').replaceAll('\0', '');
  if (/^\s*MIME-Version:|Content-Type:\s*multipart\/related/im.test(start.slice(0, 4096))) {
    throw unreadable('暂不支持单文件网页（.mht）格式，请用浏览器另存为“仅 HTML”或 PDF 后再试。');
  }
  if (
    /<\?mso-application|<w:wordDocument|urn:schemas-microsoft-com:office:spreadsheet"/.test(start.slice(0, 4096)) &&
    !/<html/i.test(start)
  ) {
    throw unreadable('暂不支持 2003 版 XML 格式，请用 Office 或 WPS 打开后另存为 .docx 或 .xlsx 再试。');
  }
  if (/<!doctype\s+html|<html[\s>]|<body[\s>]|<table[\s>]/i.test(start)) return 'html';
  if (bytes.length > MOST_TEXT_BYTES) throw unreadable('这个文本文件过大，不是任务分解表，请确认选对了文件。');
  const text = decodeText(bytes);
  if (text === undefined)
    throw unreadable('无法识别这个文件的格式，请提供 Word、PDF、Excel、网页、CSV、文本或 OFD 文件。');
  if (text.trim() === '') throw unreadable('文件里没有文字，请重新选择文件。');
  return isSeparated(text, fileName ?? '') ? 'csv' : 'txt';
}

/** Tables copied out of a PDF come with tabs and broken rows: tabs alone make no CSV unless name or quoted lines say so. */
function isSeparated(text: string, fileName: string): boolean {
  if (/\.(?:csv|tsv)$/i.test(fileName)) return true;
  const delimiter = csvDelimiter(text);
  return delimiter === '\t' ? /\t"[^"\t]*\n[^"]*"/.test(text) : delimiter !== null;
}
