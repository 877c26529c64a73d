import type { Node } from 'prosemirror-model';
import { type Body, withBlockIds } from '../../../kernel/document-body.ts';
import { newBlockId } from './block-id.ts';
import { schema } from './schema.ts';

/** The document for the editor; one that is empty has a paragraph to type into. */
export function documentOf(body: Body | null): Node {
  const content = body && body.content.length > 0 ? body.content : [{ type: 'paragraph', attrs: { id: newBlockId() } }];
  return schema.nodeFromJSON({ type: 'doc', content });
}

interface Json {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Json[];
  marks?: Json[];
}

/** What is stored: without attributes at their default, so that the same document always has the same hash. Null when nothing was written. */
export function bodyOf(doc: Node): Body | null {
  if (isEmpty(doc)) return null;
  return withBlockIds(lean(doc.toJSON() as Json), newBlockId) as Body;
}

function isEmpty(doc: Node): boolean {
  return doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0;
}

const DEFAULTS: Readonly<Record<string, unknown>> = { align: null, start: 1, colspan: 1, rowspan: 1 };

function lean(node: Json): Json {
  const attrs = Object.entries(node.attrs ?? {}).filter(
    ([name, value]) => name !== 'colwidth' && !(name in DEFAULTS && DEFAULTS[name] === value),
  );
  const { attrs: _attrs, content, ...rest } = node;
  return {
    ...rest,
    ...(attrs.length > 0 ? { attrs: Object.fromEntries(attrs) } : {}),
    ...(content ? { content: content.map(lean) } : {}),
  };
}
