import { type Attributes, walkXml } from './xml-walk.ts';

export interface CellStyle {
  /** White letters without a fill, or a number format that shows nothing. */
  readonly unseen: boolean;
  readonly format: string;
}

/** By index of `cellXfs`. */
export function readCellStyles(xml: string): readonly CellStyle[] {
  const formats = new Map<string, string>();
  const fonts: { white: boolean }[] = [];
  const fills: { plain: boolean }[] = [];
  const styles: CellStyle[] = [];
  let inside = '';
  const read = (name: string, attributes: Attributes) => {
    if (/^(?:fonts|fills|cellXfs|dxfs|cellStyleXfs)$/.test(name)) inside = name;
    if (name === 'numFmt' && inside !== 'dxfs') formats.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
    if (inside === 'fonts' && name === 'font') fonts.push({ white: false });
    if (inside === 'fonts' && name === 'color') {
      const font = fonts.at(-1);
      if (font && (/^(?:ff)?ffffff$/i.test(attributes.rgb ?? '') || (attributes.theme === '0' && !attributes.tint)))
        font.white = true;
    }
    if (inside === 'fills' && name === 'fill') fills.push({ plain: true });
    if (inside === 'fills' && (name === 'patternFill' || name === 'gradientFill')) {
      const fill = fills.at(-1);
      if (fill) fill.plain = name === 'patternFill' && (attributes.patternType ?? 'none') === 'none';
    }
    if (inside === 'fills' && name === 'fgColor' && /^(?:ff)?ffffff$/i.test(attributes.rgb ?? '')) {
      const fill = fills.at(-1);
      if (fill) fill.plain = true;
    }
    if (inside === 'cellXfs' && name === 'xf') {
      const format = formats.get(attributes.numFmtId ?? '') ?? '';
      const white = fonts[Number(attributes.fontId ?? 0)]?.white === true;
      const plain = fills[Number(attributes.fillId ?? 0)]?.plain !== false;
      styles.push({ unseen: (white && plain) || /^"?"?;"?"?;"?"?(?:;|$)/.test(format), format });
    }
  };
  walkXml(xml, { open: read });
  return styles;
}
