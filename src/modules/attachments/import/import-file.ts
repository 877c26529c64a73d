import type { Message } from '../../../platform/isolated-process/frame.ts';
import type { ImportAnswer } from '../imported-document.contract.ts';
import type { FileKind } from '../opening/file-kind.ts';
import { type JudgedFile, judgeKind } from '../opening/judge-kind.ts';
import { refusal } from '../opening/refusal.ts';
import { BodyBuilder } from './body-builder.ts';
import { readFrontMatter } from './front-matter.ts';
import { type ImportedImage, importDocx } from './import-docx.ts';
import { importHtml } from './import-html.ts';
import { importText } from './import-text.ts';

const IMPORTERS: Partial<
  Readonly<Record<FileKind, (file: JudgedFile, body: BodyBuilder) => ImportedImage[] | undefined>>
> = {
  docx: importDocx,
  html: importHtml,
  text: (file, body) => {
    importText(file, body);
    return undefined;
  },
};

/** What cannot become a body says what to do instead. */
const ELSEWISE: Partial<Readonly<Record<FileKind, string>>> = {
  pdf: 'PDF 不能导入正文，请导入 Word（.docx）原文件；PDF 可以作为附件上传。',
  ofd: 'OFD 不能导入正文，请导入 Word（.docx）原文件；OFD 可以作为附件上传。',
  xlsx: 'Excel 表格不能导入正文，请复制表格到 Word 后导入，或作为附件上传。',
  csv: 'CSV 表格不能导入正文，请作为附件上传。',
  pptx: '演示文稿不能导入正文，请作为附件上传。',
};

/** A document's body, what it tells of itself, and what could not be taken over. @throws AppError `file-refused` */
export async function importFile(bytes: Uint8Array, name: string): Promise<Message> {
  const judged = judgeKind(bytes);
  // Running text with commas can look like a table; its name says what it is meant to be.
  const file = judged.kind === 'csv' && /\.(?:txt|md)$/i.test(name) ? { ...judged, kind: 'text' as const } : judged;
  const importer = IMPORTERS[file.kind];
  if (!importer) throw refusal('no-body', ELSEWISE[file.kind] ?? '图片不能导入正文，请在正文中插入图片。');
  const builder = new BodyBuilder();
  const images = importer(file, builder) ?? [];
  const body = builder.body();
  if (body.content.length === 0) throw refusal('no-text', '文件里没有可以导入的正文，请重新选择文件。');
  const { proposals, headBlockIds } = readFrontMatter(body);
  const answer: ImportAnswer = {
    body,
    proposals: [...proposals],
    headBlockIds: [...headBlockIds],
    doubts: builder.doubts,
    images: images.map(({ sha256, mediaType }) => ({ sha256, mediaType })),
  };
  return { value: answer, bytes: images.map((image) => image.bytes) };
}
