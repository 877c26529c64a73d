import type { Findings } from '../opening/findings.ts';
import { broken } from '../opening/refusal.ts';
import type { OfficePackage } from './office-package.ts';
import { WordReader } from './word-reader.ts';
import { attribute, walkXml } from './xml-walk.ts';

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/i, '正文'],
  [/^word\/header\d*\.xml$/i, '页眉'],
  [/^word\/footer\d*\.xml$/i, '页脚'],
  [/^word\/footnotes\.xml$/i, '脚注'],
  [/^word\/endnotes\.xml$/i, '尾注'],
  [/^word\/glossary\/document\.xml$/i, '自动图文集'],
];

export function inspectWord(files: OfficePackage, findings: Findings): void {
  for (const [pattern, place] of PARTS) {
    for (const name of files.names(pattern)) {
      const reader = new WordReader(place, findings);
      walkXml(files.xml(name) ?? '', reader);
      reader.end();
      if (place === '正文' && !reader.sawBody) throw broken();
    }
  }
  for (const name of files.names(/^word\/comments\.xml$/i)) inspectComments(files.xml(name) ?? '', findings);
  inspectSettings(files.xml('word/settings.xml') ?? '', findings);
}

/** Also of presentations: an element with an author, its text inside. */
export function inspectComments(xml: string, findings: Findings): void {
  let author = '';
  let text = '';
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'comment' || name === 'cm') {
        author = attribute(attributes, 'author') ?? '';
        text = '';
      }
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      if (name !== 'comment' && name !== 'cm') return;
      findings.hidden('comment', author ? `批注（${author}）` : '批注', text);
      findings.text(`\n${text}\n`);
    },
  });
}

function inspectSettings(xml: string, findings: Findings): void {
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'docVar')
        findings.hidden(
          'metadata',
          `文档变量“${attribute(attributes, 'name') ?? ''}”`,
          attribute(attributes, 'val') ?? '',
        );
      if (name === 'mailMerge') findings.hidden('externalLink', '邮件合并', '关联的数据源', { cleanable: true });
      if (name === 'trackRevisions' || name === 'trackChanges')
        findings.problem('tracking-on', '文件处于修订状态，继续编辑会留下修订痕迹。');
    },
  });
}
