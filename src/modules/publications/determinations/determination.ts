import type { Reason } from '../../../kernel/app-error.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { ATTRIBUTE_LABELS, type Attribute, type DeterminationOccasion, type Manner } from '../publication-words.ts';
import { legalBasis } from './legal-basis.ts';

/** Days after which a document kept back is looked at again, unless an earlier day is set (Regulations art. 18, REV-4). */
export const RE_REVIEW_DAYS: Readonly<Record<Attribute, number | null>> = {
  proactive: null,
  onRequest: 365,
  withheld: 365,
};

export interface Decided {
  readonly attribute: Attribute;
  readonly manner: Manner;
}

export interface Proposal extends Decided {
  readonly legalBasis: string;
  readonly audience?: string | null | undefined;
  readonly nextReviewOn?: LocalDate | null | undefined;
}

/** What is wrong with a determination; empty when it may stand. */
export function determinationFaults(proposal: Proposal, today: LocalDate): Reason[] {
  const faults: Reason[] = [];
  const basis = legalBasis(proposal.legalBasis);
  const label = ATTRIBUTE_LABELS[proposal.attribute];
  if (!basis) {
    faults.push({ field: 'legalBasis', message: '请从列表中选择认定依据' });
  } else if (!basis.attributes.includes(proposal.attribute)) {
    faults.push({ field: 'legalBasis', message: `所选依据不能用于“${label}”，请重新选择依据或公开属性` });
  }
  if (proposal.manner === 'targeted' && proposal.attribute !== 'proactive') {
    faults.push({ field: 'manner', message: `“${label}”的信息不主动公开，不需要选择定点定向公开` });
  }
  if (proposal.manner === 'targeted' && !proposal.audience) {
    faults.push({ field: 'audience', message: '定点定向公开须写明公开的对象和地点' });
  }
  faults.push(...reviewDayFaults(proposal, today));
  return faults;
}

function reviewDayFaults({ attribute, nextReviewOn }: Proposal, today: LocalDate): Reason[] {
  const longest = RE_REVIEW_DAYS[attribute];
  if (!nextReviewOn || longest === null) return [];
  if (nextReviewOn <= today) return [{ field: 'nextReviewOn', message: '下次复核日期应晚于今天' }];
  const last = addDays(today, longest);
  return nextReviewOn > last ? [{ field: 'nextReviewOn', message: `下次复核最迟为 ${last}` }] : [];
}

/** When it is looked at again; null for what is disclosed proactively. */
export function nextReviewOn(proposal: Proposal, today: LocalDate): LocalDate | null {
  const days = RE_REVIEW_DAYS[proposal.attribute];
  return days === null ? null : (proposal.nextReviewOn ?? addDays(today, days));
}

/** 首次认定, 定期复核 (nothing changed), 转化公开 (kept back before, REV-5) or 变更. */
export function occasionOf(previous: Decided | undefined, next: Decided): DeterminationOccasion {
  if (!previous) return 'first';
  if (previous.attribute === next.attribute && previous.manner === next.manner) return 'review';
  if (previous.attribute !== 'proactive' && next.attribute === 'proactive') return 'conversion';
  return 'change';
}

export function isReviewDue(determination: { readonly nextReviewOn: LocalDate | null }, today: LocalDate): boolean {
  return determination.nextReviewOn !== null && determination.nextReviewOn <= today;
}
