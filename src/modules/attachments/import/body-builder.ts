import type {
  Align,
  Block,
  Body,
  CellBlock,
  Image,
  ItemBlock,
  ListItem,
  Mark,
  Text,
} from '../../../kernel/document-body.ts';
import { isSafeHref } from '../../../kernel/document-body.ts';
import type { ImportDoubt } from '../imported-document.contract.ts';
import { TableBuilder } from './table-builder.ts';

export interface NewParagraph {
  readonly runs: readonly Text[];
  readonly level?: 2 | 3 | 4 | undefined;
  readonly align?: Align | undefined;
  readonly list?: { readonly ordered: boolean; readonly depth: number; readonly start: number } | undefined;
}

interface OpenList {
  readonly ordered: boolean;
  readonly items: ListItem[];
}

interface Container {
  readonly blocks: Block[];
  readonly lists: OpenList[];
}

const MOST_DOUBTS = 100;
const DEEPEST_LIST = 5;

/** Puts a document together from paragraphs, lists, tables and pictures as they come in reading order. */
export class BodyBuilder {
  readonly doubts: ImportDoubt[] = [];
  readonly #root: Container = { blocks: [], lists: [] };
  #cell: Container | undefined;
  #table: TableBuilder | undefined;
  #tables = 0;
  #ids = 0;

  get inTable(): boolean {
    return this.#table !== undefined;
  }

  /** The block that was added last. */
  get lastId(): string {
    return `b${this.#ids}`;
  }

  doubt(message: string, place: string, blockId?: string): void {
    const known = this.doubts.some((doubt) => doubt.message === message && doubt.place === place);
    if (!known && this.doubts.length < MOST_DOUBTS)
      this.doubts.push({ message, place, ...(blockId ? { blockId } : {}) });
  }

  paragraph({ runs, level, align, list }: NewParagraph): void {
    const content = tidyRuns(runs);
    if (content.length === 0) return;
    const attrs = { id: this.#nextId(), ...(align ? { align } : {}) };
    const into = this.#here;
    if (list) this.#listItem(into, { type: 'paragraph', attrs, content }, list);
    else {
      into.lists.length = 0;
      // A table's cell knows no headings: its words are what counts.
      if (level && !this.#cell) into.blocks.push({ type: 'heading', attrs: { ...attrs, level }, content });
      else into.blocks.push({ type: 'paragraph', attrs, content });
    }
  }

  image(fileSha256: string, alt: string): void {
    const into = this.#here;
    into.lists.length = 0;
    const image: Image = {
      type: 'image',
      attrs: { id: this.#nextId(), fileSha256, alt: alt.slice(0, 500).toWellFormed() },
    };
    into.blocks.push(image);
  }

  rule(): void {
    if (!this.#cell) this.#root.blocks.push({ type: 'horizontalRule', attrs: { id: this.#nextId() } });
  }

  /** A table within a table is told cell by cell in the outer cell. */
  openTable(): void {
    this.#tables += 1;
    if (this.#tables > 1)
      this.doubt('表格里嵌套的表格已改为逐段文字，请核对。', `第${this.#tableNumber}个表格`, this.lastId);
    else {
      this.#root.lists.length = 0;
      this.#tableNumber += 1;
      this.#table = new TableBuilder(this.#nextId());
    }
  }

  #tableNumber = 0;

  openRow(header = false): void {
    if (this.#tables === 1) this.#table?.openRow(header);
  }

  openCell(): void {
    if (this.#tables === 1) this.#cell = { blocks: [], lists: [] };
  }

  closeCell(spans: { columnSpan?: number; rowSpan?: number; continuesAbove?: boolean } = {}): void {
    if (this.#tables !== 1 || !this.#cell) return;
    const blocks = this.#cell.blocks as CellBlock[];
    const filler: CellBlock = { type: 'paragraph', attrs: { id: this.#nextId() } };
    this.#table?.cell(blocks.length > 0 ? blocks : [filler], spans);
    this.#cell = undefined;
  }

  closeTable(): void {
    this.#tables = Math.max(0, this.#tables - 1);
    if (this.#tables > 0 || !this.#table) return;
    const table = this.#table.finish();
    if (table) this.#root.blocks.push(table);
    this.#table = undefined;
  }

  body(): Body {
    while (this.#table) {
      this.closeCell();
      this.closeTable();
    }
    return { type: 'doc', content: this.#root.blocks };
  }

  get #here(): Container {
    return this.#cell ?? this.#root;
  }

  #nextId(): string {
    this.#ids += 1;
    return `b${this.#ids}`;
  }

  /** Lists of deeper levels stand in the last item of the list above. */
  #listItem(into: Container, paragraph: ItemBlock, list: { ordered: boolean; depth: number; start: number }): void {
    const depth = Math.min(list.depth, into.lists.length, DEEPEST_LIST);
    into.lists.length = Math.min(into.lists.length, depth + 1);
    const open = into.lists[depth];
    const item: ListItem = { type: 'listItem', content: [paragraph] };
    if (open && open.ordered === list.ordered) {
      open.items.push(item);
      return;
    }
    into.lists.length = depth;
    const items = [item];
    into.lists.push({ ordered: list.ordered, items });
    const start = list.ordered && list.start !== 1 ? { start: list.start } : {};
    const block: Block = list.ordered
      ? { type: 'orderedList', attrs: { id: this.#nextId(), ...start }, content: items }
      : { type: 'bulletList', attrs: { id: this.#nextId() }, content: items };
    const above = into.lists[depth - 1]?.items.at(-1);
    if (above) above.content.push(block);
    else into.blocks.push(block);
  }
}

/** Neighbours of one formatting become one, blanks at both ends go, unsafe links become their words. */
export function tidyRuns(runs: readonly Text[]): Text[] {
  const joined: Text[] = [];
  for (const run of runs) {
    const text = run.text
      .replace(/[\s\p{Cc}\ufeff]+/gu, (blank) => (blank.includes('\u3000') ? '\u3000' : ' '))
      .toWellFormed();
    if (text === '') continue;
    const marks = run.marks?.filter((mark) => mark.type !== 'link' || isSafeHref(mark.attrs.href));
    const last = joined.at(-1);
    if (last && sameMarks(last.marks, marks)) last.text += text;
    else joined.push({ type: 'text', text, ...(marks?.length ? { marks } : {}) });
  }
  const first = joined[0];
  if (first) first.text = first.text.replace(/^[\s\u3000]+/, '');
  const last = joined.at(-1);
  if (last) last.text = last.text.replace(/[\s\u3000]+$/, '');
  return joined.filter((run) => run.text !== '');
}

function sameMarks(a: readonly Mark[] = [], b: readonly Mark[] = []): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
