import { PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { walkXml } from '../office/xml-walk.ts';
import type { Findings } from '../opening/findings.ts';
import { textIn } from './pdf-values.ts';

/** Of the information dictionary; dates and the names of programs tell nothing about people. */
const TELLING: Readonly<Record<string, string>> = {
  Title: '标题',
  Author: '作者',
  Subject: '主题',
  Keywords: '关键词',
  Company: '单位',
};
const ORDINARY = new Set(['Creator', 'Producer', 'CreationDate', 'ModDate', 'Trapped', 'SourceModified']);
const TELLING_XMP: Readonly<Record<string, string>> = {
  creator: '作者',
  title: '标题',
  description: '说明',
  subject: '关键词',
  rights: '权利',
  Author: '作者',
  Company: '单位',
  Keywords: '关键词',
  Manager: '管理者',
};

/** The information dictionary and the XMP packets; a value that stands in both is told once. */
export function inspectPdfMetadata(document: PDFDocument, findings: Findings): void {
  const seen = new Set<string>();
  const tell = (word: string, text: string) => {
    const value = text.trim();
    if (value === '' || seen.has(value)) return;
    seen.add(value);
    findings.hidden('metadata', `文档属性“${word}”`, value);
  };
  const info = document.context.lookup(document.context.trailerInfo.Info);
  if (info instanceof PDFDict) {
    for (const [key] of info.entries()) {
      const name = key.decodeText();
      if (!ORDINARY.has(name)) tell(TELLING[name] ?? name, textIn(info, name));
    }
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && object.dict.get(PDFName.of('Type')) === PDFName.of('Metadata'))
      readXmp(Buffer.from(object.contents).toString('utf8'), tell);
  }
}

function readXmp(xml: string, tell: (word: string, text: string) => void): void {
  const path: string[] = [];
  walkXml(xml.replaceAll(/<\?xpacket[^>]*>/g, ''), {
    open: (name, attributes) => {
      path.push(name);
      for (const [key, value] of Object.entries(attributes)) {
        const word = TELLING_XMP[key.slice(key.indexOf(':') + 1)];
        if (word) tell(word, value);
      }
    },
    text: (text) => {
      const word = path.map((name) => TELLING_XMP[name]).find(Boolean);
      if (word) tell(word, text);
    },
    close: () => {
      path.pop();
    },
  });
}
