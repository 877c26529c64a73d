import { Button } from 'antd';
import { useSession } from '../../../../workbench/api/session.ts';
import { instantText } from '../../../../workbench/components/day.ts';
import type { PublicationDetail } from '../../publications.contract.ts';
import type { ContentEdit } from './use-content-edit.ts';
import { useSaveKey } from './use-save-key.ts';

/** Always in sight while somebody writes: what is saved, for whom, and the button (Ctrl+S). */
export function SaveBar({
  edit,
  editors,
}: {
  readonly edit: ContentEdit;
  readonly editors: PublicationDetail['editors'];
}) {
  const me = useSession().person.id;
  const becomesDrafter = edit.isDirty && !editors.some((editor) => editor.id === me);
  useSaveKey(edit.save);
  return (
    <div className="mc-save-bar">
      <span role="status" className="mc-muted">
        {stateOf(edit)}
        {becomesDrafter ? ' 保存后您即为起草人之一，不能再审核这一版本；只想提意见的，请到“审核”标注。' : ''}
      </span>
      <Button type="primary" loading={edit.isSaving} disabled={!edit.isDirty} onClick={() => void edit.save()}>
        保存
      </Button>
    </div>
  );
}

function stateOf({ isDirty, isSaving, autosave }: ContentEdit): string {
  if (isSaving) return '正在保存…';
  if (!isDirty) return '内容已保存。';
  if (autosave.failed) return '自动暂存没有成功，请检查网络；内容仍在本页，请勿关闭。';
  if (autosave.at) return `${instantText(autosave.at).slice(11)} 已自动暂存，只有您能看到；保存后同事才能看到。`;
  return '有修改还没有保存。';
}
