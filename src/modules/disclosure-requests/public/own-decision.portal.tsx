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
      {decision.supplied.length > 0 && (
        <form method="post" action={`${LOOK_UP}/file`}>
          <h3>提供给您的信息</h3>
          <Access {...access} />
          <ul>
            {decision.supplied.map((item) => (
              <li key={item.name}>
                {item.name}
                {item.files.map((file) => (
                  <p key={file.id} class="actions">
                    <button class="button button-quiet" type="submit" name="file" value={file.id}>
                      下载 {file.name}
                    </button>
                    <span class="muted">{sizeText(file.size)}</span>
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </form>
      )}
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

/** As people read sizes; never less than one. */
function sizeText(bytes: number): string {
  return bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
