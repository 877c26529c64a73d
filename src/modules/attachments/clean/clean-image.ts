import { type ImagePart, imageParts } from '../images/image-parts.ts';
import { exifOf } from '../images/inspect-image.ts';
import type { JudgedFile } from '../opening/judge-kind.ts';

/** What an image needs to look as it does; everything else goes. */
const KEPT_JPEG = /^(?:APP0|APP2|APP14|[0-9a-f]{2})$/;
const KEPT_PNG = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|bKGD|pHYs|acTL|fcTL|fdAT)$/;
const DROPPED_WEBP = /^(?:EXIF|XMP )$/;
const DROPPED_GIF = /^(?:comment|plainText|XMP)$/;

/** The same picture, pixel for pixel, without properties, comments and whatever follows its end. @throws AppError when it is damaged */
export function cleanImage({ kind, bytes }: JudgedFile): Buffer {
  const { parts, end } = imageParts(kind, bytes);
  if (kind === 'jpeg') return cleanJpeg(bytes, parts, end);
  if (kind === 'png')
    return Buffer.concat([bytes.subarray(0, 8), ...kept(bytes, parts, (type) => KEPT_PNG.test(type))]);
  if (kind === 'webp') return cleanWebp(bytes, parts);
  return without(
    bytes,
    parts.filter((part) => DROPPED_GIF.test(part.type)),
    end,
  );
}

function kept(bytes: Buffer, parts: readonly ImagePart[], keep: (type: string) => boolean): Buffer[] {
  return parts.filter((part) => keep(part.type)).map((part) => bytes.subarray(part.from, part.to));
}

function without(bytes: Buffer, dropped: readonly ImagePart[], end: number): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  for (const part of dropped) {
    pieces.push(bytes.subarray(at, part.from));
    at = part.to;
  }
  return Buffer.concat([...pieces, bytes.subarray(at, end)]);
}

/** How a photograph must be turned stands in its EXIF block: that one word is written anew. */
function cleanJpeg(bytes: Buffer, parts: readonly ImagePart[], end: number): Buffer {
  const dropped = parts.filter((part) => !KEPT_JPEG.test(part.type));
  const orientation = parts.map((part) => exifOf(part.type, part.content)?.orientation ?? 1).find((turn) => turn !== 1);
  const clean = without(bytes, dropped, end);
  return orientation === undefined
    ? clean
    : Buffer.concat([clean.subarray(0, 2), orientationBlock(orientation), clean.subarray(2)]);
}

function orientationBlock(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(2 + 6 + tiff.length);
  return Buffer.concat([Buffer.from([0xff, 0xe1]), length, Buffer.from('Exif\0\0'), tiff]);
}

function cleanWebp(bytes: Buffer, parts: readonly ImagePart[]): Buffer {
  const pieces = kept(bytes, parts, (type) => !DROPPED_WEBP.test(type)).map((piece) => Buffer.from(piece));
  const head = pieces[0];
  // The flags that announce EXIF and XMP.
  if (head?.toString('latin1', 0, 4) === 'VP8X') head.writeUInt8(head.readUInt8(8) & ~0b1100, 8);
  const body = Buffer.concat(pieces);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length + 4);
  return Buffer.concat([Buffer.from('RIFF'), size, Buffer.from('WEBP'), body]);
}
