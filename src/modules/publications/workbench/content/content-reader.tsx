import { type ReactNode, type Ref, useMemo } from 'react';
import type { Body } from '../../../../kernel/document-body.ts';
import { dayText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { type EditorHandle, LazyEditor } from '../../../../workbench/editor/lazy-editor.tsx';
import type { Content, FieldValue } from '../../content/content.contract.ts';
import type { PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { placeElementId } from '../words/places.ts';
import { AttachmentsEditor } from './attachments-editor.tsx';
import { annotationsOf, notesOf } from './body-notes.tsx';
import { type FieldView, useChoices } from './field-input.tsx';
import type { NoteActions } from './note-actions.ts';
import { PlaceNotes } from './place-notes.tsx';
import { RelationsEditor } from './relations-editor.tsx';

/** A version to be read: by reviewers, and by those who may not edit it now. */
export function ContentReader(props: {
  readonly detail: PublicationDetail;
  readonly content: Content;
  /** Of the content. */
  readonly hash: string;
  readonly kind: KindView | undefined;
  readonly actions: NoteActions;
  readonly editor?: Ref<EditorHandle>;
  readonly onCaret?: (blockId: string | undefined) => void;
}) {
  const { detail, content, kind, actions } = props;
  const body = content.body as Body | null;
  const annotations = useMemo(() => annotationsOf(detail), [detail]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the actions are new at every drawing, what they do is not
  const notes = useMemo(() => notesOf(detail, body, actions), [detail, body]);
  const notesAt = (place: string): ReactNode => <PlaceNotes detail={detail} place={place} actions={actions} />;
  const filled = (kind?.fields ?? []).filter((field) => !isEmpty(content.fields[field.code]));
  return (
    <>
      <Section title="要素">
        <dl className="mc-facts">
          <dt>标题</dt>
          <dd id={placeElementId('title')}>
            {content.title || '（还没有标题）'}
            {notesAt('title')}
          </dd>
          {filled.map((field) => (
            <FieldLine key={field.code} field={field} value={content.fields[field.code] ?? null} notesAt={notesAt} />
          ))}
        </dl>
      </Section>
      {body ? (
        <Section title="正文">
          <LazyEditor
            // A newer text is another text to read.
            key={props.hash}
            body={body}
            label="正文"
            editable={false}
            {...(props.editor ? { handle: props.editor } : {})}
            {...(props.onCaret ? { onCaret: props.onCaret } : {})}
            annotations={annotations}
            notes={notes}
            imageAddress={(sha256) => `/api/publications/${detail.id}/attachments/${sha256}`}
          />
        </Section>
      ) : null}
      {content.attachments.length > 0 ? (
        <Section title={`附件（${content.attachments.length}）`}>
          <AttachmentsEditor
            publicationId={detail.id}
            files={content.attachments}
            inspected={detail.attachments}
            most={0}
            editable={false}
            onChange={() => {}}
            notesAt={notesAt}
          />
        </Section>
      ) : null}
      {kind && content.relations.length > 0 ? (
        <Section title={`关联信息（${content.relations.length}）`}>
          <RelationsEditor
            kind={kind}
            relations={content.relations}
            related={detail.related}
            editable={false}
            onChange={() => {}}
            notesAt={notesAt}
          />
        </Section>
      ) : null}
    </>
  );
}

function FieldLine(props: {
  readonly field: FieldView;
  readonly value: FieldValue;
  readonly notesAt: (place: string) => ReactNode;
}) {
  const { field, value } = props;
  const place = `field:${field.code}`;
  return (
    <>
      <dt>
        {field.label}
        {field.internal ? '（内部）' : ''}
      </dt>
      <dd id={placeElementId(place)} className="mc-pre">
        <FieldText field={field} value={value} />
        {props.notesAt(place)}
      </dd>
    </>
  );
}

function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The value in words; labels of lists that the office keeps are fetched. */
function FieldText({ field, value }: { readonly field: FieldView; readonly value: FieldValue }) {
  const choices = useChoices(field);
  const label = (one: string): string => choices.options.find((choice) => choice.value === one)?.label ?? one;
  if (Array.isArray(value)) return value.map(label).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  return field.type === 'date' ? dayText(String(value)) : label(String(value));
}
