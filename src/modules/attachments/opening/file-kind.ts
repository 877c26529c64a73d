/** The formats that are opened; everything else is refused with a sentence of its own. */
export type FileKind =
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'ofd'
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'csv'
  | 'text'
  | 'html';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const KINDS: Readonly<
  Record<FileKind, { readonly mediaType: string; readonly typeName: string; readonly endings: readonly string[] }>
> = {
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, typeName: 'Word 文档', endings: ['docx'] },
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, typeName: 'Excel 表格', endings: ['xlsx'] },
  pptx: {
    mediaType: `${OFFICE}.presentationml.presentation`,
    typeName: 'PowerPoint 演示文稿',
    endings: ['pptx', 'ppsx'],
  },
  ofd: { mediaType: 'application/ofd', typeName: 'OFD 版式文件', endings: ['ofd'] },
  pdf: { mediaType: 'application/pdf', typeName: 'PDF 文件', endings: ['pdf'] },
  png: { mediaType: 'image/png', typeName: 'PNG 图片', endings: ['png'] },
  jpeg: { mediaType: 'image/jpeg', typeName: 'JPEG 图片', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  gif: { mediaType: 'image/gif', typeName: 'GIF 图片', endings: ['gif'] },
  webp: { mediaType: 'image/webp', typeName: 'WebP 图片', endings: ['webp'] },
  csv: { mediaType: 'text/csv', typeName: 'CSV 表格', endings: ['csv', 'txt'] },
  text: { mediaType: 'text/plain', typeName: '文本文件', endings: ['txt', 'csv', 'tsv', 'md', 'json', 'xml', 'log'] },
  html: { mediaType: 'text/html', typeName: '网页文件', endings: ['html', 'htm'] },
};

export const isImage = (kind: FileKind): boolean => ['png', 'jpeg', 'gif', 'webp'].includes(kind);
