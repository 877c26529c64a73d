import type { Message } from '../../../platform/isolated-process/isolated-process.ts';
import { maskRefusal } from '../refusal.ts';
import { foundInWord } from './mask-word.ts';
import { foundInWorkbook, maskedWorkbook, openWorkbook } from './mask-workbook.ts';
import type { OfficeFinding } from './office-finding.ts';
import { closeParts, openParts } from './office-parts.ts';
import { tracesIn, wordsIn } from './traces.ts';

export type OfficeTask =
  | { readonly task: 'find' }
  | { readonly task: 'mask'; readonly except: readonly string[]; readonly dropped: readonly string[] };

/** What runs in the isolated process. */
export async function answer({ value, bytes: [bytes = new Uint8Array()] }: Message): Promise<Message> {
  const wanted = value as OfficeTask;
  if (wanted.task === 'find') return { value: await find(bytes), bytes: [] };
  const except = new Set(wanted.except);
  const [findings, masked] = await mask(bytes, except);
  await prove(findings, except, masked);
  proveDropped(wanted.dropped, masked);
  return { value: null, bytes: [masked] };
}

function kindOf(bytes: Uint8Array): 'word' | 'workbook' {
  const parts = openParts(bytes);
  if (parts.has('word/document.xml')) return 'word';
  if (parts.has('xl/workbook.xml')) return 'workbook';
  throw maskRefusal('unknown', '只能遮盖 .docx 和 .xlsx 文件。其他格式请另存为这两种格式，或转成 PDF 后再试。');
}

async function find(bytes: Uint8Array): Promise<readonly OfficeFinding[]> {
  return kindOf(bytes) === 'word' ? foundInWord(openParts(bytes)).findings : foundInWorkbook(await openWorkbook(bytes));
}

async function mask(bytes: Uint8Array, except: ReadonlySet<string>): Promise<[readonly OfficeFinding[], Uint8Array]> {
  if (kindOf(bytes) === 'workbook') {
    const sheets = await openWorkbook(bytes);
    return [foundInWorkbook(sheets), await maskedWorkbook(sheets, except)];
  }
  const parts = openParts(bytes);
  const found = foundInWord(parts);
  found.mask(except);
  return [found.findings, closeParts(parts)];
}

/** The finished file is opened again: nothing new is found, and no masked number stands anywhere in any part. */
async function prove(
  findings: readonly OfficeFinding[],
  except: ReadonlySet<string>,
  masked: Uint8Array,
): Promise<void> {
  const allowed = findings.filter(({ id }) => except.has(id));
  const hidden = findings.filter(({ id }) => !except.has(id));
  const left = (await find(masked)).filter(({ text }) => !allowed.some((one) => one.text === text));
  const open = new Set(allowed.map(({ text }) => text));
  const traces = tracesIn(
    openParts(masked),
    hidden.map(({ text }) => text).filter((text) => !open.has(text)),
  );
  if (left.length + traces.length === 0) return;
  throw maskRefusal(
    'unproved',
    '遮盖后复核发现文件中仍有残留（多在图表、文本框或域代码中），未生成文件。请把这些内容删去后再试，或转成 PDF 遮盖。',
  );
}

function proveDropped(dropped: readonly string[], masked: Uint8Array): void {
  const standing = wordsIn(openParts(masked), dropped).length;
  if (standing === 0) return;
  throw maskRefusal('not-located', `有 ${standing} 处没有在文件中找到，请在原软件中遮盖后重新上传。`);
}
