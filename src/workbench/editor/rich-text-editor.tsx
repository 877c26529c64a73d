import { App } from 'antd';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Body } from '../../kernel/document-body.ts';
import type { Annotation } from './annotations/annotation.ts';
import { MarginNotes, type Note } from './annotations/margin-notes.tsx';
import { insertImage, insertTable, linkAt, setLink } from './editor-commands.ts';
import { blockAtCaret, goToBlock, openEditor, replaceBody, showAnnotations } from './editor-view.ts';
import { bodyOf } from './model/body-document.ts';
import { ImageDialog, LinkDialog, TableDialog } from './toolbar/dialogs.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';

export interface EditorHandle {
  /** False when the block is no longer there. */
  goTo(blockId: string): boolean;
  replace(body: Body | null): void;
  body(): Body | null;
}

export interface RichTextEditorProps {
  /** As the editor opens; later changes from outside come by `handle.replace`. */
  readonly body: Body | null;
  readonly label: string;
  readonly editable: boolean;
  readonly handle?: Ref<EditorHandle>;
  readonly onChange?: (body: Body | null) => void;
  /** Block in which the caret stands, for remarks. */
  readonly onCaret?: (blockId: string | undefined) => void;
  readonly annotations: readonly Annotation[];
  readonly notes: readonly Note[];
  readonly imageAddress: (sha256: string) => string;
  readonly uploadImage?: (file: File) => Promise<{ readonly sha256: string }>;
  readonly footer?: ReactNode;
}

type Asking = { readonly what: 'link' | 'table' } | { readonly what: 'image'; readonly file?: File };

/** Word-like editing over the kernel's closed document model, with notes in the margin at the block they are about. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { message } = App.useApp();
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView>();
  const [state, setState] = useState<EditorState>();
  const [asking, setAsking] = useState<Asking>();
  const [active, setActive] = useState<string>();
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!place.current) return;
    const opened = openEditor(place.current, {
      body: latest.current.body,
      label: latest.current.label,
      editable: latest.current.editable,
      imageAddress: (sha256) => latest.current.imageAddress(sha256),
      onChange: (body) => latest.current.onChange?.(body),
      onState: (next) => {
        setState(next.state);
        latest.current.onCaret?.(blockAtCaret(next));
      },
      onClick: (blockId) => latest.current.onCaret?.(blockId),
      onAskLink: () => setAsking({ what: 'link' }),
      onImage: (file) => setAsking({ what: 'image', file }),
      onLeftOut: (what) => void message.warning({ content: what, duration: 8 }),
      // The library reads the new caret a moment after the click; drawing before that would put the old one back.
      onChoose: (id) => setTimeout(() => setActive(id), 60),
    });
    setView(opened);
    return () => opened.destroy();
  }, [message]);

  useEffect(() => {
    if (view && !view.isDestroyed) showAnnotations(view, { annotations: props.annotations, active });
  }, [view, props.annotations, active]);

  useImperativeHandle(
    props.handle,
    () => ({
      goTo: (blockId) => (view ? goToBlock(view, blockId) : false),
      replace: (body) => view && replaceBody(view, body),
      body: () => (view ? bodyOf(view.state.doc) : latest.current.body),
    }),
    [view],
  );

  const run = (command: Command): void => {
    if (!view) return;
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const close = (): void => {
    setAsking(undefined);
    view?.focus();
  };
  const runAndClose = (command: Command): void => {
    setAsking(undefined);
    run(command);
  };
  return (
    <div className={`mc-editor${props.notes.length > 0 ? ' mc-editor-noted' : ''}`}>
      {props.editable && state ? (
        <Toolbar state={state} run={run} onAsk={(what) => setAsking({ what })} onLeave={() => view?.focus()} />
      ) : null}
      <div className="mc-editor-sheet">
        <div ref={place} className="mc-editor-text" />
        {view ? (
          <MarginNotes view={view} state={state} notes={props.notes} active={active} onChoose={setActive} />
        ) : null}
      </div>
      {props.footer}
      {asking?.what === 'link' && view ? (
        <LinkDialog
          href={linkAt(view.state)?.href ?? ''}
          onSet={(href) => runAndClose(setLink(href))}
          onClose={close}
        />
      ) : null}
      {asking?.what === 'table' ? (
        <TableDialog onInsert={(rows, columns) => runAndClose(insertTable(rows, columns))} onClose={close} />
      ) : null}
      {asking?.what === 'image' && props.uploadImage ? (
        <ImageDialog
          file={asking.file}
          upload={props.uploadImage}
          onInsert={(sha256, alt) => runAndClose(insertImage(sha256, alt))}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
