import type { LocalDate } from '../../../kernel/local-date.ts';
import type { PublicationKind, RuledContent } from '../kinds/publication-kind.ts';
import type { BlockingReason } from '../publications.contract.ts';

/** What the kind's own rules find, in their order. */
export function ownReasons(
  kind: Pick<PublicationKind, 'ownRules'>,
  content: RuledContent,
  today: LocalDate,
): BlockingReason[] {
  return (kind.ownRules ?? []).flatMap(({ code, severity, faults }) =>
    faults(content, today).map(({ place, message }) => ({ code, place, severity, message })),
  );
}
