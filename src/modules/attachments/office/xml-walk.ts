import { Parser } from 'htmlparser2';
import { refusal } from '../opening/refusal.ts';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlVisitor {
  /** Names without their prefix: which prefix a document uses is its own choice. */
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Office programs nest some dozens; the parser's time grows with the square of the depth. */
const DEEPEST = 1000;
const MOST_ATTRIBUTES = 2000;

/**
 * Walks XML once. Entities of a document's own are never expanded, outside ones never fetched: a document type is refused
 * before anything is read of it.
 * @throws AppError `file-refused`
 */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  walkRaw(xml, {
    open: (name, attributes) => visitor.open?.(bareName(name), attributes),
    text: (text) => visitor.text?.(text),
    close: (name) => visitor.close?.(bareName(name)),
  });
}

/** The same with names as they are written. */
export function walkRaw(xml: string, visitor: Required<XmlVisitor>): void {
  let depth = 0;
  let attributes = 0;
  const parser = new Parser(
    {
      onprocessinginstruction: (name) => {
        if (/^!(?:doctype|entity)/i.test(name)) throw doctypeRefusal();
      },
      onopentagname: () => {
        attributes = 0;
      },
      onattribute: () => {
        attributes += 1;
        if (attributes > MOST_ATTRIBUTES) throw tooDeep();
      },
      onopentag: (name, found) => {
        depth += 1;
        if (depth > DEEPEST) throw tooDeep();
        visitor.open(name, found);
      },
      ontext: (text) => visitor.text(text),
      onclosetag: (name) => {
        depth -= 1;
        visitor.close(name);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

export function bareName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute whatever prefix it carries. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (name in attributes) return attributes[name];
  const key = Object.keys(attributes).find((other) => other.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

/** XML says true in several ways, and by the bare presence of an element. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || /^(?:1|true|on)$/i.test(value);
}

export function doctypeRefusal(): Error {
  return refusal(
    'doctype',
    '文件内部含有外部实体声明（DOCTYPE），正常办公软件不会生成，不能上传。请在原软件中另存后再试。',
  );
}

function tooDeep(): Error {
  return refusal('too-deep', '文件内部结构异常（嵌套过深），无法读取。请在原软件中另存为新文件后再上传。');
}
