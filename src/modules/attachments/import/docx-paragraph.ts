import type { Mark, Text } from '../../../kernel/document-body.ts';

/** A paragraph while its runs are read. */
export class DocxParagraph {
  style = '';
  align: string | undefined;
  outline: number | undefined;
  list: string | undefined;
  listLevel = 0;
  /** Lines of the paragraph: Word's own line breaks begin a new one. */
  readonly lines: Text[][] = [[]];
  /** Pictures, told after the words. */
  readonly images: { readonly relation: string; readonly alt: string }[] = [];

  add(text: string, marks: readonly Mark[]): void {
    this.lines.at(-1)?.push({ type: 'text', text, ...(marks.length > 0 ? { marks: [...marks] } : {}) });
  }

  break(): void {
    this.lines.push([]);
  }
}
