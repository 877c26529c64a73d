import type { Findings } from '../opening/findings.ts';
import type { OfficePackage } from './office-package.ts';
import { inspectComments } from './word.ts';
import { attribute, isOn, walkXml } from './xml-walk.ts';

export function inspectSlides(files: OfficePackage, findings: Findings): void {
  const slides = files.names(/^ppt\/slides\/slide\d+\.xml$/i);
  findings.pages = slides.length;
  for (const name of slides) inspectSlide(files.xml(name) ?? '', slideWord(name), findings);
  for (const name of files.names(/^ppt\/notesSlides\/notesSlide\d+\.xml$/i)) {
    const text = slideText(files.xml(name) ?? '').text.replace(/^\s*\d+\s*$/gm, '');
    if (text.trim() !== '')
      findings.hidden('comment', `${slideWord(name)}的备注`, text, {
        advice: '演讲者备注会随文件公开，请删除或确认可以公开。',
        cleanable: false,
      });
    findings.text(`${text}\f`);
  }
  for (const name of files.names(/^ppt\/comments\/.*\.xml$/i)) inspectComments(files.xml(name) ?? '', findings);
}

function inspectSlide(xml: string, place: string, findings: Findings): void {
  const { text, shown, hiddenShapes } = slideText(xml);
  if (!shown) findings.hidden('hiddenSheet', `${place}（隐藏的幻灯片）`, text, { cleanable: false });
  for (const shape of hiddenShapes)
    findings.hidden('invisibleText', `${place}（隐藏的对象）`, shape, { cleanable: false });
  findings.text(`${text}\f`);
}

function slideText(xml: string): { text: string; shown: boolean; hiddenShapes: string[] } {
  let text = '';
  let shown = true;
  let inText = false;
  let shapeFrom = -1;
  const hiddenShapes: string[] = [];
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'sld') shown = isOn(attribute(attributes, 'show'));
      if (name === 'cNvPr') {
        const hidden = attribute(attributes, 'hidden');
        shapeFrom = hidden !== undefined && isOn(hidden) ? text.length : -1;
      }
      if (name === 't') inText = true;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'p') text += '\n';
      if (name === 'sp' && shapeFrom >= 0) {
        if (text.slice(shapeFrom).trim() !== '') hiddenShapes.push(text.slice(shapeFrom));
        shapeFrom = -1;
      }
    },
  });
  return { text, shown, hiddenShapes };
}

function slideWord(name: string): string {
  return `第${/(\d+)\.xml$/.exec(name)?.[1] ?? ''}张幻灯片`;
}
