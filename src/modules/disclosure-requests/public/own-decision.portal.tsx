import { longDay } from '../../../portal/index.ts';
import { DELIVERY_WAY_LABELS, RESULT_LABELS } from '../request-words.ts';
import { Access } from './own-acts.portal.tsx';
import type { OwnDecision } from './own-request.ts';
import { LOOK_UP } from './paths.ts';

/** A decision letter as it was sent, and how it reached the applicant. */
export function DecisionPart(of: {
  readonly decision: OwnDecision;
  readonly isOnly: boolean;
  readonly access: { readonly number: string; readonly secret: string };
}) {
  const { decision, isOnly, access } = of;
  const id = `decision-${decision.seq}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{isOnly ? '告知书' : `第 ${decision.seq} 份告知书`}</h2>
      <p>
        <strong>{RESULT_LABELS[decision.result]}</strong>
        <span class="muted">
          {' '}
          · {longDay(decision.sentOn)} · 编号 {decision.documentNumber}
        </span>
      </p>
      <div class="said own-letter">{decision.text}</div>
      <form class="actions" method="post" action={`${LOOK_UP}/letter`}>
        <Access {...access} />
        <input type="hidden" name="seq" value={String(decision.seq)} />
        <button class="button button-quiet" type="submit" name="format" value="pdf">
          下载 PDF<span class="unseen">：{decision.documentNumber}</span>
        </button>
        <button class="button button-quiet" type="submit" name="format" value="docx">
          下载 Word<span class="unseen">：{decision.documentNumber}</span>
        </button>
      </form>
      {decision.deliveries.length > 0 && (
        <ul class="own-steps">
          {decision.deliveries.map((one) => (
            <li key={`${one.way} ${one.sentOn}`}>
              {longDay(one.sentOn)}以{DELIVERY_WAY_LABELS[one.way]}方式送达
              {one.trackingNumber && `，单号 ${one.trackingNumber}`}
              {one.deliveredOn ? `，${longDay(one.deliveredOn)}送达` : '，尚未登记送达结果'}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
