import { Plugin, PluginKey } from 'prosemirror-state';
import type { DecorationSet } from 'prosemirror-view';
import { type Annotation, decorationsOf } from './annotation.ts';

export interface Shown {
  readonly annotations: readonly Annotation[];
  readonly active: string | undefined;
}

const KEY = new PluginKey<DecorationSet>('annotations');

/** Marks move with the words while somebody types, and are drawn anew when the server has looked again. */
export function annotating(onChoose: (annotationId: string) => void): Plugin {
  return new Plugin<DecorationSet>({
    key: KEY,
    state: {
      init: (_config, state) => decorationsOf(state.doc, [], undefined),
      apply: (transaction, set, _before, state) => {
        const shown = transaction.getMeta(KEY) as Shown | undefined;
        if (shown) return decorationsOf(state.doc, shown.annotations, shown.active);
        return transaction.docChanged ? set.map(transaction.mapping, transaction.doc) : set;
      },
    },
    props: {
      decorations: (state) => KEY.getState(state),
      handleClick: (_view, _position, event) => {
        const noted = event.target instanceof Element ? event.target.closest('[data-annotation]') : null;
        const id = noted?.getAttribute('data-annotation');
        if (id) onChoose(id);
        return false;
      },
    },
  });
}

export const SHOW_ANNOTATIONS = KEY;
