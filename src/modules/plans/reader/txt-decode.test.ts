import { expect, test } from 'vitest';
import { decodeText } from './txt-decode.ts';

const words = '序号\t任务\n1\t全年';
const utf16 = (big: boolean, mark: boolean) => {
  const codes = [...(mark ? '\ufeff' : ''), ...words].map((c) => c.charCodeAt(0));
  return Uint8Array.from(codes.flatMap((code) => (big ? [code >> 8, code & 255] : [code & 255, code >> 8])));
};

test.each([
  ['UTF-8', new TextEncoder().encode(words)],
  ['UTF-8 with mark', new TextEncoder().encode(`\ufeff${words}`)],
  ['UTF-16 LE with mark', utf16(false, true)],
  ['UTF-16 BE with mark', utf16(true, true)],
  ['UTF-16 LE', utf16(false, false)],
  ['UTF-16 BE', utf16(true, false)],
  // 序号 任务 全年 in GB18030, which Node decodes but does not encode.
  [
    'GB18030',
    Uint8Array.from([0xd0, 0xf2, 0xba, 0xc5, 9, 0xc8, 0xce, 0xce, 0xf1, 10, 0x31, 9, 0xc8, 0xab, 0xc4, 0xea]),
  ],
])('%s', (_, bytes) => {
  expect(decodeText(bytes)).toBe(words);
});

test.each([
  ['zero bytes', Uint8Array.from([0x50, 0, 0, 0, 1, 2, 3, 0, 0])],
  ['control bytes', Uint8Array.from({ length: 400 }, (_, index) => (index % 20) + 1)],
])('%s are no text', (_, bytes) => {
  expect(decodeText(bytes)).toBeUndefined();
});
