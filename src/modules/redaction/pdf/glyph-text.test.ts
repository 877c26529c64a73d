import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../find-personal-data.ts';
import { openForDrawing } from './draw-page.ts';
import { boxesOf, placedText } from './glyph-text.ts';
import { pdfGlyphs } from './pdf-glyphs.ts';

const SECRET = '11010519491231002X';
const SCALE = 3;

interface Setting {
  readonly turn?: number;
  readonly crop?: boolean;
  readonly textTurn?: number;
  readonly size?: number;
  readonly font?: StandardFonts;
}

/** A page with the number alone, set in some way. */
async function pageWith({
  turn = 0,
  crop = false,
  textTurn = 0,
  size = 14,
  font = StandardFonts.TimesRomanBoldItalic,
}: Setting) {
  const document = await PDFDocument.create();
  const page = document.addPage([400, 500]);
  page.setRotation(degrees(turn));
  if (crop) page.setCropBox(40, 60, 330, 400);
  page.drawText(SECRET, { x: 180, y: 250, size, font: await document.embedFont(font), rotate: degrees(textTurn) });
  return document.save();
}

async function uncovered(bytes: Uint8Array): Promise<{ dark: number; outside: number }> {
  const [page] = await pdfGlyphs(bytes);
  const placed = placedText(page?.glyphs ?? []);
  const boxes = findPersonalData(placed.text).flatMap(({ start, end }) => boxesOf(placed, start, end));
  const { width, data } = await (await openForDrawing(bytes)).getPage(0).render({ scale: SCALE, render: 'bitmap' });
  let [dark, outside] = [0, 0];
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at] ?? 255) > 250) continue;
    dark++;
    const [x, y] = [((at / 4) % width) / SCALE, Math.floor(at / 4 / width) / SCALE];
    if (!boxes.some((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)) outside++;
  }
  return { dark, outside };
}

describe('boxes cover every pixel of what was found', () => {
  const settings: readonly (readonly [string, Setting])[] = [
    ['upright', {}],
    ['small', { size: 5 }],
    ['large', { size: 20 }],
    ['in a plain font', { font: StandardFonts.Helvetica }],
    ['on a page turned by 90', { turn: 90 }],
    ['on a page turned by 180', { turn: 180 }],
    ['on a page turned by 270', { turn: 270 }],
    ['on a page cut smaller', { crop: true }],
    ['on a page cut and turned', { crop: true, turn: 90 }],
    ['text running up', { textTurn: 90, size: 8 }],
    ['text upside down', { textTurn: 180, size: 8 }],
    ['text running down', { textTurn: 270, size: 8 }],
  ];
  it.each(settings)('%s', async (_, setting) => {
    const { dark, outside } = await uncovered(await pageWith(setting));
    expect(dark).toBeGreaterThan(200);
    expect(outside).toBe(0);
  });
});

describe('the text of a page', () => {
  const glyph = (text: string, x: number, baseline: number) => ({
    text,
    x,
    baseline,
    width: 6,
    size: 12,
    turn: 0 as const,
  });

  it('has a border of cells where a wide gap stands, a new line where the baseline moves', () => {
    const row = [
      glyph('姓', 10, 20),
      glyph('名', 16, 20),
      glyph('电', 80, 20),
      glyph('话', 86, 20),
      glyph('王', 10, 40),
    ];
    expect(placedText(row).text).toBe('姓名\t电话\n王');
  });

  it('gives one box for each line of a value', () => {
    const placed = placedText([glyph('1', 10, 20), glyph('2', 16, 20), glyph('3', 10, 34)]);
    expect(boxesOf(placed, 0, placed.text.length)).toHaveLength(2);
  });
});
