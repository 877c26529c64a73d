import {
  type FileProblem,
  type HiddenDatum,
  type HiddenKind,
  type Inspection,
  TEXT_LIMIT,
} from '../inspection.contract.ts';
import { adviceFor } from './advice.ts';

const MOST_PER_KIND = 30;
const LONGEST_EXCERPT = 80;
const LONGEST_PLACE = 120;

export interface FindingOptions {
  readonly advice?: string;
  /** Absent: true. */
  readonly cleanable?: boolean;
}

/** Gathers what an inspection finds, within bounds, so that a file full of comments gives a list that people can read. */
export class Findings {
  pages: number | undefined;
  readonly #hidden: HiddenDatum[] = [];
  readonly #counts = new Map<HiddenKind, number>();
  readonly #problems = new Map<string, FileProblem>();
  #text = '';
  #textCut = false;

  hidden(kind: HiddenKind, place: string, excerpt: string, options: FindingOptions = {}): void {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    if (count > MOST_PER_KIND) return;
    this.#hidden.push({
      kind,
      place: shorten(place, LONGEST_PLACE),
      excerpt: shorten(excerpt, LONGEST_EXCERPT),
      advice: options.advice ?? adviceFor(kind),
      cleanable: options.cleanable ?? true,
    });
  }

  /** @param refused the file must not become public as it is */
  problem(code: string, message: string, refused = false): void {
    this.#problems.set(code, { code, message, refused });
  }

  text(piece: string): void {
    const room = TEXT_LIMIT - this.#text.length;
    if (piece.length > room) this.#textCut = true;
    if (room > 0) this.#text += piece.slice(0, room);
  }

  get full(): boolean {
    return this.#textCut;
  }

  result(mediaType: string, typeName: string): Inspection {
    for (const [kind, count] of this.#counts) {
      const last = this.#hidden.findLast((datum) => datum.kind === kind);
      if (count > MOST_PER_KIND && last)
        this.#hidden.push({ ...last, place: '其他位置', excerpt: `另有 ${count - MOST_PER_KIND} 处` });
    }
    if (this.#textCut)
      this.problem('text-cut', '文字过多，只检查了前 200 万字。请拆分文件后上传，以便全部检查。', true);
    const problems = [...this.#problems.values()];
    return {
      mediaType,
      typeName,
      accepted: !problems.some((problem) => problem.refused),
      ...(this.pages === undefined ? {} : { pages: this.pages }),
      text: this.#text.toWellFormed().replaceAll('\0', ''),
      textCut: this.#textCut,
      hiddenData: this.#hidden,
      problems,
    };
  }
}

/** One line without control or direction characters, cut to a length. */
export function shorten(text: string, length: number): string {
  const line = text
    .slice(0, length * 4)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .toWellFormed();
  return line.length > length ? `${line.slice(0, length - 1).toWellFormed()}…` : line;
}
