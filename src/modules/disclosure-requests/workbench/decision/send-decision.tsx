import { App, Button } from 'antd';
import type { SubmitReplyInput } from '../../../cases/case-acts.contract.ts';
import type { CaseReply } from '../../../cases/cases.contract.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { useRequestAct } from '../words/use-request.ts';

export function SendDecision({ view, reply }: { readonly view: RequestView; readonly reply: CaseReply }) {
  const { modal } = App.useApp();
  const send = useRequestAct<SubmitReplyInput>(view.case.id, '/decision-sending', {
    done: '答复决定已发出，请登记送达。',
  });
  if (view.case.allowed.sendReply !== true) return null;
  const run = async (): Promise<void> => {
    const content = '发出后答复期限停止计算，申请人凭编号和查询码可以看到，决定不能再修改。发出后请登记送达。';
    if (await modal.confirm({ title: '发出答复决定', content, okText: '发出', cancelText: '取消' }))
      send.mutate({ version: view.case.version, edit: reply.edit });
  };
  return (
    <div className="mc-actions">
      <Button type="primary" loading={send.isPending} onClick={() => void run()}>
        发出答复决定
      </Button>
    </div>
  );
}
