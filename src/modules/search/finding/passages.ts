/** A piece of text for display; `found` pieces are what the reader looked for. */
export interface MarkedPiece {
  readonly text: string;
  readonly found: boolean;
  /** Where it begins in the text it is cut from. */
  readonly at: number;
}

const LENGTH = 140;
const BEFORE = 20;

/**
 * The stretch of the text that holds most of the different words looked for, cut at a sentence where one begins near by.
 * @param words folded; those found are matched in any case and width-insensitively only as far as one character stands for one
 */
export function bestPassage(body: string, words: readonly string[]): readonly MarkedPiece[] {
  const text = body.replace(/\s+/gu, ' ').trim();
  const places = placesOf(text, words);
  const start = startNear(text, densest(places));
  const stretch = text.slice(start, start + LENGTH);
  const pieces = marked(stretch, words);
  return [
    ...(start > 0 ? [{ text: '……', found: false, at: -1 }] : []),
    ...pieces,
    ...(start + LENGTH < text.length ? [{ text: '……', found: false, at: LENGTH }] : []),
  ];
}

/** The whole text with what was looked for marked; longer words win over shorter ones inside them. */
export function marked(text: string, words: readonly string[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { start, end } of joined(placesOf(text, words))) {
    if (start > at) pieces.push({ text: text.slice(at, start), found: false, at });
    pieces.push({ text: text.slice(start, end), found: true, at: start });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false, at });
  return pieces;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

function placesOf(text: string, words: readonly string[]): Place[] {
  const lower = lowerKeepingLength(text);
  const places: Place[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = lower.indexOf(word); at >= 0 && places.length < 2000; at = lower.indexOf(word, at + word.length)) {
      places.push({ start: at, end: at + word.length, word });
    }
  }
  return places.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Full-width letters and figures become half-width and small; every other sign stays, so that places stay places. */
function lowerKeepingLength(text: string): string {
  return text.replace(/[Ａ-Ｚａ-ｚ０-９A-Z]/gu, (sign) => {
    const code = sign.charCodeAt(0);
    return String.fromCharCode(code > 0xff00 ? code - 0xfee0 : code).toLowerCase();
  });
}

function joined(places: readonly Place[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last && place.start <= last.end) last.end = Math.max(last.end, place.end);
    else runs.push({ start: place.start, end: place.end });
  }
  return runs;
}

function densest(places: readonly Place[]): number {
  let best = { start: 0, words: 0 };
  for (const [index, first] of places.entries()) {
    const inside = new Set<string>();
    for (let i = index; i < places.length && (places[i] as Place).end <= first.start + LENGTH - BEFORE; i += 1) {
      inside.add((places[i] as Place).word);
    }
    if (inside.size > best.words) best = { start: first.start, words: inside.size };
  }
  return best.start;
}

function startNear(text: string, place: number): number {
  const from = Math.max(0, place - BEFORE);
  if (from === 0) return 0;
  const sentence = text.slice(from, place).search(/[。；！？]/u);
  return sentence >= 0 ? from + sentence + 1 : from;
}
