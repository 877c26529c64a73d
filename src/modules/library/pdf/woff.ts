import { inflateSync } from 'node:zlib';

const SIGNATURE = 0x774f4646;
const HEAD = 44;
const ENTRY = 20;

/**
 * The TrueType font inside a WOFF file (W3C WOFF 1.0): every table unpacked once. Engines that read a WOFF itself unpack a table each time
 * they look into it, which takes minutes for a Chinese font.
 * @throws Error when it is no WOFF file
 */
export function sfntOf(woff: Uint8Array): Buffer {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (view.getUint32(0) !== SIGNATURE) throw new Error('no WOFF file');
  const tables = Array.from({ length: view.getUint16(12) }, (_, at) => {
    const [tag, offset, packed, size, checksum] = [0, 4, 8, 12, 16].map((place) =>
      view.getUint32(HEAD + ENTRY * at + place),
    ) as [number, number, number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    return { tag, checksum, bytes: packed < size ? inflateSync(bytes) : bytes };
  });
  return written(view.getUint32(4), tables);
}

interface FontTable {
  readonly tag: number;
  readonly checksum: number;
  readonly bytes: Uint8Array;
}

function written(flavour: number, tables: readonly FontTable[]): Buffer {
  const count = tables.length;
  const step = 2 ** Math.floor(Math.log2(count));
  let offset = 12 + 16 * count;
  const font = Buffer.alloc(offset + tables.reduce((sum, { bytes }) => sum + padded(bytes.length), 0));
  font.writeUInt32BE(flavour, 0);
  for (const [at, value] of [count, 16 * step, Math.log2(step), 16 * (count - step)].entries()) {
    font.writeUInt16BE(value, 4 + 2 * at);
  }
  for (const [at, { tag, checksum, bytes }] of tables.entries()) {
    for (const [place, value] of [tag, checksum, offset, bytes.length].entries()) {
      font.writeUInt32BE(value, 12 + 16 * at + 4 * place);
    }
    font.set(bytes, offset);
    offset += padded(bytes.length);
  }
  return font;
}

function padded(size: number): number {
  return (size + 3) & ~3;
}
