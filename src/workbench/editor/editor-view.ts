import type { ResolvedPos } from 'prosemirror-model';
import { EditorState, Selection } from 'prosemirror-state';
import { type DirectEditorProps, EditorView } from 'prosemirror-view';
import type { Body } from '../../kernel/document-body.ts';
import { annotating, SHOW_ANNOTATIONS, type Shown } from './annotations/annotation-plugin.ts';
import { editing } from './editor-keys.ts';
import { positionOf } from './model/block-id.ts';
import { bodyOf, documentOf } from './model/body-document.ts';
import { pasting } from './paste/paste-plugin.ts';

export interface EditorSetting {
  readonly body: Body | null;
  readonly label: string;
  readonly editable: boolean;
  readonly imageAddress: (sha256: string) => string;
  readonly onChange: (body: Body | null) => void;
  readonly onState: (view: EditorView) => void;
  /** Id of the block of text that was clicked, told at once: the caret itself arrives a moment later, or never where it stood already. */
  readonly onClick: (blockId: string | undefined) => void;
  readonly onAskLink: () => void;
  readonly onImage: (file: File) => void;
  readonly onLeftOut: (what: string) => void;
  readonly onChoose: (annotationId: string) => void;
}

export function openEditor(place: HTMLElement, setting: EditorSetting): EditorView {
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({
      doc: documentOf(setting.body),
      plugins: [
        ...editing(setting.onAskLink),
        pasting({ onImage: setting.onImage, onLeftOut: setting.onLeftOut }),
        annotating(setting.onChoose),
      ],
    }),
    editable: () => setting.editable,
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': setting.label,
      'aria-readonly': setting.editable ? 'false' : 'true',
      tabindex: '0',
      class: 'mc-document',
      spellcheck: 'false',
    },
    nodeViews: { image: imageView(setting.imageAddress) },
    handleClick(opened, position) {
      setting.onClick(blockAround(opened.state.doc.resolve(position)));
      return false;
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      setting.onState(view);
      if (transaction.docChanged && !transaction.getMeta('fromOutside')) setting.onChange(bodyOf(view.state.doc));
    },
  });
  setting.onState(view);
  return view;
}

function imageView(
  address: (sha256: string) => string,
): NonNullable<NonNullable<DirectEditorProps['nodeViews']>['image']> {
  return (node) => {
    const dom = document.createElement('figure');
    const image = document.createElement('img');
    image.src = address(String(node.attrs.fileSha256));
    image.alt = String(node.attrs.alt);
    const caption = document.createElement('figcaption');
    caption.textContent = node.attrs.alt ? `说明：${node.attrs.alt}` : '还没有填写图片说明';
    dom.append(image, caption);
    return { dom };
  };
}

/** Puts another body in place, touching only what differs, so that caret and undo stay as far as they can. */
export function replaceBody(view: EditorView, body: Body | null): void {
  const next = documentOf(body);
  const start = view.state.doc.content.findDiffStart(next.content);
  const end = view.state.doc.content.findDiffEnd(next.content);
  if (start === null || !end) return;
  // With repeated words both searches can overlap: widen by what they share.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const change = view.state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap));
  view.dispatch(change.setMeta('fromOutside', true).setMeta('addToHistory', false));
}

export function showAnnotations(view: EditorView, shown: Shown): void {
  view.dispatch(view.state.tr.setMeta(SHOW_ANNOTATIONS, shown));
}

/** Scrolls to the block and puts the caret into it. */
export function goToBlock(view: EditorView, blockId: string): boolean {
  const place = positionOf(view.state.doc, blockId);
  if (!place) return false;
  const change = view.state.tr.setSelection(Selection.near(view.state.doc.resolve(place.position + 1)));
  view.dispatch(change.scrollIntoView());
  view.focus();
  const element = view.nodeDOM(place.position);
  if (element instanceof HTMLElement) element.scrollIntoView({ block: 'center' });
  return true;
}

/** The top of a block below the editor's own top, in pixels: where a note in the margin belongs. */
export function topOfBlock(view: EditorView, blockId: string): number | undefined {
  const place = positionOf(view.state.doc, blockId);
  const element = place && view.nodeDOM(place.position);
  if (!(element instanceof HTMLElement)) return undefined;
  return element.getBoundingClientRect().top - view.dom.getBoundingClientRect().top;
}

/** Id of the block in which the caret stands, once somebody has gone into the text. */
export function blockAtCaret(view: EditorView): string | undefined {
  return view.hasFocus() ? blockAround(view.state.selection.$from) : undefined;
}

function blockAround(position: ResolvedPos): string | undefined {
  for (let depth = position.depth; depth > 0; depth -= 1) {
    const id = position.node(depth).attrs.id as string | null | undefined;
    if (id && position.node(depth).isTextblock) return id;
  }
  return undefined;
}
