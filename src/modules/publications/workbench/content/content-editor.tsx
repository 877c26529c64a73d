import { Alert, Button, Input, Radio } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { Body } from '../../../../kernel/document-body.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { StaleDialog } from '../../../../workbench/components/stale-dialog.tsx';
import { UnsavedGuard } from '../../../../workbench/components/unsaved-guard.tsx';
import { LazyEditor } from '../../../../workbench/editor/lazy-editor.tsx';
import type { PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { AttachmentsEditor, uploadFile } from './attachments-editor.tsx';
import { annotationsOf, notesOf } from './body-notes.tsx';
import { FieldsForm } from './fields-form.tsx';
import { partLabels } from './flat-content.ts';
import type { NoteActions } from './note-actions.ts';
import { PlaceNotes } from './place-notes.tsx';
import { RelationsEditor } from './relations-editor.tsx';
import { SaveBar } from './save-bar.tsx';
import type { ContentEdit } from './use-content-edit.ts';
import { publicationPath, usePublicationAction, usePublicationDrop } from './use-publication.ts';

/** Sheets, rows and scripts are for people to decide on: they stay until the file comes in without them. */
function cleaned(answer: PublicationDetail, { sha256 }: { readonly sha256: string }): string {
  const before = answer.draft?.content.attachments.some((file) => file.sha256 === sha256);
  const rest = answer.attachments.some((file) => file.hiddenData.length > 0);
  if (before) return '没有可以自动去除的内容，请按提示处理后重新上传。';
  return rest ? '能自动去除的已经去除，其余请按提示处理后重新上传。' : '已换成不含隐藏内容的副本。';
}

/** The draft as its writers see it: elements, text, attachments, relations, each with what was found or said about it. */
export function ContentEditor(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly edit: ContentEdit;
  readonly actions: NoteActions;
}) {
  const { detail, kind, edit, actions } = props;
  const [opened] = useState(edit.content.body as Body | null);
  const annotations = useMemo(() => annotationsOf(detail), [detail]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the actions are new at every drawing, what they do is not
  const notes = useMemo(
    () => notesOf(detail, detail.draft?.content.body as Body | null, actions),
    [detail, actions.isBusy],
  );
  const clean = usePublicationAction<{ edit: number; sha256: string }>(
    detail.id,
    'POST',
    (input) => `/attachments/${input.sha256}/clean`,
    { done: cleaned, onDone: (answer) => edit.adopt(answer) },
  );
  const notesAt = (place: string): ReactNode => <PlaceNotes detail={detail} place={place} actions={actions} />;
  return (
    <>
      <UnsavedGuard when={edit.autosave.failed && edit.isDirty} />
      <Recovered detail={detail} edit={edit} />
      {edit.isOvertaken ? (
        <Alert
          className="mc-gap-below"
          type="warning"
          showIcon
          title="您编辑期间，另一位同事保存了新的内容"
          description="您填写的内容仍在。保存时会逐段对照两边的修改，由您选择保留哪一份。"
        />
      ) : null}
      <Section title="要素">
        <FieldsForm kind={kind} content={edit.content} onChange={edit.set} notesAt={notesAt} />
      </Section>
      {kind?.body === 'none' ? null : (
        <Section title="正文">
          <LazyEditor
            body={opened}
            label="正文"
            editable
            handle={edit.editor}
            onChange={edit.setBody}
            annotations={annotations}
            notes={notes}
            imageAddress={(sha256) => `${publicationPath(detail.id)}/attachments/${sha256}`}
            uploadImage={(file) => uploadFile(detail.id, file)}
          />
        </Section>
      )}
      <Section title={`附件（${edit.content.attachments.length}）`}>
        <AttachmentsEditor
          publicationId={detail.id}
          files={edit.content.attachments}
          inspected={detail.attachments}
          most={kind?.attachments.max ?? 0}
          editable
          onChange={(attachments) => edit.set({ attachments })}
          onClean={async (sha256) => {
            const saved = await edit.save();
            if (saved?.draft) clean.mutate({ edit: saved.draft.edit, sha256 });
          }}
          notesAt={notesAt}
        />
      </Section>
      {kind && kind.relations.length > 0 ? (
        <Section title={`关联信息（${edit.content.relations.length}）`}>
          <RelationsEditor
            kind={kind}
            relations={edit.content.relations}
            related={detail.related}
            editable
            onChange={(relations) => edit.set({ relations })}
            notesAt={notesAt}
          />
        </Section>
      ) : null}
      <ChangeNotes detail={detail} edit={edit} />
      <SaveBar edit={edit} editors={detail.editors} />
      <StaleDialog
        conflict={edit.conflict}
        fields={edit.conflict ? partLabels([edit.conflict.mineContent, edit.conflict.theirs, edit.content], kind) : []}
        isSaving={edit.isSaving}
        onSave={edit.saveChosen}
        onBack={edit.backToForm}
      />
    </>
  );
}

function Recovered({ detail, edit }: { readonly detail: PublicationDetail; readonly edit: ContentEdit }) {
  const [found] = useState(detail.autosave);
  const [isOpen, setOpen] = useState(true);
  const drop = usePublicationDrop(detail.id);
  if (!found || !isOpen || JSON.stringify(found.content) === JSON.stringify(detail.draft?.content)) return null;
  return (
    <Alert
      className="mc-gap-below"
      type="info"
      showIcon
      title={`您 ${instantText(found.at)} 离开时有没有保存的修改，已自动暂存。`}
      action={
        <span className="mc-note-buttons">
          <Button
            size="small"
            type="primary"
            onClick={() => {
              edit.restore(found);
              setOpen(false);
            }}
          >
            恢复
          </Button>
          <Button
            size="small"
            onClick={() => {
              drop();
              setOpen(false);
            }}
          >
            不要了
          </Button>
        </span>
      }
    />
  );
}

/** After the first publication every change tells the public what it is (DOC history): a correction of words needs no note. */
function ChangeNotes({ detail, edit }: { readonly detail: PublicationDetail; readonly edit: ContentEdit }) {
  if (!detail.current) return null;
  const { notes } = edit;
  return (
    <Section title="变更说明">
      <Radio.Group
        aria-label="变更类型"
        value={notes.changeKind}
        onChange={(event) => edit.setNotes({ ...notes, changeKind: event.target.value as 'major' | 'minor' })}
      >
        <Radio value="major">内容有变更（向公众说明）</Radio>
        <Radio value="minor">文字订正（不影响内容）</Radio>
      </Radio.Group>
      {notes.changeKind === 'major' ? (
        <div className="mc-element">
          <label htmlFor="change-note">变更说明（公众可见）</label>
          <Input.TextArea
            id="change-note"
            rows={2}
            maxLength={500}
            showCount
            value={notes.changeNote ?? ''}
            onChange={(event) => edit.setNotes({ ...notes, changeNote: event.target.value || null })}
          />
        </div>
      ) : null}
    </Section>
  );
}
