import { judgeText } from '../../../platform/files/media-type.ts';
import { decodeText } from '../text/decode-text.ts';
import { ZipArchive } from '../zip/zip-archive.ts';
import { hasEndRecord } from '../zip/zip-directory.ts';
import type { FileKind } from './file-kind.ts';
import { refusal } from './refusal.ts';

export interface JudgedFile {
  readonly kind: FileKind;
  readonly bytes: Buffer;
  /** Of the formats that are archives. */
  readonly zip?: ZipArchive;
}

const HEAD_BYTES = 65_536;

/** Signatures of files that nobody may publish as an attachment. */
const FOREIGN: readonly (readonly [RegExp, string, string])[] = [
  [/^MZ|^\x7fELF|^\xca\xfe\xba\xbe|^[\xce\xcf]\xfa\xed\xfe|^#!/, 'program', '这是程序文件，不能上传。'],
  [/^\{\\rtf/, 'rtf', '暂不支持 RTF 格式，请用 Word 或 WPS 打开后另存为 .docx 再上传。'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a signature is bytes
  [/^(?:Rar!|7z\xbc\xaf\x27|\x1f\x8b|BZh|\xfd7zXZ)/, 'archive', '这是压缩包，请解压后分别上传其中的文件。'],
  [/^(?:II\*\0|MM\0\*|BM.{4}\0\0\0\0)/s, 'old-image', '暂不支持 TIFF、BMP 图片，请另存为 PNG 或 JPEG 后再上传。'],
  [/^.{4}ftyp(?:heic|heix|mif1|avif|hevc)/s, 'old-image', '暂不支持 HEIC、AVIF 图片，请另存为 PNG 或 JPEG 后再上传。'],
];

const IMAGES: readonly (readonly [RegExp, FileKind])[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a signature is bytes
  [/^\x89PNG\r\n\x1a\n/, 'png'],
  [/^\xff\xd8\xff/, 'jpeg'],
  [/^GIF8[79]a/, 'gif'],
  [/^RIFF.{4}WEBP/s, 'webp'],
];

/**
 * What the file is by its bytes. @throws AppError `file-refused` with a sentence for each kind of file that is not taken
 */
export function judgeKind(raw: Uint8Array): JudgedFile {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (bytes.length === 0) throw refusal('empty', '文件是空的，请重新选择文件。');
  const head = bytes.toString('latin1', 0, 1024);
  const foreign = FOREIGN.find(([pattern]) => pattern.test(head));
  if (foreign) throw refusal(foreign[1], foreign[2]);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw oldOffice(bytes);
  if (head.startsWith('PK')) return judgeArchive(bytes);
  if (head.startsWith('%PDF-')) return unmixed({ kind: 'pdf', bytes });
  const image = IMAGES.find(([pattern]) => pattern.test(head))?.[1];
  if (image) return unmixed({ kind: image, bytes });
  if (head.includes('%PDF-') && head.trimStart().indexOf('%PDF-') !== 0)
    throw refusal('polyglot', 'PDF 的开头混有其他内容，不能上传。请用 PDF 软件重新导出后再试。');
  if (head.includes('%PDF-')) throw refusal('polyglot', 'PDF 的开头有多余字符，请用 PDF 软件重新导出后再上传。');
  return unmixed({ kind: judgeWords(bytes), bytes });
}

/** An archive at the end makes one file two. */
function unmixed(file: JudgedFile): JudgedFile {
  if (hasEndRecord(file.bytes))
    throw refusal('polyglot', '文件末尾混有压缩包（同一文件可被当作两种文件打开），不能上传。请重新导出后再试。');
  return file;
}

function judgeArchive(bytes: Buffer): JudgedFile {
  const zip = new ZipArchive(bytes);
  const has = (pattern: RegExp) => zip.names.some((name) => pattern.test(name));
  if (has(/^OFD\.xml$/i)) return { kind: 'ofd', bytes, zip };
  if (has(/^word\/document\d*\.xml$/i)) return { kind: 'docx', bytes, zip };
  if (has(/^xl\/workbook\.xml$/i)) return { kind: 'xlsx', bytes, zip };
  if (has(/^ppt\/presentation\.xml$/i)) return { kind: 'pptx', bytes, zip };
  if (has(/^xl\/workbook\.bin$/i)) throw refusal('xlsb', '暂不支持 .xlsb 格式，请用 Excel 打开后另存为 .xlsx 再上传。');
  if (has(/^content\.xml$/i))
    throw refusal('open-document', '暂不支持 OpenDocument 格式（.odt、.ods），请另存为 .docx 或 .xlsx 再上传。');
  if (has(/^META-INF\/MANIFEST\.MF$|\.class$|^AndroidManifest\.xml$/i))
    throw refusal('program', '这是程序文件，不能上传。');
  throw refusal('archive', '这是压缩包，请解压后分别上传其中的文件。');
}

/** Office 97 to 2003 and password-protected new files share one container. */
function oldOffice(bytes: Buffer): Error {
  const directory = bytes.subarray(0, 8 * 1_048_576);
  const holds = (name: string) => directory.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return refusal('encrypted', '文件设有打开密码，无法检查。请取消密码保护后再上传。');
  if (holds('WordDocument'))
    return refusal(
      'old-office',
      '这是旧版 Word 文件（.doc），无法检查其中的隐藏信息。请用 Word 或 WPS 另存为 .docx 或导出 PDF 后再上传。',
    );
  if (holds('Workbook') || holds('Book'))
    return refusal(
      'old-office',
      '这是旧版 Excel 文件（.xls），无法检查其中的隐藏信息。请用 Excel 或 WPS 另存为 .xlsx 后再上传。',
    );
  if (holds('PowerPoint Document'))
    return refusal(
      'old-office',
      '这是旧版演示文稿（.ppt），无法检查其中的隐藏信息。请另存为 .pptx 或导出 PDF 后再上传。',
    );
  return refusal('old-office', '这是旧版 Office 格式的文件，请另存为 .docx、.xlsx 或导出 PDF 后再上传。');
}

function judgeWords(bytes: Buffer): FileKind {
  const start = bytes.toString('latin1', 0, 4096).replaceAll('\0', '');
  if (/^\s*(?:From |MIME-Version:|Content-Type:\s*multipart\/)/im.test(start) && /multipart\/related/i.test(start))
    throw refusal('web-archive', '暂不支持单文件网页（.mht）格式，请另存为 .docx 或导出 PDF 后再上传。');
  if (/<\?mso-application|<w:wordDocument|urn:schemas-microsoft-com:office:spreadsheet"/.test(start))
    throw refusal('xml-office', '暂不支持 2003 版 XML 格式，请用 Office 或 WPS 另存为 .docx 或 .xlsx 再上传。');
  if (/<svg[\s>]/i.test(start)) throw refusal('svg', 'SVG 图片可以携带脚本，不能上传，请另存为 PNG 后再上传。');
  if (decodeText(bytes) === undefined)
    throw refusal(
      'unknown',
      '无法识别这个文件的格式。请上传 PDF、Word（.docx）、Excel（.xlsx）、OFD、图片、CSV 或文本文件。',
    );
  const judged = judgeText(bytes.subarray(0, HEAD_BYTES));
  // Anything a browser would open as a page counts as one, wherever its first mark-up stands.
  if (judged === 'text/html' || /<(?:!doctype\s+html|html|head|body|script|iframe|table)[\s>]/i.test(start))
    return 'html';
  if (judged === 'application/xml') throw refusal('xml', '暂不支持 XML 文件，请转换为 Excel、CSV 或 PDF 后再上传。');
  return judged === 'text/csv' ? 'csv' : 'text';
}
