import { isClosing, isEmpty, isOpening, tagName, type XmlPiece } from './xml-pieces.ts';

// Deleted text, older formatting, notes in the margin, objects of other programs, data bound from elsewhere.
const DROPPED = new Set(
  'w:del w:moveFrom w:rPrChange w:pPrChange w:sectPrChange w:tblPrChange w:trPrChange w:tcPrChange w:tblGridChange w:tblPrExChange w:numberingChange w:cellDel w:cellIns w:cellMerge w:commentRangeStart w:commentRangeEnd w:commentReference w:annotationRef w:object w:altChunk w:dataBinding w:docVars w:rsids w:attachedTemplate w:mailMerge w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd w:proofErr w:trackRevisions w:delText w:delInstrText w15:commentEx'.split(
    ' ',
  ),
);
// What was put in stays, without who did it and when.
const UNWRAPPED = new Set(['w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag']);

/** The document as its readers see it: changes accepted, notes and hidden text gone, no trace of who wrote when. */
export function cleanWordXml(pieces: readonly XmlPiece[]): XmlPiece[] {
  const kept: XmlPiece[] = [];
  let depth = 0;
  for (const piece of pieces) {
    const name = tagName(piece);
    if (depth > 0) {
      if (DROPPED.has(name)) depth += isOpening(piece) ? 1 : isClosing(piece) ? -1 : 0;
    } else if (DROPPED.has(name)) {
      if (isOpening(piece)) depth = 1;
    } else if (!UNWRAPPED.has(name) && !piece.startsWith('<!--')) {
      kept.push(withoutTraces(piece));
    }
  }
  return withoutHiddenRuns(kept);
}

function withoutTraces(piece: XmlPiece): XmlPiece {
  if (!piece.startsWith('<') || piece.startsWith('<?')) return piece;
  const plain = piece.replaceAll(/ w:rsid\w*="[^"]*"| w1\d:(?:paraId|textId)="[^"]*"/g, '');
  // Alternative text of pictures is often the path of the file on someone's machine.
  return /^<(?:wp|pic|a|v|p):/.test(plain) ? plain.replaceAll(/ (?:descr|title|alt)="[^"]*"/g, '') : plain;
}

/** Runs with w:vanish: nobody sees them in print. */
function withoutHiddenRuns(pieces: readonly XmlPiece[]): XmlPiece[] {
  const kept: XmlPiece[] = [];
  const starts: number[] = [];
  const hidden: boolean[] = [];
  for (const piece of pieces) {
    const name = tagName(piece);
    if (name === 'w:r' && isOpening(piece)) {
      starts.push(kept.length);
      hidden.push(false);
    }
    if (isHiding(piece, name) && hidden.length > 0) hidden[hidden.length - 1] = true;
    kept.push(piece);
    if (name === 'w:r' && isClosing(piece)) {
      const start = starts.pop() ?? kept.length;
      if (hidden.pop()) kept.length = start;
    }
  }
  return kept;
}

function isHiding(piece: XmlPiece, name: string): boolean {
  return (name === 'w:vanish' || name === 'w:webHidden') && isEmpty(piece) && !/w:val="(?:0|false|off)"/.test(piece);
}
