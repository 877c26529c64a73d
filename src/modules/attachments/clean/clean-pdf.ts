import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { loadPdf, SCRIPT_ACTIONS } from '../pdf/pdf-objects.ts';

/** Annotations that belong to the page as read: links to click, and what forms show. */
const KEPT_ANNOTATIONS = new Set(['/Link', '/Widget', '/Watermark', '/PrinterMark', '/TrapNet']);
/** What runs by itself, what is carried along, what other programs left; ISO 32000-1 sections 7.7, 12.6, 14. */
const DROPPED_KEYS = [
  'AA',
  'PieceInfo',
  'Metadata',
  'LastModified',
  'Thumb',
  'EF',
  'AF',
  'XFA',
  'Collection',
  'Perms',
  'SpiderInfo',
  'JavaScript',
  'EmbeddedFiles',
  'AlternatePresentations',
  'Renditions',
  'RichMediaContent',
  'RichMediaSettings',
];
const LEAVING = new Set(['/GoToR', '/GoToE']);

/** The copy, and whether a signature had to go, since it holds for the bytes it was made for. */
export interface CleanPdf {
  readonly bytes: Uint8Array;
  readonly signatureRemoved: boolean;
}

/**
 * The same pages, bookmarks, links and structure, written as a new file: without properties, comments, scripts, embedded files
 * and earlier versions.
 * @throws AppError when it is locked or damaged
 */
export async function cleanPdf(bytes: Uint8Array): Promise<CleanPdf> {
  const document = await loadPdf(bytes);
  for (const page of document.getPages()) dropComments(page.node);
  let signatureRemoved = false;
  for (const dict of reachableDicts(document)) {
    for (const key of DROPPED_KEYS) dict.delete(PDFName.of(key));
    dropActions(dict);
    if (dict.get(PDFName.of('FT')) === PDFName.of('Sig') && dict.delete(PDFName.of('V'))) signatureRemoved = true;
  }
  delete document.context.trailerInfo.Info;
  delete document.context.trailerInfo.ID;
  dropUnreachable(document);
  const clean = await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
  return { bytes: clean, signatureRemoved };
}

function dropComments(page: PDFDict): void {
  const annotations = page.lookup(PDFName.of('Annots'));
  if (!(annotations instanceof PDFArray)) return;
  for (let index = annotations.size() - 1; index >= 0; index--) {
    const annotation = annotations.lookup(index);
    const kept = annotation instanceof PDFDict && KEPT_ANNOTATIONS.has(String(annotation.get(PDFName.of('Subtype'))));
    if (!kept) annotations.remove(index);
    else for (const key of ['NM', 'M', 'Popup', 'RC']) annotation.delete(PDFName.of(key));
  }
}

/** Links to the web and within the file stay; whatever runs, sends or opens other files goes. */
function dropActions(dict: PDFDict): void {
  for (const key of ['A', 'PA', 'OpenAction', 'Next']) {
    const action = dict.lookup(PDFName.of(key));
    if (action instanceof PDFArray && key === 'OpenAction') continue;
    if (action instanceof PDFArray || (action instanceof PDFDict && !isHarmless(action))) dict.delete(PDFName.of(key));
  }
}

function isHarmless(action: PDFDict): boolean {
  const kind = String(action.get(PDFName.of('S')));
  if (SCRIPT_ACTIONS[kind] || LEAVING.has(kind) || action.has(PDFName.of('JS'))) return false;
  const address = action.lookup(PDFName.of('URI'));
  return kind !== '/URI' || /^\((?:https?:|mailto:)/i.test(String(address));
}

function reachableDicts(document: PDFDocument): PDFDict[] {
  const dicts: PDFDict[] = [];
  walkReachable(document, (object) => {
    if (object instanceof PDFDict) dicts.push(object);
  });
  return dicts;
}

/** What nothing leads to any more is what was deleted, replaced or cut loose above. */
function dropUnreachable(document: PDFDocument): void {
  const reached = walkReachable(document, () => undefined);
  for (const [ref] of document.context.enumerateIndirectObjects()) if (!reached.has(ref)) document.context.delete(ref);
}

/** Walks with a list of its own, since page trees may be deep and circular. */
function walkReachable(document: PDFDocument, visit: (object: PDFObject) => void): ReadonlySet<PDFRef> {
  const reached = new Set<PDFRef>();
  const seen = new Set<PDFObject>();
  const waiting: PDFObject[] = [document.context.trailerInfo.Root as PDFObject];
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      const target = document.context.lookup(object);
      if (target) waiting.push(target);
      continue;
    }
    if (seen.has(object)) continue;
    if (object instanceof PDFStream) waiting.push(object.dict);
    else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFDict) waiting.push(...object.values());
    else continue;
    seen.add(object);
    visit(object);
  }
  return reached;
}
