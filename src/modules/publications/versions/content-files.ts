import type { Reason } from '../../../kernel/app-error.ts';
import type { Content } from '../content/content.contract.ts';

/** Pictures of the text, by the hash of their bytes. */
export function picturesOf(content: Pick<Content, 'body'>): readonly string[] {
  const found = new Set<string>();
  walk(content.body, found);
  return [...found];
}

function walk(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) for (const one of node) walk(one, found);
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
  const { type, attrs, content } = node as { type?: unknown; attrs?: { fileSha256?: unknown }; content?: unknown };
  if (type === 'image' && typeof attrs?.fileSha256 === 'string') found.add(attrs.fileSha256);
  walk(content, found);
}

/** What the store knows of a file that was uploaded here. */
export interface UploadedFile {
  readonly sha256: string;
  readonly media_type: string;
  readonly size: number;
}

/**
 * Files that the content names and that were not uploaded to this publication, or not as what it calls them: naming the hash of somebody
 * else's file must not open it, and the type under which bytes are served is judged by the bytes.
 */
export function strangeFiles(content: Content, uploads: readonly UploadedFile[]): Reason[] {
  const uploaded = new Map(uploads.map((upload) => [upload.sha256, upload]));
  const attachments = content.attachments.flatMap((file, index) => {
    const known = uploaded.get(file.sha256);
    if (known?.media_type === file.mediaType && known.size === file.size) return [];
    return [{ field: `attachments.${index}`, message: `附件“${file.name}”不是在这里上传的` }];
  });
  const pictures = picturesOf(content)
    .filter((sha256) => uploaded.get(sha256)?.media_type.startsWith('image/') !== true)
    .map(() => ({ field: 'body', message: '正文中有图片不是在这里上传的' }));
  return [...attachments, ...pictures];
}

/** The same content with types and sizes as they were seen when the files were opened. */
export function withSeenFiles(content: Content, uploads: readonly UploadedFile[]): Content {
  const uploaded = new Map(uploads.map((upload) => [upload.sha256, upload]));
  return {
    ...content,
    attachments: content.attachments.map((file) => {
      const known = uploaded.get(file.sha256);
      return known ? { ...file, mediaType: known.media_type, size: known.size } : file;
    }),
  };
}
