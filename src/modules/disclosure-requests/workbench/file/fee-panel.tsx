import { dayText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { FEE_WAY_LABELS } from '../../fees/reckon-fee.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';

export function FeePanel({ view: { fee } }: { readonly view: RequestView }) {
  if (!fee) return null;
  return (
    <Section title="信息处理费">
      <p>
        <strong className="mc-due">{fee.amount} 元</strong>{' '}
        <ToneTag tone={fee.paidOn ? 'green' : 'orange'}>
          {fee.paidOn ? `${dayText(fee.paidOn)}缴费` : `应于${dayText(fee.until)}前缴纳`}
        </ToneTag>
      </p>
      <details className="mc-why">
        <summary>怎样算出来的（{FEE_WAY_LABELS[fee.way]}）</summary>
        <ol className="mc-why-steps">
          {fee.explanation.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </details>
      <p className="mc-muted mc-small">{dayText(fee.noticedOn)}发出收费通知</p>
    </Section>
  );
}
