import { crc32, deflateSync } from 'node:zlib';

export function pngChunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** A grey picture; the size in the header may claim anything. */
export function pngFile(chunks: readonly Buffer[] = [], claimed: readonly [number, number] = [2, 2]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claimed[0], 0);
  header.writeUInt32BE(claimed[1], 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    ...chunks,
    pngChunk('IDAT', deflateSync(Buffer.from([0, 1, 2, 0, 3, 4]))),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

const segment = (marker: number, content: Uint8Array) => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 | marker, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** The frame of a JPEG; its compressed data stand for a picture. */
export function jpegFile(
  segments: readonly (readonly [number, Uint8Array])[] = [],
  size: readonly [number, number] = [16, 16],
): Buffer {
  const frame = Buffer.from('0800100010010111000000', 'hex').subarray(0, 9);
  frame.writeUInt16BE(size[1], 1);
  frame.writeUInt16BE(size[0], 3);
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    ...segments.map(([marker, content]) => segment(marker, content)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.from('0000010501010101010100000000000000000102030405060708090a0b', 'hex')),
    segment(0xda, Buffer.from('01010000003f00', 'hex')),
    Buffer.from('d2cf20ff00ffd9', 'hex'),
  ]);
}

/** EXIF with a maker, a turn, an artist and a place: 31°13′48″ N, 121°28′12″ E. */
export function exifBlock(artist = '张三'): Buffer {
  const words = Buffer.from(`${artist}\0`);
  const entries = 4;
  const gpsAt = 8 + 2 + entries * 12 + 4;
  const gpsData = gpsAt + 2 + 4 * 12 + 4;
  const wordsAt = gpsData + 48;
  const tiff = Buffer.alloc(wordsAt + words.length);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(entries, 8);
  const entry = (at: number, tag: number, type: number, count: number, value: number) => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  entry(10, 271, 2, 4, 0x00414d48);
  entry(22, 274, 3, 1, 6);
  entry(34, 315, 2, words.length, wordsAt);
  entry(46, 34853, 4, 1, gpsAt);
  tiff.writeUInt16LE(4, gpsAt);
  entry(gpsAt + 2, 1, 2, 2, 0x4e);
  entry(gpsAt + 14, 2, 5, 3, gpsData);
  entry(gpsAt + 26, 3, 2, 2, 0x45);
  entry(gpsAt + 38, 4, 5, 3, gpsData + 24);
  [31, 1, 13, 1, 48, 1, 121, 1, 28, 1, 12, 1].forEach((value, index) => {
    tiff.writeUInt32LE(value, gpsData + index * 4);
  });
  words.copy(tiff, wordsAt);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

export function gifFile(blocks: readonly Buffer[] = []): Buffer {
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    Buffer.from('01000100800000000000ffffff', 'hex'),
    ...blocks,
    Buffer.from('2c00000000010001000002024401003b', 'hex'),
  ]);
}

export function webpFile(chunks: readonly (readonly [string, Uint8Array])[] = []): Buffer {
  const all: [string, Uint8Array][] = [
    ['VP8X', Buffer.from([chunks.length > 0 ? 0b1100 : 0, 0, 0, 0, 1, 0, 0, 1, 0, 0])],
    ['VP8L', Buffer.from('2f0140000000', 'hex')],
    ...chunks.map(([type, content]): [string, Uint8Array] => [type, content]),
  ];
  const body = Buffer.concat(
    all.map(([type, content]) => {
      const size = Buffer.alloc(4);
      size.writeUInt32LE(content.length);
      return Buffer.concat([Buffer.from(type, 'latin1'), size, content, Buffer.alloc(content.length % 2)]);
    }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length + 4);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), size, Buffer.from('WEBP', 'latin1'), body]);
}
