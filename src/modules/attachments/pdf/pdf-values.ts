import { type PDFDict, PDFHexString, PDFName, type PDFObject, PDFRawStream, PDFString } from '@cantoo/pdf-lib';

/** Values of a dictionary whatever they are, since files made by others hold anything anywhere. */

export function nameIn(dict: PDFDict, key: string): string | undefined {
  const value = lookup(dict, key);
  return value instanceof PDFName ? value.toString() : undefined;
}

/** A string, or the beginning of a stream of text. */
export function textIn(dict: PDFDict, key: string): string {
  const value = lookup(dict, key);
  if (value instanceof PDFString || value instanceof PDFHexString) return safeText(value);
  if (value instanceof PDFRawStream) return Buffer.from(value.contents.subarray(0, 200)).toString('latin1');
  return '';
}

export function lookup(dict: PDFDict, key: string): PDFObject | undefined {
  try {
    return dict.lookup(PDFName.of(key));
  } catch {
    return undefined;
  }
}

function safeText(value: PDFString | PDFHexString): string {
  try {
    return value.decodeText();
  } catch {
    return value.toString().slice(0, 200);
  }
}
