import { Parser } from 'htmlparser2';

/** Automatic numbers of paragraphs, which a Word document leaves to whoever shows it. */
export interface DocxNumbering {
  /** Text that is printed before the paragraph, '' for bullets and unknown lists. Counts on. */
  next(listId: string, level: number): string;
  /** How a level is numbered; undefined when the list is not known. */
  level(
    listId: string,
    level: number,
  ): { readonly format: string; readonly text: string; readonly start: number } | undefined;
}

interface Level {
  start: number;
  format: string;
  text: string;
}

type Levels = Map<number, Level>;

/** @param xml content of word/numbering.xml, undefined when the document has none */
export function readNumbering(xml: string | undefined): DocxNumbering {
  const { abstracts, lists } = parse(xml ?? '');
  const counters = new Map<string, Map<number, number>>();
  return {
    level: (listId, level) => abstracts.get(lists.get(listId) ?? '')?.get(level),
    next(listId, level) {
      const abstractId = lists.get(listId);
      const levels = abstractId === undefined ? undefined : abstracts.get(abstractId);
      const own = levels?.get(level);
      if (!levels || !own || abstractId === undefined) return '';
      const counts = counters.get(listId) ?? new Map<number, number>();
      counters.set(listId, counts);
      counts.set(level, (counts.get(level) ?? own.start - 1) + 1);
      for (const deeper of counts.keys()) if (deeper > level) counts.delete(deeper);
      if (own.format === 'bullet' || own.format === 'none') return '';
      return own.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const shown = levels.get(at);
        return shown ? formatted(counts.get(at) ?? shown.start, shown.format) : '';
      });
    },
  };
}

function parse(xml: string): { abstracts: Map<string, Levels>; lists: Map<string, string> } {
  const abstracts = new Map<string, Levels>();
  const lists = new Map<string, string>();
  let levels: Levels = new Map();
  let level: Level = { start: 1, format: 'decimal', text: '' };
  let list = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:abstractNum') {
          levels = new Map();
          abstracts.set(attributes['w:abstractNumId'] ?? '', levels);
        }
        if (name === 'w:lvl') {
          level = { start: 1, format: 'decimal', text: '' };
          levels.set(Number(attributes['w:ilvl'] ?? 0), level);
        }
        if (name === 'w:start') level.start = Number(value) || 0;
        if (name === 'w:numFmt') level.format = value;
        if (name === 'w:lvlText') level.text = value;
        if (name === 'w:num') list = attributes['w:numId'] ?? '';
        if (name === 'w:abstractNumId') lists.set(list, value);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { abstracts, lists };
}

const HAN = '〇一二三四五六七八九';

function formatted(count: number, format: string): string {
  if (/chinese|japanese|ideograph|taiwanese|korean/i.test(format) && !/EnclosedCircle|Traditional|Zodiac/.test(format))
    return han(count);
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese') {
    return count <= 20 ? String.fromCharCode(0x245f + count) : String(count);
  }
  if (format === 'lowerLetter') return String.fromCharCode(96 + ((count - 1) % 26) + 1);
  if (format === 'upperLetter') return String.fromCharCode(64 + ((count - 1) % 26) + 1);
  if (format === 'decimalZero') return String(count).padStart(2, '0');
  return String(count);
}

function han(count: number): string {
  if (count < 10) return HAN[count] ?? '';
  if (count >= 100) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  return `${tens > 1 ? (HAN[tens] ?? '') : ''}十${ones > 0 ? (HAN[ones] ?? '') : ''}`;
}
