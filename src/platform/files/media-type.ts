import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { fileTypeFromFile } from 'file-type';
import { compoundNames } from './compound-names.ts';
import { zipEntryNames } from './zip-names.ts';

const HEAD_BYTES = 65_536;
const OFFICE: readonly (readonly [string, string])[] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  // GB/T 33190: the package's entry point.
  ['OFD.xml', 'application/ofd'],
];

/** Office documents before 2007, of Microsoft and of WPS. */
const COMPOUND: readonly (readonly [string, string])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
];
/** Names under which Windows and its neighbours run what they are handed. */
const PROGRAM =
  /\.(exe|com|scr|pif|cpl|msi|msp|dll|sys|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|lnk|url|reg|jar|apk|app|sh|py|php|html?|svg)$/i;
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/^\s*#!/, 'text/x-shellscript'],
  [/^\s*@echo\s+(off|on)\b/i, 'text/x-batch'],
  [/^\s*<\?php\b/i, 'text/x-php'],
];

/** What the file's bytes are, never what its name claims; `application/octet-stream` when nothing fits. */
export async function judgeFile(path: string): Promise<string> {
  const known = (await fileTypeFromFile(path))?.mime;
  if (known === 'application/zip' || known?.startsWith('application/vnd.openxmlformats')) {
    const names = await zipEntryNames(path);
    return OFFICE.find(([entry]) => names.has(entry))?.[1] ?? zipType(names);
  }
  if (known === 'application/x-cfb') {
    const names = await compoundNames(path);
    return COMPOUND.find(([stream]) => names.has(stream))?.[1] ?? known;
  }
  return known ?? judgeText(await head(path));
}

/** A package whose list cannot be read may carry anything. */
function zipType(names: ReadonlySet<string>): string {
  if (names.size === 0) return 'application/zip; contents=unknown';
  return [...names].some((name) => PROGRAM.test(name)) ? 'application/zip; contents=programs' : 'application/zip';
}

/** @param bytes the beginning of a file that carries no signature */
export function judgeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text === undefined) return 'application/octet-stream';
  const script = SCRIPTS.find(([beginning]) => beginning.test(text))?.[1];
  if (script) return script;
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|script)\b/i.test(text))
    return 'text/html';
  if (/^\s*<(\?xml|svg)\b/i.test(text)) return 'application/xml';
  return isCsv(text, bytes.length === HEAD_BYTES) ? 'text/csv' : 'text/plain';
}

function isCsv(text: string, cut: boolean): boolean {
  const whole = cut ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
  try {
    const records: string[][] = parse(whole, { bom: true, skip_empty_lines: true, to: 50 });
    return records.length >= 2 && (records[0]?.length ?? 0) >= 2;
  } catch {
    return false;
  }
}

/** Chinese offices still send GB18030; anything with control characters is no text. */
function decode(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return '';
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      // `stream` lets a character that the cut runs through pass.
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      return /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/.test(text) ? undefined : text;
    } catch {}
  }
  return undefined;
}

async function head(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
