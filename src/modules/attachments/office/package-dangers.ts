import type { Findings } from '../opening/findings.ts';
import { refusal } from '../opening/refusal.ts';
import { locate, type OfficePackage } from './office-package.ts';
import { attribute, walkXml } from './xml-walk.ts';

const MACRO_TYPE = /macroEnabled|ms-office\.vbaProject|ms-excel\.(?:macrosheet|intlmacrosheet)/i;

/** Parts of any office document that run, fetch or carry something. @throws AppError when it holds macros */
export function inspectDangers(files: OfficePackage, findings: Findings): void {
  refuseMacros(files);
  for (const name of files.names(/\/(?:embeddings|oleObjects)\//i)) {
    findings.hidden('embeddedFile', `嵌入对象 ${name.replace(/^.*\//, '')}`, describe(files, name), {
      cleanable: false,
    });
  }
  for (const name of files.names(/\/(?:activeX|ctrlProps)\/[^_/][^/]*$/i)) {
    findings.hidden('script', '控件', name.replace(/^.*\//, ''), { cleanable: false });
  }
  for (const name of files.names(/^customXml\/item\d*\.xml$/i)) {
    const text = textOf(files.xml(name) ?? '');
    if (text !== '') findings.hidden('metadata', `自定义数据 ${name.replace(/^.*\//, '')}`, text);
  }
  for (const name of files.names(/^(?:customUI|userCustomization)\//i)) {
    findings.hidden('script', '自定义界面', name, { cleanable: false });
  }
  for (const name of files.names(/\.rels$/i)) inspectLinks(files, name, findings);
}

function refuseMacros(files: OfficePackage): void {
  const parts = files.names(/(?:^|\/)(?:vbaProject|vbaData|vbaProjectSignature)[^/]*$|\/macrosheets\//i);
  let declared = false;
  walkXml(files.xml('[Content_Types].xml') ?? '', {
    open: (_, attributes) => {
      declared ||= MACRO_TYPE.test(attribute(attributes, 'ContentType') ?? '');
    },
  });
  if (parts.length > 0 || declared)
    throw refusal(
      'macro',
      '文件含有宏，不能上传。请在 Office 或 WPS 中另存为不含宏的 .docx、.xlsx 或 .pptx 后再上传。',
    );
}

/** Links that people see and click are text; everything fetched or run without a click, or pointing inside, is hidden. */
function inspectLinks(files: OfficePackage, relsName: string, findings: Findings): void {
  const part = relsName.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
  const place = partPlace(part);
  for (const { type, target, external } of files.relationships(part)) {
    if (type === 'hyperlink') {
      if (/^(?:javascript|vbscript|data):/i.test(target.trim()))
        findings.hidden('script', `${place}的链接`, target, { cleanable: false });
      else if (external && !/^(?:https?:|mailto:|tel:|#|$)/i.test(target.trim()))
        findings.hidden('externalLink', `${place}的链接`, target, { cleanable: false });
    } else if (external) {
      const word = type === 'attachedTemplate' ? '关联的模板' : `${place}引用的外部内容（${type}）`;
      findings.hidden('externalLink', word, target, { cleanable: type === 'attachedTemplate' });
    } else if (/^\w+:\/\//.test(target) || locate(part, target).startsWith('..')) {
      findings.hidden('externalLink', `${place}的内部引用`, target, { cleanable: false });
    }
  }
}

function partPlace(part: string): string {
  if (/header/i.test(part)) return '页眉';
  if (/footer/i.test(part)) return '页脚';
  if (/settings/i.test(part)) return '文档设置';
  if (/slide(\d+)/i.test(part)) return `第${/slide(\d+)/i.exec(part)?.[1]}张幻灯片`;
  if (/sheet(\d+)/i.test(part)) return `第${/sheet(\d+)/i.exec(part)?.[1]}个工作表`;
  return '正文';
}

function describe(files: OfficePackage, name: string): string {
  return `${Math.ceil(files.zip.size(name) / 1024)} KB`;
}

export function textOf(xml: string): string {
  let text = '';
  walkXml(xml, {
    text: (piece) => {
      if (text.length < 2000) text += piece;
    },
  });
  return text.replace(/\s+/g, ' ').trim();
}
