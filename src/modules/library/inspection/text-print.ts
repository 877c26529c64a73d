import { createHash } from 'node:crypto';

/** What is kept of a text to find others like it (GIP-C4); the text cannot be read out of it. */
export interface TextPrint {
  /** SHA-256, hex, of the text's letters and digits: spaces, line breaks and punctuation do not make it another text. */
  readonly hash: string;
  /** MinHash of four-character pieces: the share of equal places estimates how much two texts have in common. */
  readonly signature: readonly number[];
  /** Twelve keys; texts of which most is the same agree in one of them almost surely, others hardly ever. */
  readonly bands: readonly number[];
}

const PLACES = 60;
const BAND = 5;
const PIECE = 4;
/** Short texts are alike by chance: 本页无正文. */
const SHORTEST = 80;
const SEEDS = Array.from({ length: PLACES }, (_, at) => mix(Math.imul(at + 1, 0x9e3779b1)));

/** @returns null for texts too short to be told apart */
export function textPrint(text: string): TextPrint | null {
  const plain = text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (plain.length < SHORTEST) return null;
  const signature = signatureOf(plain);
  const bands: number[] = [];
  for (let at = 0; at < PLACES; at += BAND) {
    bands.push(signature.slice(at, at + BAND).reduce((key, value) => mix(key ^ value), at) | 0);
  }
  return { hash: createHash('sha256').update(plain).digest('hex'), signature, bands };
}

/** Estimated share of what two texts have in common, 0 to 1. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  return a.filter((value, at) => value === b[at]).length / PLACES;
}

function signatureOf(plain: string): number[] {
  const least = new Int32Array(PLACES).fill(0x7fffffff);
  for (const piece of piecesOf(plain)) {
    for (let at = 0; at < PLACES; at += 1) {
      const value = mix(piece ^ (SEEDS[at] ?? 0)) | 0;
      if (value < (least[at] ?? 0)) least[at] = value;
    }
  }
  return [...least];
}

function piecesOf(plain: string): Set<number> {
  const pieces = new Set<number>();
  for (let at = 0; at + PIECE <= plain.length; at += 1) {
    let piece = 0;
    for (let next = at; next < at + PIECE; next += 1) piece = Math.imul(piece ^ plain.charCodeAt(next), 0x01000193);
    pieces.add(piece);
  }
  return pieces;
}

/** Spreads the bits of a 32-bit number (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
