import type { ComponentChildren } from 'preact';
import type { OpenItem } from '../../publications/index.ts';

/** Something that a module above shows on the page of a document, for example its rating. */
export interface DocumentPart {
  /** Between the head and the text, for example the question that the text answers. */
  above?(item: OpenItem): Promise<ComponentChildren>;
  /** Above the related items, beside the text. */
  beside?(item: OpenItem): Promise<ComponentChildren>;
  /** Below the text. */
  below?(item: OpenItem): Promise<ComponentChildren>;
}

/** Filled when the program is composed; the library itself knows none of them. */
export class DocumentParts {
  readonly #parts: DocumentPart[] = [];

  register(part: DocumentPart): void {
    this.#parts.push(part);
  }

  async above(item: OpenItem): Promise<ComponentChildren[]> {
    return Promise.all(this.#parts.map((part) => part.above?.(item)));
  }

  async beside(item: OpenItem): Promise<ComponentChildren[]> {
    return Promise.all(this.#parts.map((part) => part.beside?.(item)));
  }

  async below(item: OpenItem): Promise<ComponentChildren[]> {
    return Promise.all(this.#parts.map((part) => part.below?.(item)));
  }
}
