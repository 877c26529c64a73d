import type { Content, Relation } from '../content/content.contract.ts';
import { holds } from '../content/field-condition.ts';
import type { PublicationKind, TogetherRule } from '../kinds/publication-kind.ts';
import type { LifeState } from '../publication-words.ts';
import type { BlockingReason } from '../publications.contract.ts';
import { blocks } from './blocking-reasons.ts';

/** One of those that become public at the same instant. */
export interface Member {
  readonly publicationId: string;
  readonly kind: string;
  readonly title: string;
  readonly life: LifeState;
  readonly relations: readonly Relation[];
  /** Its own reasons, without those that come from the others. */
  readonly reasons: readonly BlockingReason[];
}

/** The rule that applies to this content, if it is not public yet: later changes of the text need no new partner. */
export function togetherRule(
  kind: PublicationKind,
  content: Pick<Content, 'fields'>,
  life: LifeState,
): TogetherRule | undefined {
  if (life !== 'none' || !kind.together) return undefined;
  return holds(kind.together.when, content.fields) ? kind.together : undefined;
}

/**
 * Three-in-step: what waits for a partner says so, and what its partners still lack stands in its way too.
 * @param rule of the document itself, if it wants a partner
 * @param others the rest of those that become public with it
 */
export function togetherReasons(
  self: Pick<Member, 'publicationId'>,
  rule: TogetherRule | undefined,
  others: readonly Member[],
): BlockingReason[] {
  const reasons: BlockingReason[] = [];
  const hasPartner = others.some(
    (other) => other.kind === rule?.kind && pointsTo(other, rule.relation, self.publicationId),
  );
  if (rule && !hasPartner) {
    reasons.push({ code: 'together', place: `together:${rule.kind}`, severity: 'blocks', message: rule.message });
  }
  for (const other of others) {
    const [first, ...more] = blocks(other.reasons);
    if (!first) continue;
    const rest = more.length > 0 ? `（另有 ${more.length} 项）` : '';
    reasons.push({
      code: 'together',
      place: `together:${other.publicationId}`,
      severity: 'blocks',
      message: `须与《${other.title}》同步发布，而它还不能发布：${first.message}${rest}`,
    });
  }
  return reasons;
}

function pointsTo(member: Member, relation: string, publicationId: string): boolean {
  return member.relations.some((one) => one.type === relation && one.publicationId === publicationId);
}
