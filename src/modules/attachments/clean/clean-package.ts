import { strToU8, zipSync } from 'fflate';
import { OfficePackage } from '../office/office-package.ts';
import { inspectDangers } from '../office/package-dangers.ts';
import { Findings } from '../opening/findings.ts';
import type { JudgedFile } from '../opening/judge-kind.ts';
import { broken } from '../opening/refusal.ts';
import { rewriteXml } from './rewrite-xml.ts';
import { wordRule } from './word-rules.ts';

/** Parts that no reader of the document sees. */
const DROPPED_PARTS =
  /^(?:docProps\/(?:core|app|custom)\.xml|docProps\/thumbnail\..*|docMetadata\/.*|customXml\/.*|word\/(?:comments\w*|people|commentsIds|commentsExtended|commentsExtensible)\.xml|word\/glossary\/.*|xl\/(?:comments\d*|revisions\/.*|persons\/.*|threadedComments\/.*)(?:\.xml)?|xl\/(?:persons|threadedComments|revisions)\/.*|ppt\/(?:comments\/.*|commentAuthors\.xml|authors\.xml)|(?:.*\/)?printerSettings\/.*)$/i;
const REFERENCES =
  /^(?:core-properties|metadata\/core-properties|extended-properties|custom-properties|thumbnail|classificationlabels|customXml|comments\w*|people|glossaryDocument|revisionHeaders|person|threadedComment|commentAuthors|authors|printerSettings|attachedTemplate)$/;

/**
 * DOCX, XLSX, PPTX without properties, comments, revisions (insertions taken, deletions left out), custom data and printer settings. What stands
 * in hidden rows, sheets and slides is content: it stays, and the inspection of the copy tells it.
 */
export function cleanPackage({ kind, zip }: JudgedFile): Uint8Array {
  if (!zip) throw broken();
  const files = new OfficePackage(zip);
  inspectDangers(files, new Findings());
  const parts: Record<string, Uint8Array> = {};
  for (const name of zip.names) {
    if (DROPPED_PARTS.test(name) || DROPPED_PARTS.test(partOf(name))) continue;
    const xml = /\.(?:xml|rels)$/i.test(name) ? files.xml(name) : undefined;
    parts[name] = xml === undefined ? Uint8Array.from(zip.bytes(name) ?? []) : strToU8(cleanPart(name, xml, kind));
  }
  return zipSync(parts, { level: 6, mtime: '1980-01-01T00:00:00' });
}

function partOf(name: string): string {
  return name.replace(/(^|\/)_rels\/([^/]*)\.rels$/i, '$1$2');
}

function cleanPart(name: string, xml: string, kind: string): string {
  if (name === '[Content_Types].xml')
    return rewriteXml(xml, (tag, attributes) =>
      tag === 'Override' && DROPPED_PARTS.test((attributes.PartName ?? '').replace(/^\//, '')) ? 'drop' : 'keep',
    );
  if (/\.rels$/i.test(name))
    return rewriteXml(xml, (tag, attributes) =>
      tag === 'Relationship' && REFERENCES.test((attributes.Type ?? '').replace(/^.*relationships\//, ''))
        ? 'drop'
        : 'keep',
    );
  if (kind === 'docx' && /^word\/[^/]*\.xml$/i.test(name)) return rewriteXml(xml, wordRule(name));
  if (/^xl\/workbook\.xml$/i.test(name))
    return rewriteXml(xml, (tag) => (/^(?:absPath|fileSharing|revisionPtr|documentId)$/.test(tag) ? 'drop' : 'keep'));
  if (kind === 'xlsx' && /^xl\/worksheets\/[^/]*\.xml$/i.test(name))
    return rewriteXml(xml, (tag) =>
      /^(?:legacyDrawing|pageSetup)$/.test(tag) ? (tag === 'pageSetup' ? 'unlink' : 'drop') : 'keep',
    );
  return xml;
}
