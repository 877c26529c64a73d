import type { PublicationKind } from '../kinds/publication-kind.ts';
import type { OpenRelation } from '../public/open-publications.ts';
import { ENDING_EFFECTS, type EndingEffect } from '../publication-words.ts';

export interface AffectedByEnd {
  readonly number: number;
  readonly title: string;
  readonly kind: string;
  /** The relation in the words of this side: 政策解读, 废止, 依据. */
  readonly label: string;
  readonly effect: EndingEffect;
}

type Kinds = { has(code: string): boolean; get(code: string): PublicationKind };

const ORDER = new Map(ENDING_EFFECTS.map((effect, at) => [effect, at]));

/** Everything public that points here or to which this points, what matters most first; each once. */
export function affectedByEnd(own: PublicationKind, related: readonly OpenRelation[], kinds: Kinds): AffectedByEnd[] {
  const found = related.flatMap((relation): AffectedByEnd[] => {
    const { number, title, status, kind: code, direction, type } = relation;
    if (number === null || status !== 'public' || code === null || !kinds.has(code)) return [];
    const other = kinds.get(code);
    const definition = (direction === 'to' ? own : other).relations.find((one) => one.code === type);
    const label = (direction === 'to' ? definition?.label : definition?.reverseLabel) ?? '相关内容';
    return [{ number, title, kind: other.name, label, effect: effectOf(relation, own, other) }];
  });
  const sorted = found.sort((a, b) => (ORDER.get(a.effect) ?? 0) - (ORDER.get(b.effect) ?? 0));
  return sorted.filter((one, at) => sorted.findIndex((other) => other.number === one.number) === at);
}

function effectOf({ direction, type }: OpenRelation, own: PublicationKind, other: PublicationKind): EndingEffect {
  if (direction === 'from') return own.together?.relation === type ? 'partner' : 'linked';
  if (other.together?.relation === type) return 'explained';
  return own.relations.some((one) => one.code === type && one.isBinding) ? 'holding' : 'linked';
}
