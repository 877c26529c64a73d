import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

const KEPT = new Set(['Type', 'Parent', 'Resources', 'MediaBox', 'CropBox', 'Rotate', 'Contents', 'UserUnit', 'Group']);
// Personal data of programs, scripts, structure with spoken text, files, thumbnails: none of it is needed to show a page.
const DROPPED = [
  'Metadata',
  'PieceInfo',
  'LastModified',
  'OPI',
  'StructParent',
  'StructParents',
  'AF',
  'AA',
  'A',
  'Thumb',
];

/** Whether a page can stay as it is: what is drawn by forms, stamps or layers is drawn anew instead. */
export function canStay(page: PDFPage): boolean {
  const annotations = page.node.Annots();
  for (let at = 0; at < (annotations?.size() ?? 0); at++) {
    const annotation = annotations?.lookup(at);
    if (annotation instanceof PDFDict && nameOf(annotation, 'Subtype') !== 'Link') return false;
  }
  let isPlain = true;
  walk(page.doc, page.node.Resources(), (found) => {
    if (nameOf(found, 'Type') === 'OCG' || nameOf(found, 'Type') === 'OCMD' || found.has(PDFName.of('OC')))
      isPlain = false;
  });
  return isPlain;
}

/** Leaves of a page only what shows it, so that copying it brings nothing else along. */
export function stripPage(page: PDFPage): void {
  const { MediaBox, CropBox, Rotate, Resources } = {
    MediaBox: page.node.MediaBox(),
    CropBox: page.node.CropBox(),
    Rotate: page.node.Rotate(),
    Resources: page.node.Resources(),
  };
  for (const [key, value] of Object.entries({ MediaBox, CropBox, Rotate, Resources })) {
    if (value) page.node.set(PDFName.of(key), value);
  }
  for (const key of page.node.keys()) if (!KEPT.has(key.decodeText())) page.node.delete(key);
  walk(page.doc, page.node.Resources(), (found) => {
    for (const key of DROPPED) found.delete(PDFName.of(key));
  });
}

function nameOf(dictionary: PDFDict, key: string): string | undefined {
  const value = dictionary.get(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** Visits every dictionary that can be reached, those of streams included, each once. */
function walk(document: PDFDocument, from: PDFObject | undefined, visit: (found: PDFDict) => void): void {
  const open: (PDFObject | undefined)[] = [from];
  const seen = new Set<PDFObject>();
  while (open.length > 0) {
    const next = open.pop();
    const object = next instanceof PDFRef ? document.context.lookup(next) : next;
    if (!object || seen.has(object)) continue;
    seen.add(object);
    if (object instanceof PDFArray) open.push(...object.asArray());
    const dictionary = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined;
    if (!dictionary) continue;
    visit(dictionary);
    open.push(...dictionary.values());
  }
}
