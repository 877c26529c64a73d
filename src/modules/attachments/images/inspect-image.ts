import { inflateSync } from 'node:zlib';
import { textOf } from '../office/package-dangers.ts';
import type { Findings } from '../opening/findings.ts';
import type { JudgedFile } from '../opening/judge-kind.ts';
import { refusal } from '../opening/refusal.ts';
import { type ExifFacts, readExif } from './exif.ts';
import { type ImagePart, imageParts } from './image-parts.ts';

const MOST_PIXELS = 100_000_000;
const MARKUP = /<(?:script|html|svg|iframe|\?php|!doctype)/i;

/** Pixels are never decoded: what an image hides stands beside them. */
export function inspectImage({ kind, bytes }: JudgedFile, findings: Findings): void {
  const { width, height, parts, end } = imageParts(kind, bytes);
  if (width === 0 || height === 0 || width * height > MOST_PIXELS)
    throw refusal('image-size', `图片尺寸为 ${width}×${height} 像素，超出正常范围，不能上传。请缩小后另存再试。`);
  const rest = bytes.subarray(end);
  if (rest.some((byte) => byte !== 0))
    throw refusal('polyglot', '图片末尾混有其他内容，不能上传。请用图片软件另存后再试。');
  for (const part of parts) inspectPart(part, findings);
  if (MARKUP.test(bytes.toString('latin1')))
    findings.problem('markup-in-image', '图片里混有网页代码，不能上传。请用图片软件另存后再试。', true);
  findings.problem('picture-text', '图片里的文字无法自动检查，请人工核对没有不能公开的内容。');
}

function inspectPart({ type, content }: ImagePart, findings: Findings): void {
  const exif = exifOf(type, content);
  if (exif) {
    for (const [word, text] of exif.telling) findings.hidden('metadata', `图片属性“${word}”`, text);
    if (exif.thumbnail) findings.hidden('metadata', '图片属性“缩略图”', '缩略图可能是裁剪或涂抹前的样子');
    return;
  }
  const text = commentOf(type, content);
  // Every program that saves a picture leaves its own name and the day.
  if (type === 'tEXt' && /^(?:Software|date:\w+|Creation Time) /.test(text ?? '')) return;
  if (text !== undefined && text.trim() !== '') {
    findings.hidden('metadata', '图片附注', text);
    findings.text(`${text}\n`);
  }
}

/** The EXIF block, wherever the format keeps it. */
export function exifOf(type: string, content: Buffer): ExifFacts | undefined {
  if (type === 'APP1' && content.toString('latin1', 0, 6) === 'Exif\0\0') return readExif(content.subarray(6));
  if (type === 'eXIf') return readExif(content);
  if (type === 'EXIF') return readExif(content.toString('latin1', 0, 6) === 'Exif\0\0' ? content.subarray(6) : content);
  return undefined;
}

function commentOf(type: string, content: Buffer): string | undefined {
  if (type === 'COM' || type === 'tEXt' || type === 'comment' || type === 'plainText')
    return content.toString('utf8').replaceAll('\0', ' ');
  if (type === 'iTXt' || type === 'zTXt') return packedText(type, content);
  if (type === 'APP1' || type === 'XMP ' || type === 'XMP') return xmpText(content);
  if (type === 'APP13')
    return content
      .toString('utf8')
      .replace(/[^\p{L}\p{N}\p{P} ]+/gu, ' ')
      .trim();
  return undefined;
}

function packedText(type: string, content: Buffer): string {
  const key = content.toString('latin1', 0, Math.max(0, content.indexOf(0)));
  const zipped = type === 'zTXt' || content[key.length + 1] === 1;
  const start = type === 'zTXt' ? key.length + 2 : key.length + 3;
  try {
    const body = zipped
      ? inflateSync(content.subarray(start), { maxOutputLength: 1_000_000 })
      : content.subarray(start);
    return `${key} ${body.toString('utf8').replaceAll('\0', ' ')}`;
  } catch {
    return `${key} （无法展开的附注）`;
  }
}

function xmpText(content: Buffer): string {
  const xml = content.toString('utf8');
  const start = xml.indexOf('<');
  return start < 0 ? '' : textOf(xml.slice(start).replaceAll(/<\?xpacket[^>]*>/g, ''));
}
