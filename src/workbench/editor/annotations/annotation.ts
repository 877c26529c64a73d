import type { Node } from 'prosemirror-model';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { positionOf } from '../model/block-id.ts';

/** Something about a place of the text: personal data found, or a reviewer's remark. */
export interface Annotation {
  readonly id: string;
  readonly blockId: string;
  readonly kind: 'finding' | 'remark';
  /** UTF-16 offsets in the block's words; absent: the whole block. */
  readonly range?: { readonly start: number; readonly end: number } | undefined;
  /** Chinese, as shown when pointed at. */
  readonly title: string;
  readonly isOpen: boolean;
}

/** Colours words or blocks; a place that is gone, or no longer as long as it was, is left alone. */
export function decorationsOf(
  doc: Node,
  annotations: readonly Annotation[],
  active: string | undefined,
): DecorationSet {
  return DecorationSet.create(
    doc,
    annotations.flatMap((annotation) => {
      const place = positionOf(doc, annotation.blockId);
      if (!place) return [];
      const { node, position } = place;
      const attributes = {
        class: `mc-noted mc-noted-${annotation.kind}${annotation.isOpen ? '' : ' mc-noted-done'}${active === annotation.id ? ' mc-noted-active' : ''}`,
        title: annotation.title,
        'data-annotation': annotation.id,
      };
      const { range } = annotation;
      if (!range || !node.isTextblock) return [Decoration.node(position, position + node.nodeSize, attributes)];
      if (range.end > node.content.size || range.start >= range.end) return [];
      return [Decoration.inline(position + 1 + range.start, position + 1 + range.end, attributes)];
    }),
  );
}
