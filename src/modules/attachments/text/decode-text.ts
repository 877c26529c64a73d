/**
 * Text in one of the encodings that offices send: UTF-8, UTF-16 with its mark, or GB18030, which includes GBK and GB2312.
 * Undefined when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffe\uffff]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
