import { HIDDEN_KIND_NAMES, type HiddenKind } from '../../attachments/index.ts';

/** What may run, fetch or carry something, where the rest of what a file hides harms nobody who opens it. */
const ACTIVE: readonly HiddenKind[] = ['embeddedFile', 'script', 'macro', 'externalLink'];

/** @returns a Chinese sentence for each kind that the file holds */
export function fileWarnings(hidden: readonly { readonly kind: HiddenKind }[]): string[] {
  const kinds = new Set(hidden.map(({ kind }) => kind));
  return ACTIVE.filter((kind) => kinds.has(kind)).map(
    (kind) => `含有${HIDDEN_KIND_NAMES[kind]}，打开时请不要启用内容，不要点开其中的链接和嵌入的文件。`,
  );
}
