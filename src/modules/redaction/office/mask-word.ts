import { findInTable } from '../find-in-table.ts';
import { findPersonalData } from '../find-personal-data.ts';
import type { Finding } from '../finding.ts';
import { cleanWordXml } from './clean-word-xml.ts';
import type { OfficeFinding } from './office-finding.ts';
import { type OfficeParts, setText, textOf } from './office-parts.ts';
import { type TextRun, wordBlocks } from './word-text.ts';
import { decodeXml, encodeXml, type XmlPiece, xmlPieces } from './xml-pieces.ts';

const TEXT_PARTS =
  /^word\/(?:document\d*|header\d*|footer\d*|footnotes|endnotes|charts\/chart\d*|diagrams\/data\d*)\.xml$/;
// Notes, people who wrote them, properties, bound data, objects of other programs, the picture of the first page.
const DROPPED_PARTS =
  /^(?:docProps\/|customXml\/|word\/(?:comments|people|embeddings\/|activeX\/|vbaProject|vbaData|glossary\/|webExtensions\/|afchunk|printerSettings))|\.bin$|^_xmlsignatures\//i;

/** Personal data in a Word file as its readers see it. */
export interface FoundInWord {
  readonly findings: readonly OfficeFinding[];
  /** Masks all but some findings in the parts. */
  readonly mask: (except: ReadonlySet<string>) => void;
}

/** Cleans the parts, then searches those that hold text. */
export function foundInWord(parts: OfficeParts): FoundInWord {
  cleanParts(parts);
  const found = [...parts.keys()]
    .filter((part) => TEXT_PARTS.test(part))
    .map((name) => {
      const pieces = cleanWordXml(xmlPieces(textOf(parts, name)));
      setText(parts, name, pieces.join(''));
      return { name, pieces, hits: hitsIn(pieces) };
    });
  const idOf = (name: string, at: number) => `${name}#${at}`;
  const findings = found.flatMap(({ name, hits }) =>
    hits.map(({ run, finding }, at) => ({
      ...finding,
      id: idOf(name, at),
      place: placeOf(name),
      text: run.text.slice(finding.start, finding.end),
    })),
  );
  const mask = (except: ReadonlySet<string>) => {
    for (const { name, pieces, hits } of found) {
      for (const [at, { run, finding }] of hits.entries())
        if (!except.has(idOf(name, at))) maskRun(pieces, run, finding);
      setText(parts, name, pieces.join(''));
    }
  };
  return { findings, mask };
}

function hitsIn(pieces: readonly XmlPiece[]): { run: TextRun; finding: Finding }[] {
  return wordBlocks(pieces).flatMap((block) => {
    if (block.kind === 'text') return findPersonalData(block.run.text).map((finding) => ({ run: block.run, finding }));
    const cells = findInTable(block.rows.map((row) => row.map((run) => run.text)));
    return cells.flatMap(({ row, column, finding }) => {
      const run = block.rows[row]?.[column];
      return run ? [{ run, finding }] : [];
    });
  });
}

/** The value may lie in many runs, one letter each; every letter is replaced where it stands. */
function maskRun(pieces: XmlPiece[], { from }: TextRun, { start, end, masked }: Finding): void {
  for (let at = start; at < end; at++) {
    const place = from[at];
    if (!place) continue;
    const [piece, offset] = place;
    const text = decodeXml(pieces[piece] ?? '');
    pieces[piece] = encodeXml(text.slice(0, offset) + masked.charAt(at - start) + text.slice(offset + 1));
  }
}

function placeOf(part: string): string {
  if (part.includes('header')) return '页眉';
  if (part.includes('footer')) return '页脚';
  if (part.includes('notes')) return '脚注或尾注';
  return part.includes('document') ? '正文' : '图表';
}

/** Takes parts away, and what points to them. */
export function cleanParts(parts: OfficeParts): void {
  for (const name of [...parts.keys()]) if (DROPPED_PARTS.test(name)) parts.delete(name);
  if (parts.has('word/settings.xml'))
    setText(parts, 'word/settings.xml', cleanWordXml(xmlPieces(textOf(parts, 'word/settings.xml'))).join(''));
  for (const name of [...parts.keys()]) {
    const owner = /^(.*)_rels\/(.+)\.rels$/.exec(name);
    if (owner && !parts.has(`${owner[1]}${owner[2]}`)) parts.delete(name);
  }
  for (const name of [...parts.keys()].filter((part) => part.endsWith('.rels'))) {
    const folder = name.replace(/_rels\/[^/]*$/, '');
    const kept = textOf(parts, name).replace(/<Relationship\b[^>]*?\/>/g, (tag) => relationship(parts, folder, tag));
    setText(parts, name, kept);
  }
  const types = textOf(parts, '[Content_Types].xml').replace(/<Override\b[^>]*?\/>/g, (tag) =>
    parts.has(decodeXml(/PartName="\/([^"]*)"/.exec(tag)?.[1] ?? '')) ? tag : '',
  );
  setText(parts, '[Content_Types].xml', types);
}

function relationship(parts: OfficeParts, folder: string, tag: string): string {
  const target = decodeXml(/Target="([^"]*)"/.exec(tag)?.[1] ?? '');
  if (/TargetMode="External"/.test(tag)) {
    // Links with personal data in them lead nowhere; linked files and templates would be fetched from elsewhere.
    const isLink = /relationships\/hyperlink"/.test(tag) && findPersonalData(target).length === 0;
    return isLink ? tag : tag.replace(/Target="[^"]*"/, 'Target="about:blank"');
  }
  const path = target.startsWith('/') ? target.slice(1) : new URL(target, `http://x/${folder}`).pathname.slice(1);
  return parts.has(decodeURIComponent(path)) ? tag : '';
}
