import { Alert, Button } from 'antd';
import type { ApiProblem } from '../../../../workbench/api/problem.ts';
import type { CaseReply } from '../../../cases/cases.contract.ts';

/** The words from which somebody writes on. */
export interface Base {
  readonly edit: number;
  readonly text: string;
  readonly reason: string;
}

export interface OtherWords extends Base {
  readonly by: string;
}

export function baseOf(reply: CaseReply | undefined): Base {
  return { edit: reply?.edit ?? 0, text: reply?.text ?? '', reason: reply?.findingsReason ?? '' };
}

/** What somebody else saved first; undefined when the problem is another. */
export function otherWords({ code, details }: Pick<ApiProblem, 'code' | 'details'>): OtherWords | undefined {
  const current = details.current as Partial<Record<'edit' | 'text' | 'findingsReason' | 'by', unknown>> | undefined;
  if (code !== 'stale' || typeof current?.edit !== 'number' || typeof current.text !== 'string') return undefined;
  return {
    edit: current.edit,
    text: current.text,
    reason: typeof current.findingsReason === 'string' ? current.findingsReason : '',
    by: typeof current.by === 'string' ? current.by : '他人',
  };
}

/** Both texts stand side by side until somebody chooses; neither is lost before. */
export function ReplyConflict(props: {
  readonly other: OtherWords;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}) {
  const { other, onTake, onKeep } = props;
  return (
    <Alert
      className="mc-gap-below"
      type="warning"
      showIcon
      title={`${other.by}刚保存了这份答复，您的内容还没有保存，仍在下面。`}
      description={
        <>
          <p>{other.by}保存的内容：</p>
          <p className="mc-pre mc-sent-reply">{other.text || '（空白）'}</p>
          <div className="mc-actions">
            <Button size="small" onClick={onTake}>
              改用{other.by}的内容
            </Button>
            <Button size="small" onClick={onKeep}>
              留用我的内容，再保存
            </Button>
          </div>
        </>
      }
    />
  );
}
