import { AppError, type Reason } from '../../../kernel/app-error.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { blanksOf, blankText, partsOf, type TextPart } from './blanks.ts';
import { BLANKS, type Blank, LETTER_LABELS, type LetterKind } from './letter-words.ts';
import type { LetterTemplate } from './template.ts';
import { MAY_STAY_EMPTY, TEMPLATE_RULES } from './template-rules.ts';

/** Chinese words for each blank; absent or blank: nothing is known. Several lines become several paragraphs. */
export type LetterValues = Readonly<Partial<Record<Blank, string>>>;

/** What stands around the words of a letter. */
export interface LetterFrame {
  /** Full name of the agency that signs. */
  readonly agency: string;
  /** 明教告〔2026〕12号; null: none was given yet. */
  readonly documentNumber: string | null;
  /** Day under the signature; null: it is a draft. */
  readonly signedOn: LocalDate | null;
}

/** A letter of which paper, file and reply are made alike. */
export interface Letter extends LetterFrame {
  readonly kind: LetterKind;
  readonly title: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly hasRedHead: boolean;
}

/**
 * Fills a template. A line whose blanks may all stay empty, and do, goes.
 * @throws AppError `letter-incomplete` (422) naming every blank without words
 */
export function letterText(template: LetterTemplate, values: LetterValues, frame: LetterFrame): Letter {
  const missing = missingValues(template, { ...values, agency: frame.agency });
  if (missing.length > 0)
    throw new AppError('letter-incomplete', 422, `${LETTER_LABELS[template.kind]}还不能生成，请先补齐以下内容。`, {
      reasons: missing,
    });
  return draftLetter(template, values, frame);
}

/** The same of what is not whole yet: blanks that still lack words stay as they stand in the template. */
export function draftLetter(template: LetterTemplate, values: LetterValues, frame: LetterFrame): Letter {
  const all = { ...values, agency: frame.agency };
  const [addressee = '', ...rest] = template.body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => filledLine(template.kind, line.trim(), all));
  const { kind, title, hasRedHead } = template;
  return { ...frame, kind, title, addressee, paragraphs: rest, hasRedHead };
}

/** Blanks of the template that have no words and must have some. */
export function missingValues(template: Pick<LetterTemplate, 'kind' | 'body'>, values: LetterValues): Reason[] {
  return blanksOf(template.body)
    .filter((blank) => !mayStayEmpty(template.kind, blank) && isEmpty(values[blank]))
    .map((blank) => ({ field: blank, message: `缺少${BLANKS[blank]}。` }));
}

function mayStayEmpty(kind: LetterKind, blank: Blank): boolean {
  return TEMPLATE_RULES[kind].may.includes(blank) || (MAY_STAY_EMPTY[kind] ?? []).includes(blank);
}

function filledLine(kind: LetterKind, line: string, values: LetterValues): string[] {
  const isIdle = (text: string) => {
    const blanks = blanksOf(text);
    return blanks.length > 0 && blanks.every((blank) => mayStayEmpty(kind, blank) && isEmpty(values[blank]));
  };
  if (isIdle(line)) return [];
  // 编号 in parentheses goes with its parentheses; words that were filled in are never touched.
  const held = line.replace(/（[^（）]*）/g, (group) => (isIdle(group) ? '' : group));
  let text = '';
  for (const part of partsOf(held)) {
    const words = wordsOf(kind, part, values);
    text += 'text' in part && /[。！？]$/.test(text) ? words.replace(/^。/, '') : words;
  }
  return text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function wordsOf(kind: LetterKind, part: TextPart, values: LetterValues): string {
  if ('text' in part) return part.text;
  // A template with such a part is refused when it is saved.
  if ('unknown' in part) return `【${part.unknown}】`;
  const words = (values[part.blank] ?? '').trim();
  return words === '' && !mayStayEmpty(kind, part.blank) ? blankText(part.blank) : words;
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** The letter as plain words, for the reply of the case; what was written by hand takes its place there. */
export function plainText({ title, addressee, paragraphs }: Letter): string {
  return [title, addressee, ...paragraphs].join('\n');
}

/** The same letter with words that somebody edited by hand; the first two lines stay title and addressee. */
export function withOwnWords(letter: Letter, text: string): Letter {
  const [title = letter.title, addressee = letter.addressee, ...paragraphs] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { ...letter, title, addressee, paragraphs };
}

/** Elements that words written by hand have lost against what the record says (law section 9.4). */
export function lostWords(text: string, values: LetterValues, kind: LetterKind): Reason[] {
  const must = TEMPLATE_RULES[kind].must.filter((blank) => LASTING.has(blank) && !isEmpty(values[blank]));
  const plain = bare(text);
  return must
    .filter((blank) => (values[blank] ?? '').split('、').some((piece) => !plain.includes(bare(piece))))
    .map((blank) => ({ field: blank, message: `文书中缺少${blankText(blank)}的内容，或者与登记的不一致。` }));
}

/** Decision and reasons may be put in other words; who, when, the law and the remedy may not. */
const LASTING: ReadonlySet<Blank> = new Set(['agency', 'receivedOn', 'articles', 'remedy']);

function bare(text: string): string {
  return text.replace(/\s/g, '');
}
