import { Parser } from 'htmlparser2';
import type { Passage } from './passage.ts';

const HEADINGS = new Set(['h2', 'h3', 'h4']);
/** In a table its cells count, whatever they are made of. */
const TEXTS = new Set(['p', 'li', 'figure', ...HEADINGS]);
/** 第一章　总则; 一、适用范围; （二）标准: headings that are written as paragraphs. */
const WRITTEN_HEADING =
  /^(?:第[一二三四五六七八九十百]+[章节]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)\s*\S{1,18}$/u;
/** Addressees, signatures, lists of attachments, and what merely leads to the next paragraph. */
const FORM = /^(?:附件：.*|[^。；]*[：:]|（.{0,20}公开.{0,10}）|.{4}年.{1,3}月.{1,4}日|\s*)$/u;
/** Why and that something was issued. */
const PREAMBLE =
  /^(?:第一条\s*)?为.{4,120}制定本.{1,6}。$|现(?:予)?(?:印发|下达|公布)(?:给你们)?(?:，请.{1,20}(?:执行|落实|实施))?。$/u;
/** A name under a text says nothing. */
const SIGNATURE = /^[^，。；：！？\d]{1,40}(?:政府|局|委员会|办公室|办事处|大队|中心|公司|院)$/u;
const SHORTEST = 8;

/** The blocks of a frozen text, in reading order, without those that answer nothing: headings, addressees, signatures. */
export function passagesOf(bodyHtml: string): Passage[] {
  const reader = new BlockReader();
  const parser = new Parser({
    onopentag: (name) => reader.open(name),
    ontext: (text) => reader.text(text),
    onclosetag: (name) => reader.close(name),
  });
  parser.write(bodyHtml);
  parser.end();
  reader.end();
  return reader.passages;
}

class BlockReader {
  readonly passages: Passage[] = [];
  #place = 0;
  #heading = '';
  #words = '';
  #tag = '';
  #row: { readonly cells: string[]; isHead: boolean } | null = null;
  #head: readonly string[] = [];

  open(name: string): void {
    if (name === 'table') this.#head = [];
    if (name === 'tr') {
      this.end();
      this.#row = { cells: [], isHead: true };
    } else if (name === 'td' || name === 'th') {
      this.#words = '';
      if (name === 'td' && this.#row) this.#row.isHead = false;
    } else if (!this.#row && TEXTS.has(name)) {
      this.end();
      this.#tag = name;
    }
  }

  text(text: string): void {
    this.#words += text;
  }

  close(name: string): void {
    if (this.#row) {
      if (name === 'td' || name === 'th') {
        this.#row.cells.push(plain(this.#words));
        this.#words = '';
      } else if (name === 'tr') this.#endRow(this.#row);
    } else if (TEXTS.has(name)) this.end();
  }

  end(): void {
    const text = plain(this.#words);
    const isHeading = HEADINGS.has(this.#tag) || WRITTEN_HEADING.test(text);
    this.#words = '';
    this.#tag = '';
    if (text === '') return;
    this.#place += 1;
    if (isHeading) this.#heading = text;
    else if (!isForm(text)) this.#add(text, text);
  }

  #endRow(row: { readonly cells: readonly string[]; readonly isHead: boolean }): void {
    this.#row = null;
    this.#place += 1;
    if (row.isHead) {
      this.#head = row.cells;
      return;
    }
    const parts = row.cells.map((cell, at) => (this.#head[at] ? `${this.#head[at]}：${cell}` : cell));
    const longest = row.cells.reduce((best, cell) => (cell.length > best.length ? cell : best), '');
    this.#add(parts.filter(Boolean).join('；'), longest);
  }

  #add(text: string, anchor: string): void {
    this.passages.push({ place: this.#place, text, heading: this.#heading, anchor });
  }
}

function isForm(text: string): boolean {
  return text.length < SHORTEST || [FORM, PREAMBLE, SIGNATURE].some((form) => form.test(text));
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
