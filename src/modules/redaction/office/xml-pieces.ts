/** A piece of XML as it is written: a tag, or the text between two tags. Joined together they are the file again. */
export type XmlPiece = string;

const PIECES = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/g;

export function xmlPieces(xml: string): XmlPiece[] {
  return xml.match(PIECES) ?? [];
}

/** Name of a tag with its prefix; empty for text, comments and instructions. */
export function tagName(piece: XmlPiece): string {
  return /^<\/?([A-Za-z_][\w.:-]*)/.exec(piece)?.[1] ?? '';
}

export const isOpening = (piece: XmlPiece) => /^<[A-Za-z_]/.test(piece) && !piece.endsWith('/>');
export const isClosing = (piece: XmlPiece) => piece.startsWith('</');
export const isEmpty = (piece: XmlPiece) => /^<[A-Za-z_]/.test(piece) && piece.endsWith('/>');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeXml(text: string): string {
  if (text.startsWith('<![CDATA[')) return text.slice(9, -3);
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,6}));/gi,
    (whole, hex?: string, number?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(number);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

export function encodeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
