import type { Content } from '../content/content.contract.ts';
import { holds } from '../content/field-condition.ts';
import type { ReviewStep } from '../kinds/publication-kind.ts';
import type { ReviewDecision } from '../publication-words.ts';

/** One decision as it stands in the record; a void one is kept and counts no more. */
export interface GivenReview {
  readonly step: string;
  readonly decision: ReviewDecision;
  readonly contentHash: string;
  readonly reviewerId: string;
  readonly at: Date;
  readonly isVoid: boolean;
}

export interface StepStanding {
  readonly step: ReviewStep;
  /** `waiting`: a step of its group before it is not yet approved. */
  readonly state: 'waiting' | 'open' | 'approved' | 'returned';
  readonly review: GivenReview | undefined;
}

export function stepsInForce(steps: readonly ReviewStep[], content: Pick<Content, 'fields'>): readonly ReviewStep[] {
  return steps.filter((step) => holds(step.when, content.fields));
}

/**
 * Where each step stands. Only decisions on exactly this content count: an edit changes the hash and so voids all of them. Steps of one
 * group follow each other, groups go side by side (REV-12: three reviews, three proofreads).
 */
export function reviewProgress(
  steps: readonly ReviewStep[],
  reviews: readonly GivenReview[],
  contentHash: string,
): readonly StepStanding[] {
  const standings: StepStanding[] = [];
  for (const step of steps) {
    const review = reviews
      .filter((one) => one.step === step.code && one.contentHash === contentHash && !one.isVoid)
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .at(-1);
    const isBlocked = standings.some((one) => one.step.group === step.group && one.state !== 'approved');
    standings.push({ step, state: review?.decision ?? (isBlocked ? 'waiting' : 'open'), review });
  }
  return standings;
}

export function isFullyApproved(standings: readonly StepStanding[]): boolean {
  return standings.every((standing) => standing.state === 'approved');
}
