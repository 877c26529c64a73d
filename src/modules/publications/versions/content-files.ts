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

/**
 * Files that the content names and that were not uploaded to this publication: naming the hash of somebody else's file must not open it.
 */
export function strangeFiles(content: Content, uploaded: ReadonlySet<string>): Reason[] {
  const attachments = content.attachments.flatMap((file, index) =>
    uploaded.has(file.sha256) ? [] : [{ field: `attachments.${index}`, message: `附件“${file.name}”不是在这里上传的` }],
  );
  const pictures = picturesOf(content)
    .filter((sha256) => !uploaded.has(sha256))
    .map(() => ({ field: 'body', message: '正文中有图片不是在这里上传的' }));
  return [...attachments, ...pictures];
}
