import { createHash } from 'node:crypto';
import { readNumbering } from '../../../platform/office/docx-numbering.ts';
import { cleanImage } from '../clean/clean-image.ts';
import { locate, OfficePackage } from '../office/office-package.ts';
import { inspectDangers } from '../office/package-dangers.ts';
import { attribute, walkXml } from '../office/xml-walk.ts';
import { isImage, KINDS } from '../opening/file-kind.ts';
import { Findings } from '../opening/findings.ts';
import { type JudgedFile, judgeKind } from '../opening/judge-kind.ts';
import { broken } from '../opening/refusal.ts';
import type { BodyBuilder } from './body-builder.ts';
import { DocxReader } from './docx-reader.ts';
import { readStyles } from './docx-styles.ts';

export interface ImportedImage {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const MOST_IMAGES = 200;

/** @throws AppError when the document is damaged or holds macros */
export function importDocx({ zip }: JudgedFile, body: BodyBuilder): ImportedImage[] {
  if (!zip) throw broken();
  const files = new OfficePackage(zip);
  inspectDangers(files, new Findings());
  const main = files.names(/^word\/document\d*\.xml$/i)[0] ?? '';
  const relations = new Map(files.relationships(main).map((relation) => [relation.id, relation]));
  const images = new Map<string, ImportedImage | undefined>();
  const reader = new DocxReader(
    {
      numbering: readNumbering(files.xml('word/numbering.xml')),
      style: readStyles(files.xml('word/styles.xml') ?? ''),
      link: (id) => relations.get(id)?.target,
      picture: (id) => {
        if (!images.has(id)) {
          const relation = relations.get(id);
          const part = relation && !relation.external ? locate(main, relation.target) : '';
          images.set(id, images.size < MOST_IMAGES ? takeImage(files.zip.bytes(part)) : undefined);
        }
        return images.get(id)?.sha256;
      },
    },
    body,
  );
  walkXml(files.xml(main) ?? '', reader);
  reader.end();
  addNotes(files, reader.notes, body);
  tellLost(files, body);
  files.checkRest();
  return [...images.values()].filter((image) => image !== undefined);
}

/** A picture without its properties; undefined when browsers do not show its format. */
export function takeImage(bytes: Buffer | undefined): ImportedImage | undefined {
  if (!bytes) return undefined;
  try {
    const file = judgeKind(bytes);
    if (!isImage(file.kind)) return undefined;
    const clean = cleanImage(file);
    return {
      sha256: createHash('sha256').update(clean).digest('hex'),
      mediaType: KINDS[file.kind].mediaType,
      bytes: clean,
    };
  } catch {
    return undefined;
  }
}

function addNotes(files: OfficePackage, notes: readonly string[], body: BodyBuilder): void {
  if (notes.length === 0) return;
  const texts = new Map<string, string>();
  for (const kind of ['footnote', 'endnote']) {
    let id = '';
    walkXml(files.xml(`word/${kind}s.xml`) ?? '', {
      open: (name, attributes) => {
        if (name === kind) id = `${kind} ${attribute(attributes, 'id') ?? ''}`;
      },
      text: (text) => {
        texts.set(id, (texts.get(id) ?? '') + text);
      },
    });
  }
  for (const [index, id] of notes.entries()) {
    const text = (texts.get(id) ?? '').replace(/\s+/g, ' ').trim();
    body.paragraph({ runs: [{ type: 'text', text: `注${index + 1}：${text}` }] });
  }
  body.doubt('脚注、尾注已移到正文末尾，请核对位置。', '正文末尾', body.lastId);
}

function tellLost(files: OfficePackage, body: BodyBuilder): void {
  if (files.names(/^word\/comments\.xml$/i).length > 0) body.doubt('批注没有导入。', '正文');
  const margins = files.names(/^word\/(?:header|footer)\d*\.xml$/i).map((name) => wordsOf(files.xml(name) ?? ''));
  if (margins.some((text) => /[\p{Script=Han}]{2,}/u.test(text)))
    body.doubt('页眉、页脚的文字没有导入，如有发文机关、密级、日期等内容请核对。', '页眉页脚');
}

function wordsOf(xml: string): string {
  let text = '';
  let inText = false;
  walkXml(xml, {
    open: (name) => {
      if (name === 't') inText = true;
    },
    text: (piece) => {
      if (inText && text.length < 1000) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
    },
  });
  return text;
}
