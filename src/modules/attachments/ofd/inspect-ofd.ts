import { locate, OfficePackage } from '../office/office-package.ts';
import { attribute, walkXml } from '../office/xml-walk.ts';
import type { Findings } from '../opening/findings.ts';
import type { JudgedFile } from '../opening/judge-kind.ts';
import { broken } from '../opening/refusal.ts';
import { readOfdPage } from './ofd-page.ts';

/** Of `DocInfo`, GB/T 33190 section 7.4; identifiers, dates and the names of programs tell nothing about people. */
const TELLING: Readonly<Record<string, string>> = {
  Title: '标题',
  Author: '作者',
  Subject: '主题',
  Abstract: '摘要',
  Keyword: '关键词',
};
/** Actions that leave the document or play something, section 14. */
const ACTIONS: Readonly<Record<string, string>> = { GotoA: '打开附件', Sound: '播放声音', Movie: '播放影片' };

/** GB/T 33190: one package may hold several documents and several versions of each. */
export function inspectOfd({ zip }: JudgedFile, findings: Findings): void {
  if (!zip) throw broken();
  const files = new OfficePackage(zip);
  const roots = readEntry(files, findings);
  let pages = 0;
  for (const root of roots) pages += inspectDocument(files, root, findings);
  if (pages === 0) throw broken();
  findings.pages = pages;
  files.checkRest();
}

function readEntry(files: OfficePackage, findings: Findings): string[] {
  const roots: string[] = [];
  const path: string[] = [];
  let property = '';
  walkXml(files.xml('OFD.xml') ?? '', {
    open: (name, attributes) => {
      path.push(name);
      if (name === 'CustomData') property = attribute(attributes, 'Name') ?? '';
      if (name === 'Version')
        findings.hidden('previousRevision', '文件版本', attribute(attributes, 'BaseLoc') ?? '', { cleanable: false });
    },
    text: (text) => {
      const name = path.at(-1) ?? '';
      const value = text.trim();
      if (value === '') return;
      if (name === 'DocRoot') roots.push(locate('OFD.xml', value));
      else if (name === 'CustomData') findings.hidden('metadata', `自定义属性“${property}”`, value);
      else if (TELLING[name] && path.includes('DocInfo'))
        findings.hidden('metadata', `文档属性“${TELLING[name]}”`, value);
    },
    close: () => {
      path.pop();
    },
  });
  return roots;
}

function inspectDocument(files: OfficePackage, root: string, findings: Findings): number {
  const pages: string[] = [];
  const others: [string, string][] = [];
  let element = '';
  walkXml(files.xml(root) ?? '', {
    open: (name, attributes) => {
      element = name;
      const location = attribute(attributes, 'BaseLoc');
      if (name === 'Page' && location) pages.push(locate(root, location));
      if (name === 'URI') judgeAddress(attribute(attributes, 'URI') ?? '', findings);
      if (ACTIONS[name]) findings.hidden('script', 'OFD 动作', ACTIONS[name] ?? '', { cleanable: false });
    },
    text: (text) => {
      if (/^(?:Annotations|Attachments|Extensions|CustomTags)$/.test(element) && text.trim() !== '')
        others.push([element, locate(root, text.trim())]);
    },
    close: () => {
      element = '';
    },
  });
  for (const [index, page] of pages.entries()) readOfdPage(files.xml(page) ?? '', `第${index + 1}页`, findings);
  for (const [kind, part] of others) inspectPart(files, kind, part, findings);
  return pages.length;
}

function judgeAddress(address: string, findings: Findings): void {
  if (!/^(?:https?:|mailto:)/i.test(address))
    findings.hidden('externalLink', 'OFD 链接', address, { cleanable: false });
}

function inspectPart(files: OfficePackage, kind: string, part: string, findings: Findings): void {
  const xml = files.xml(part) ?? '';
  if (kind === 'Attachments')
    walkXml(xml, {
      open: (name, attributes) => {
        if (name === 'Attachment')
          findings.hidden('embeddedFile', 'OFD 内嵌文件', attribute(attributes, 'Name') ?? '', { cleanable: false });
      },
    });
  if (kind === 'Annotations')
    walkXml(xml, {
      text: (text) => {
        if (text.trim() !== '') inspectAnnotations(files.xml(locate(part, text.trim())) ?? '', findings);
      },
    });
  if (kind === 'CustomTags' || kind === 'Extensions')
    walkXml(xml, {
      text: (text) => {
        if (text.trim() !== '' && !/\.xml$/i.test(text.trim()))
          findings.hidden('metadata', '扩展数据', text, { cleanable: false });
      },
    });
}

function inspectAnnotations(xml: string, findings: Findings): void {
  let author = '';
  let text = '';
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'Annot') {
        author = attribute(attributes, 'Creator') ?? '';
        text = '';
      }
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      if (name !== 'Annot') return;
      const words = text.trim();
      findings.hidden('comment', author ? `注释（${author}）` : '注释', words, { cleanable: false });
      findings.text(`${words}\n`);
    },
  });
}
