import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { CaseView } from '../../../cases/cases.contract.ts';
import type { Selection } from '../../selected/selection.contract.ts';

/** Publishing an answered message with masked names: it becomes a draft of the door out, and is reviewed there (MSG-7). */
export function SelectionPanel({ view }: { readonly view: CaseView }) {
  const navigate = useNavigate();
  const maySelect = usePermissions().may('select', { kind: 'message', state: view.state, unitIds: [view.unit.id] });
  const path = `/api/messages/${view.id}/selection`;
  const isAnswered = view.replies.some((reply) => reply.sentAt !== null);
  const selection = useApi<Selection>(maySelect && view.isSelectable && isAnswered ? path : null);
  const select = useAction<object, Selection>(() => call('POST', path), {
    refreshes: [path],
    done: '已登记为互动选登，请核对脱敏后提交审核。',
    onDone: ({ publicationId }) => void navigate(`/publications/${publicationId}`),
  });
  if (!maySelect || !view.isSelectable || !isAnswered || !selection.data) return null;
  const { publicationId } = selection.data;
  return (
    <Section title="选登">
      {publicationId ? (
        <p>
          已登记选登：<Link to={`/publications/${publicationId}`}>查看审核进度</Link>
        </p>
      ) : view.mayPublish ? (
        <>
          <p>
            来信人同意公开。选登前自动隐去来信人登记的姓名、电话、地址等，再按信息发布的环节审核。正文里另外写到的微信号、孩子和邻居的姓名、学校班级等，请逐字核对。
          </p>
          <Button loading={select.isPending} onClick={() => select.mutate({})}>
            选登这件来件
          </Button>
        </>
      ) : (
        <p className="mc-muted">来信人没有同意公开，不能选登。</p>
      )}
    </Section>
  );
}
