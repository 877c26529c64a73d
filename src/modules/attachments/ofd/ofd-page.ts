import { type Attributes, attribute, walkXml } from '../office/xml-walk.ts';
import type { Findings } from '../opening/findings.ts';

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface OfdText extends TextPlace {
  readonly text: string;
  readonly hidden: string | undefined;
  readonly order: number;
}

/** Text objects of a page (GB/T 33190 section 11) as lines; those that cannot be seen are told. */
export function readOfdPage(xml: string, place: string, findings: Findings): void {
  const { texts, boxes } = objectsOf(xml);
  let before: OfdText | undefined;
  for (const text of texts) {
    if (before) findings.text(Math.abs(text.y - before.y) > Math.max(1, text.height / 2) ? '\n' : ' ');
    findings.text(text.text);
    before = text;
    const covered = boxes.some((box) => box.order > text.order && covers(box, text));
    if (covered) findings.hidden('textUnderBox', place, text.text, { cleanable: false });
    if (text.hidden) findings.hidden('invisibleText', `${place}（${text.hidden}）`, text.text, { cleanable: false });
  }
  findings.text('\f');
}

function objectsOf(xml: string): { texts: OfdText[]; boxes: (TextPlace & { order: number })[] } {
  const texts: OfdText[] = [];
  const boxes: (TextPlace & { order: number })[] = [];
  const hiddenLayers: boolean[] = [];
  let order = 0;
  let current:
    | { place: TextPlace; text: string; white: boolean; transparent: boolean; attributes: Attributes }
    | undefined;
  let inCode = false;
  walkXml(xml, {
    open: (name, attributes) => {
      const shown = !/^(?:false|0)$/.test(attribute(attributes, 'Visible') ?? 'true');
      if (name === 'Layer' || name === 'PageBlock') hiddenLayers.push(!shown);
      if (name === 'TextObject') {
        order += 1;
        current = {
          place: placeOf(attributes),
          text: '',
          white: false,
          transparent: !shown || attribute(attributes, 'Alpha') === '0',
          attributes,
        };
      }
      if (name === 'TextCode') inCode = true;
      if (name === 'FillColor' && current && /^\s*255\s+255\s+255\s*$/.test(attribute(attributes, 'Value') ?? ''))
        current.white = true;
      if (name === 'FillColor' && current && attribute(attributes, 'Alpha') === '0') current.transparent = true;
      if ((name === 'PathObject' && attribute(attributes, 'Fill') === 'true') || name === 'ImageObject') {
        order += 1;
        const alpha = Number(attribute(attributes, 'Alpha') ?? 255);
        const box = placeOf(attributes);
        if (shown && alpha > 230 && (name === 'PathObject' || box.width * box.height < 20_000))
          boxes.push({ ...box, order });
      }
    },
    text: (piece) => {
      if (inCode && current) current.text += piece;
    },
    close: (name) => {
      if (name === 'TextCode') inCode = false;
      if (name === 'Layer' || name === 'PageBlock') hiddenLayers.pop();
      if (name !== 'TextObject' || !current) return;
      const { place, text, white, transparent } = current;
      const ground = boxes.some((box) => covers(box, place));
      const hidden = hiddenLayers.includes(true) || transparent ? '不显示' : white && !ground ? '白色' : undefined;
      if (text.trim() !== '') texts.push({ ...place, text, hidden, order });
      current = undefined;
    },
  });
  return { texts, boxes };
}

/** Millimetres. */
function placeOf(attributes: Attributes): TextPlace {
  const [x = 0, y = 0, width = 0, height = 0] = (attribute(attributes, 'Boundary') ?? '')
    .trim()
    .split(/\s+/)
    .map(Number);
  return { x, y, width, height };
}

function covers(box: TextPlace, text: TextPlace): boolean {
  const x = text.x + text.width / 2;
  const y = text.y + text.height / 2;
  return box.height >= text.height * 0.6 && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}
