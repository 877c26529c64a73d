import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { goToBlock, topOfBlock } from '../editor-view.ts';
import { stacked } from './stacked.ts';

/** A card beside the block it is about. */
export interface Note {
  readonly key: string;
  readonly blockId: string;
  /** Annotations it stands for: choosing one of them in the text shows this card. */
  readonly annotationIds: readonly string[];
  readonly title: ReactNode;
  readonly content: ReactNode;
  readonly tone: 'finding' | 'remark';
}

/** Cards stand at the height of their block and push each other down; on narrow screens they are a list below the text. */
export function MarginNotes(props: {
  readonly view: EditorView;
  readonly state: EditorState | undefined;
  readonly notes: readonly Note[];
  readonly active: string | undefined;
  readonly onChoose: (annotationId: string | undefined) => void;
}) {
  const { view, notes, state } = props;
  const list = useRef<HTMLUListElement>(null);
  const [tops, setTops] = useState<readonly number[]>([]);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => setWidth(view.dom.clientHeight * 10_000 + view.dom.clientWidth));
    watch.observe(view.dom);
    return () => watch.disconnect();
  }, [view]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: places move with the text, the width and the notes themselves
  useLayoutEffect(() => {
    const cards = [...(list.current?.children ?? [])] as HTMLElement[];
    const next = stacked(
      notes.map((note, index) => ({
        top: topOfBlock(view, note.blockId) ?? 0,
        height: cards[index]?.offsetHeight ?? 0,
      })),
    );
    setTops((before) => (before.join() === next.join() ? before : next));
  }, [view, state, notes, width]);
  if (notes.length === 0) return null;
  const last = notes.length - 1;
  const height = (tops[last] ?? 0) + ((list.current?.children[last] as HTMLElement | undefined)?.offsetHeight ?? 0);
  return (
    <ul
      ref={list}
      className="mc-margin"
      aria-label="正文旁注"
      style={{ '--mc-margin-height': `${height}px` } as CSSProperties}
    >
      {notes.map((note, index) => (
        <li
          key={note.key}
          id={`note-${note.key}`}
          className={`mc-note mc-note-${note.tone}${props.active && note.annotationIds.includes(props.active) ? ' mc-note-active' : ''}`}
          style={{ top: tops[index] ?? 0 }}
        >
          <button
            type="button"
            className="mc-note-title"
            onClick={() => {
              props.onChoose(note.annotationIds[0]);
              goToBlock(view, note.blockId);
            }}
          >
            {note.title}
            <span className="mc-visually-hidden">，定位到正文</span>
          </button>
          {note.content}
        </li>
      ))}
    </ul>
  );
}
