/** A question that was answered in public. */
export interface AnsweredQuestion {
  readonly number: number;
  readonly title: string;
  readonly question: string;
}

/** Below this share of the asked words, weighed by how rare they are, two questions merely use the same phrases. */
const LEAST = 0.22;
/** What every question says. */
const EMPTY_WORDS = /请问|您好|你好|谢谢|怎么|怎样|如何|什么|可以|是否|需要|我想|想问|咨询|一下|领导|尊敬的/gu;

/** Finds questions alike by pairs of letters: no dictionary is needed, and a word that nobody foresaw counts like any other. */
export class AnsweredQuestions {
  readonly #items: readonly AnsweredQuestion[];
  readonly #places = new Map<string, number[]>();

  constructor(items: readonly AnsweredQuestion[]) {
    this.#items = items;
    for (const [place, item] of items.entries())
      for (const pair of pairsOf(`${item.title} ${item.question}`)) {
        const places = this.#places.get(pair);
        if (places) places.push(place);
        else this.#places.set(pair, [place]);
      }
  }

  /** The most alike first, at most `limit`; none when nothing is alike enough to help. */
  like(text: string, limit: number): readonly AnsweredQuestion[] {
    const asked = [...pairsOf(text)];
    const weights = new Map<number, number>();
    let whole = 0;
    for (const pair of asked) {
      const places = this.#places.get(pair) ?? [];
      const weight = Math.log(1 + this.#items.length / Math.max(1, places.length));
      whole += weight;
      for (const place of places) weights.set(place, (weights.get(place) ?? 0) + weight);
    }
    if (whole === 0) return [];
    return [...weights]
      .filter(([, weight]) => weight / whole >= LEAST)
      .sort(([first, more], [second, less]) => less - more || first - second)
      .slice(0, limit)
      .flatMap(([place]) => this.#items[place] ?? []);
  }
}

/** 公租房 → 公租, 租房; letters and figures stay together as words. */
export function pairsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC').toLowerCase().replace(EMPTY_WORDS, ' ');
  const pairs = new Set<string>();
  for (const run of plain.match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []) {
    if (/^[a-z0-9]/.test(run)) {
      if (run.length > 1) pairs.add(run);
      continue;
    }
    const letters = [...run];
    for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(`${letters[at]}${letters[at + 1]}`);
  }
  return pairs;
}
