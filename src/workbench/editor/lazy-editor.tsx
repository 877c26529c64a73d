import { Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import type { RichTextEditorProps } from './rich-text-editor.tsx';

export type { Annotation } from './annotations/annotation.ts';
export type { Note } from './annotations/margin-notes.tsx';
export type { EditorHandle } from './rich-text-editor.tsx';

const Editor = lazy(async () => ({ default: (await import('./rich-text-editor.tsx')).RichTextEditor }));

/** The editor is fetched when a page first shows one. */
export function LazyEditor(props: RichTextEditorProps) {
  return (
    <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 8 }} />}>
      <Editor {...props} />
    </Suspense>
  );
}
