/** A character as PDF and OFD both give it. Points, origin top left, y downwards. */
export interface Glyph {
  readonly text: string;
  /** Left end of the character on its baseline. */
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  /** Height of the font. */
  readonly size: number;
  /** Clockwise turn of the reading direction. 90 also stands for vertical writing. */
  readonly turn: 0 | 90 | 180 | 270;
}
