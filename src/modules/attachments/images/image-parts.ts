import type { FileKind } from '../opening/file-kind.ts';
import { broken } from '../opening/refusal.ts';

/** One segment, chunk or block of an image file. */
export interface ImagePart {
  /** JPEG `APP1`, PNG `tEXt`, WebP `EXIF`, GIF `comment` … */
  readonly type: string;
  readonly from: number;
  readonly to: number;
  /** Without its own header. */
  readonly content: Buffer;
}

export interface ImageParts {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly ImagePart[];
  /** Where the image ends; bytes after it belong to something else. */
  readonly end: number;
}

const MOST_PARTS = 100_000;

/** @throws AppError when the image is cut off or contradicts itself */
export function imageParts(kind: FileKind, bytes: Buffer): ImageParts {
  try {
    if (kind === 'png') return pngParts(bytes);
    if (kind === 'jpeg') return jpegParts(bytes);
    if (kind === 'webp') return webpParts(bytes);
    return gifParts(bytes);
  } catch (error) {
    throw error instanceof RangeError ? broken(error) : error;
  }
}

function pngParts(bytes: Buffer): ImageParts {
  const parts: ImagePart[] = [];
  for (let at = 8; parts.length < MOST_PARTS; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const to = at + 12 + length;
    if (to > bytes.length) throw broken();
    parts.push({ type, from: at, to, content: bytes.subarray(at + 8, at + 8 + length) });
    at = to;
    if (type === 'IEND') break;
  }
  const header = parts[0];
  if (header?.type !== 'IHDR' || header.content.length < 13 || parts.at(-1)?.type !== 'IEND') throw broken();
  return {
    width: header.content.readUInt32BE(0),
    height: header.content.readUInt32BE(4),
    parts,
    end: parts.at(-1)?.to ?? 0,
  };
}

function jpegParts(bytes: Buffer): ImageParts {
  const parts: ImagePart[] = [];
  let [width, height] = [0, 0];
  let at = 2;
  while (parts.length < MOST_PARTS) {
    if (bytes.readUInt8(at) !== 0xff) throw broken();
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return { width, height, parts, end: at + 2 };
    const to = at + 2 + bytes.readUInt16BE(at + 2);
    if (to > bytes.length) throw broken();
    parts.push({ type: jpegType(marker), from: at, to, content: bytes.subarray(at + 4, to) });
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      height = bytes.readUInt16BE(at + 5);
      width = bytes.readUInt16BE(at + 7);
    }
    at = marker === 0xda ? endOfScan(bytes, to) : to;
  }
  throw broken();
}

function jpegType(marker: number): string {
  if (marker >= 0xe0 && marker <= 0xef) return `APP${marker - 0xe0}`;
  return marker === 0xfe ? 'COM' : marker.toString(16);
}

/** Compressed data ends at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw broken();
}

function webpParts(bytes: Buffer): ImageParts {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw broken();
  const parts: ImagePart[] = [];
  let [width, height] = [0, 0];
  for (let at = 12; at + 8 <= end && parts.length < MOST_PARTS; ) {
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > end) throw broken();
    const content = bytes.subarray(at + 8, at + 8 + length);
    const to = Math.min(end, at + 8 + length + (length % 2));
    parts.push({ type, from: at, to, content });
    if (type === 'VP8X') [width, height] = [content.readUIntLE(4, 3) + 1, content.readUIntLE(7, 3) + 1];
    if (type === 'VP8 ' && width === 0)
      [width, height] = [content.readUInt16LE(6) & 0x3fff, content.readUInt16LE(8) & 0x3fff];
    if (type === 'VP8L' && width === 0) {
      const bits = content.readUInt32LE(1);
      [width, height] = [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    at = to;
  }
  if (!parts.some((part) => /^(?:VP8.|ANMF)$/.test(part.type) && part.type !== 'VP8X')) throw broken();
  return { width, height, parts, end };
}

function gifParts(bytes: Buffer): ImageParts {
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  const parts: ImagePart[] = [];
  let at = 13 + colourTable(bytes.readUInt8(10));
  while (parts.length < MOST_PARTS) {
    const introducer = bytes.readUInt8(at);
    if (introducer === 0x3b) return { width, height, parts, end: at + 1 };
    if (introducer === 0x2c) at = endOfBlocks(bytes, at + 11 + colourTable(bytes.readUInt8(at + 9)));
    else if (introducer === 0x21) {
      const to = endOfBlocks(bytes, at + 2);
      parts.push({ type: gifType(bytes, at), from: at, to, content: bytes.subarray(at + 2, to) });
      at = to;
    } else throw broken();
  }
  throw broken();
}

function gifType(bytes: Buffer, at: number): string {
  const label = bytes.readUInt8(at + 1);
  if (label === 0xfe) return 'comment';
  if (label === 0x01) return 'plainText';
  if (label === 0xff) return bytes.toString('latin1', at + 3, at + 11) === 'XMP Data' ? 'XMP' : 'application';
  return 'control';
}

function colourTable(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (let length = bytes.readUInt8(at); length !== 0; length = bytes.readUInt8(at)) at += length + 1;
  return at + 1;
}
