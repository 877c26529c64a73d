import { decodeText } from './decode-text.ts';

/** A page by what it declares, unless its bytes say otherwise; undefined when it is no text. */
export function decodeHtml(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  const strict = decodeText(bytes);
  if (strict !== undefined) return strict;
  try {
    const text = new TextDecoder(/^gb/.test(declared ?? '') ? 'gb18030' : (declared ?? 'utf-8')).decode(bytes);
    const wrong = text.split('\ufffd').length - 1;
    return wrong <= text.length / 100 ? text : undefined;
  } catch {
    return undefined;
  }
}
