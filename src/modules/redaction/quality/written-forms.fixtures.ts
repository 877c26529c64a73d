import type { Random } from './random.fixtures.ts';

const wide = (text: string) => text.replaceAll(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0xfee0));
const cut = (text: string, at: number, mark: string) => text.slice(0, at) + mark + text.slice(at);
const fours = (text: string, mark: string) => text.replaceAll(/(.{4})(?=.)/g, `$1${mark}`);

/** Ways in which an identity number reaches a page. */
export function writtenIdentity(random: Random, number: string): string {
  const kind = random.next();
  if (kind < 0.42) return number;
  if (kind < 0.5) return number.toLowerCase();
  if (kind < 0.57) return wide(number);
  if (kind < 0.63) return `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`;
  if (kind < 0.68) return fours(number, ' ');
  if (kind < 0.72) return `${number.slice(0, 6)}-${number.slice(6, 14)}-${number.slice(14)}`;
  if (kind < 0.8) return cut(number, random.between(2, 16), '\n');
  if (kind < 0.83) return cut(number, random.between(2, 16), '\u200b');
  if (kind < 0.86) return cut(number, random.between(2, 16), '\r\n');
  if (kind < 0.89) return cut(number, random.between(4, 14), '\u00a0');
  if (kind < 0.92) return `${number.slice(0, 6)}　${number.slice(6, 14)}　${number.slice(14)}`;
  if (kind < 0.94) return number.split('').join(' ');
  if (kind < 0.97) return confused(random, number);
  return cut(number, random.between(3, 15), ' ');
}

/** Two or three digits as a reader of pictures mistakes them. */
function confused(random: Random, number: string): string {
  const alike: Record<string, string> = { '0': 'O', '1': 'l', '5': 'S', '8': 'B' };
  let left = random.between(1, 3);
  return number.replaceAll(/[0158]/g, (digit, at: number) => {
    if (left === 0 || at < 2 || random.chance(0.5)) return digit;
    left--;
    return alike[digit] ?? digit;
  });
}

export function writtenMobile(random: Random, number: string): string {
  const kind = random.next();
  if (kind < 0.6) return number;
  if (kind < 0.7) return `${number.slice(0, 3)}-${number.slice(3, 7)}-${number.slice(7)}`;
  if (kind < 0.8) return `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;
  if (kind < 0.86) return `+86 ${number}`;
  if (kind < 0.9) return `86${number}`;
  if (kind < 0.95) return wide(number);
  return cut(number, random.between(4, 8), '\n');
}

export function writtenCard(random: Random, number: string): string {
  return random.chance(0.7) ? number : fours(number, ' ');
}
