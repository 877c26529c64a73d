import { dayText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { CATEGORY_LABELS } from '../../request-words.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';

export function IdentityPanel({ view: { identity, category } }: { readonly view: RequestView }) {
  return (
    <Section title="身份核对">
      {identity ? (
        <>
          <p>
            {CATEGORY_LABELS[category]}，核对了{identity.evidence}。
          </p>
          <p className="mc-muted mc-small">
            {identity.by} · {dayText(identity.on)}
          </p>
        </>
      ) : (
        <p className="mc-muted">还没有核对申请人身份证明。</p>
      )}
    </Section>
  );
}
