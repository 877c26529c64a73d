import type { Node } from 'prosemirror-model';
import { Plugin, type Transaction } from 'prosemirror-state';

/** Twelve characters of base 36: enough for one document for ever. */
export function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}

/** Every block has an id of its own: split, pasted and copied ones get a new one, the first keeps what it had. */
export function blockIds(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, state) => {
      if (!transactions.some((transaction) => transaction.docChanged)) return null;
      const change = state.tr;
      giveIds(state.doc, change);
      return change.docChanged ? change.setMeta('addToHistory', false) : null;
    },
  });
}

function giveIds(doc: Node, change: Transaction): void {
  const seen = new Set<string>();
  doc.descendants((node, position) => {
    if (!('id' in node.attrs)) return;
    if (!node.attrs.id || seen.has(node.attrs.id)) change.setNodeAttribute(position, 'id', newBlockId());
    else seen.add(node.attrs.id);
  });
}

/** Where the block stands in the document; undefined when it is gone. */
export function positionOf(doc: Node, blockId: string): { node: Node; position: number } | undefined {
  let found: { node: Node; position: number } | undefined;
  doc.descendants((node, position) => {
    if (node.attrs.id === blockId) found = { node, position };
    return !found;
  });
  return found;
}
