import type { Findings } from '../opening/findings.ts';
import type { OfficePackage } from './office-package.ts';
import { attribute, walkXml } from './xml-walk.ts';

/** Properties that name people, places of work or what a text once was; dates and the name of the program tell nothing. */
const TELLING: Readonly<Record<string, string>> = {
  creator: '作者',
  lastModifiedBy: '最后保存者',
  title: '标题',
  subject: '主题',
  description: '备注',
  keywords: '关键词',
  category: '类别',
  contentStatus: '内容状态',
  Company: '单位',
  Manager: '管理者',
  HyperlinkBase: '超链接基础',
};

/** docProps of any office document. */
export function inspectProperties(files: OfficePackage, findings: Findings): void {
  for (const part of ['docProps/core.xml', 'docProps/app.xml']) {
    for (const [name, text] of leaves(files.xml(part) ?? '')) {
      const word = TELLING[name];
      if (word && text !== '') findings.hidden('metadata', `文档属性“${word}”`, text);
      if (/^(?:Pages|Slides)$/.test(name) && /^\d{1,5}$/.test(text) && Number(text) > 0) findings.pages = Number(text);
    }
  }
  let property = '';
  walkXml(files.xml('docProps/custom.xml') ?? '', {
    open: (name, attributes) => {
      if (name === 'property') property = attribute(attributes, 'name') ?? '';
    },
    text: (text) => {
      // WPS writes its own build number there.
      if (text.trim() !== '' && !/^KSO/.test(property)) findings.hidden('metadata', `自定义属性“${property}”`, text);
    },
  });
  if (files.names(/^docProps\/thumbnail\./i).length > 0)
    findings.hidden('metadata', '缩略图', '首页缩略图可能是修改前的样子');
}

function leaves(xml: string): [string, string][] {
  const found: [string, string][] = [];
  let text = '';
  walkXml(xml, {
    open: () => {
      text = '';
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      if (text.trim() !== '') found.push([name, text.trim()]);
      text = '';
    },
  });
  return found;
}
