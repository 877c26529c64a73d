import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';
import { sfntOf } from './woff.ts';

const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'));
const MAIN = 'chinese-simplified';
/** What no font of ours can show, as printers have marked it for a hundred years. */
export const MISSING = '〓';

export interface PdfFont {
  /** Name in the document's definition. */
  readonly name: string;
  readonly normal: Buffer;
  readonly bold: Buffer;
  has(codePoint: number): boolean;
}

/** Noto Sans SC (OFL 1.1): one font for all ordinary characters, slices for rare ones, opened when one of theirs is met. */
export class PdfFonts {
  readonly main = openFont(MAIN);
  readonly #opened = new Map<string, PdfFont>();
  #lacks = false;
  #slices: readonly { readonly name: string; readonly ranges: readonly (readonly [number, number])[] }[] | undefined;

  /** @returns undefined when no font of ours has the character */
  fontFor(codePoint: number): PdfFont | undefined {
    if (this.main.has(codePoint)) return this.main;
    const slice = this.#sliceOf(codePoint);
    const font = slice === undefined ? undefined : (this.#opened.get(slice) ?? openFont(slice));
    if (slice === undefined || !font?.has(codePoint)) {
      this.#lacks = true;
      return undefined;
    }
    this.#opened.set(slice, font);
    return font;
  }

  /** Whether a character was asked for that no font has. */
  get lacks(): boolean {
    return this.#lacks;
  }

  get used(): readonly PdfFont[] {
    return [this.main, ...this.#opened.values()];
  }

  #sliceOf(codePoint: number): string | undefined {
    this.#slices ??= readSlices();
    return this.#slices.find(({ ranges }) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to))?.name;
  }
}

function openFont(slice: string): PdfFont {
  const [normal, bold] = ['400', '700'].map((weight) =>
    sfntOf(readFileSync(join(folder, 'files', `noto-sans-sc-${slice}-${weight}-normal.woff`))),
  ) as [Buffer, Buffer];
  const font = create(normal);
  return { name: slice, normal, bold, has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
}

/** `{"[4]": "U+1f1e9-1f1f5,U+1f21a", "latin": …}`: which file has which characters. */
function readSlices() {
  const listed = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Readonly<Record<string, string>>;
  return Object.entries(listed).map(([key, list]) => ({
    name: key.replaceAll(/[[\]]/g, ''),
    ranges: list.split(',').map((range) => {
      const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  }));
}
