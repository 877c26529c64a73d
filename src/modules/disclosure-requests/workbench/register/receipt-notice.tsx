import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import type { z } from 'zod';
import { dayText } from '../../../../workbench/components/day.ts';
import type { Registered } from '../../disclosure-requests.contract.ts';

export type Receipt = z.infer<typeof Registered>;

export function ReceiptNotice({ receipt, onNext }: { readonly receipt: Receipt; readonly onNext: () => void }) {
  return (
    <Alert
      type={receipt.dueOn ? 'success' : 'warning'}
      showIcon
      title="已登记。请把编号和查询码告诉申请人，查询码只显示这一次。"
      description={
        <>
          <p>
            编号 <strong>{receipt.number}</strong>，查询码 <strong>{receipt.secret}</strong>
          </p>
          <p>
            由{receipt.unit.shortName}办理，
            {receipt.dueOn
              ? `应于${dayText(receipt.dueOn)}前答复。`
              : '收到申请之日还没有确认，答复期限没有起算：请尽快与申请人确认，并在案卷里登记。'}
          </p>
          <div className="mc-actions">
            <Link to={`/disclosure-requests/${receipt.id}`}>打开案卷</Link>
            <Button onClick={onNext}>再登记一件</Button>
          </div>
        </>
      }
    />
  );
}
