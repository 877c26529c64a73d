import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8');
const high = readFileSync(new URL('./styles/contrast.css', import.meta.url), 'utf8');

/** WCAG 2.1, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function colour(sheet: string, name: string): string {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(sheet)?.[1];
  if (!found) throw new Error(`no colour --${name}`);
  return found;
}

const TEXT_ON_PAPER = [
  'ink',
  'ink-soft',
  'link',
  'link-deep',
  'azurite',
  'done',
  'waiting',
  'active-ink',
  'idle-ink',
  'late',
];
const SIGNS_ON_PAPER = ['line-strong', 'active', 'idle', 'focus', 'done', 'waiting', 'late'];

describe.each([
  ['standard colours', tokens],
  ['high contrast', high],
])('%s', (_name, sheet) => {
  it.each(TEXT_ON_PAPER)('%s is legible as text on paper and on tinted paper', (name) => {
    expect(ratio(colour(sheet, name), colour(sheet, 'paper'))).toBeGreaterThanOrEqual(4.5);
    expect(ratio(colour(sheet, name), colour(sheet, 'paper-tint'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SIGNS_ON_PAPER)('%s can be seen as a sign on paper and on tinted paper', (name) => {
    expect(ratio(colour(sheet, name), colour(sheet, 'paper'))).toBeGreaterThanOrEqual(3);
    expect(ratio(colour(sheet, name), colour(sheet, 'paper-tint'))).toBeGreaterThanOrEqual(3);
  });
});

it('high contrast gives body text at least 7:1', () => {
  for (const name of TEXT_ON_PAPER) expect(ratio(colour(high, name), colour(high, 'paper'))).toBeGreaterThanOrEqual(7);
});

it('the dark band of the home page carries legible text, also where its lattice is lightest', () => {
  const lattice = '#19414f';
  for (const text of ['#ffffff', '#d9e8ee', colour(tokens, 'moon')]) {
    expect(ratio(text, colour(tokens, 'night'))).toBeGreaterThanOrEqual(4.5);
    expect(ratio(text, lattice)).toBeGreaterThanOrEqual(4.5);
  }
});
