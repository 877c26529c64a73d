import { attribute, walkXml } from '../office/xml-walk.ts';

export interface ParagraphStyle {
  /** 0-based outline level; undefined for text. */
  readonly outline: number | undefined;
  readonly align: string | undefined;
  readonly list: string | undefined;
  readonly listLevel: number;
}

interface RawStyle {
  id: string;
  name: string;
  base: string;
  outline?: number;
  align?: string;
  list?: string;
  listLevel: number;
}

const DEEPEST_BASE = 12;

/** Paragraph styles by id, with what they take from the style they are based on. */
export function readStyles(xml: string): (id: string) => ParagraphStyle {
  const raw = new Map<string, RawStyle>();
  let style: RawStyle = { id: '', name: '', base: '', listLevel: 0 };
  walkXml(xml, {
    open: (name, attributes) => {
      const value = attribute(attributes, 'val') ?? '';
      if (name === 'style') {
        style = { id: attribute(attributes, 'styleId') ?? '', name: '', base: '', listLevel: 0 };
        if (attribute(attributes, 'type') === 'paragraph') raw.set(style.id, style);
      } else if (name === 'name') style.name = value;
      else if (name === 'basedOn') style.base = value;
      else if (name === 'outlineLvl') style.outline = Number(value);
      else if (name === 'jc') style.align = value;
      else if (name === 'numId') style.list = value;
      else if (name === 'ilvl') style.listLevel = Number(value) || 0;
    },
  });
  return (id) => resolve(raw, id);
}

function resolve(raw: ReadonlyMap<string, RawStyle>, id: string): ParagraphStyle {
  let outline: number | undefined;
  let align: string | undefined;
  let list: RawStyle | undefined;
  let style = raw.get(id);
  for (let steps = 0; style && steps < DEEPEST_BASE; steps++) {
    const named = /^(?:heading|标题) ?([1-9])$/i.exec(style.name)?.[1];
    outline ??= style.outline ?? (named ? Number(named) - 1 : undefined);
    align ??= style.align;
    list ??= style.list === undefined ? undefined : style;
    style = raw.get(style.base);
  }
  return {
    outline: outline === undefined || outline > 8 ? undefined : outline,
    align,
    list: list?.list,
    listLevel: list?.listLevel ?? 0,
  };
}
