import { pinyin } from 'pinyin-pro';

/** Sounds without tones and blanks, 养老 → yanglao: by which a wrongly chosen character is found again. */
export function soundOf(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array' }).join('').toLowerCase();
}
