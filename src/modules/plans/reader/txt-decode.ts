/**
 * Text of a file in one of the encodings that plans come in: UTF-8, UTF-16 (with or without mark) or GB18030, which
 * includes GBK and GB2312. Undefined when the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = byMark(bytes);
  if (marked) return decode(bytes, marked);
  const guessed = utf16Guess(bytes);
  if (guessed) return decode(bytes, guessed);
  if (isBinary(bytes)) return undefined;
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Line ends, blanks and digits have a zero byte in UTF-16: on odd places in little-endian, on even in big-endian. */
function utf16Guess(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 100 && even === 0) return 'utf-16le';
  if (even > sample.length / 100 && odd === 0) return 'utf-16be';
  return undefined;
}

function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) control++;
  }
  return control > sample.length / 200;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
