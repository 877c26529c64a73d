import type { Actor } from '../../../kernel/permissions.ts';
import type { CaseReviewStep } from '../kinds/case-kind.ts';

/** One decision as it stands in the record. */
export interface GivenReview {
  readonly step: string;
  /** Of the reply, as the reviewer saw it. */
  readonly edit: number;
  readonly decision: 'approved' | 'returned';
  readonly comment: string | null;
  readonly byPerson: string;
  readonly byName: string;
  readonly at: Date;
}

export interface StepStanding {
  readonly step: CaseReviewStep;
  /** `waiting`: the step before it is not done. */
  readonly state: 'waiting' | 'open' | 'approved' | 'returned';
  readonly review: GivenReview | undefined;
}

/** Steps follow each other. Only decisions on exactly these words count, and of several the last. */
export function reviewStandings(
  steps: readonly CaseReviewStep[],
  reviews: readonly GivenReview[],
  edit: number,
): StepStanding[] {
  const standings: StepStanding[] = [];
  for (const step of steps) {
    const review = reviews.filter((one) => one.step === step.code && one.edit === edit).at(-1);
    const isBlocked = standings.some((one) => one.state !== 'approved');
    standings.push({ step, state: review?.decision ?? (isBlocked ? 'waiting' : 'open'), review });
  }
  return standings;
}

/** The one step that can be done now; undefined when all are. */
export function openStep(standings: readonly StepStanding[]): StepStanding | undefined {
  return standings.find((one) => one.state === 'open');
}

/**
 * Why this person cannot do this step, as a Chinese sentence; null when he can. Nobody approves what he wrote, and no person does two steps
 * of one reply.
 * @param editorIds everybody who ever saved words of this reply
 */
export function whyNotReview(
  actor: Actor,
  standing: StepStanding,
  of: {
    readonly all: readonly StepStanding[];
    readonly editorIds: readonly string[];
    readonly holderUnitId: string;
    readonly officeId: string | null;
  },
): string | null {
  const { step } = standing;
  if (actor.type !== 'person') return '审核须由本人登录后办理。';
  const unitId = step.unit === 'office' ? of.officeId : of.holderUnitId;
  if (!actor.grants.some((grant) => grant.unitId === unitId && step.roles.includes(grant.role))) {
    return `“${step.name}”须由${step.unit === 'office' ? '主管部门' : '承办单位'}有相应职责的人员办理。`;
  }
  if (of.editorIds.includes(actor.personId)) return `您参与了这份答复的起草，不能办理“${step.name}”，请由他人审核。`;
  if (standing.state === 'approved') return `“${step.name}”已经通过。`;
  if (standing.state === 'waiting') return `前一环节还没有通过，请稍后办理“${step.name}”。`;
  const other = of.all.find((one) => one.review?.byPerson === actor.personId && one.state === 'approved');
  if (other) return `您已办理“${other.step.name}”，“${step.name}”须由另一人办理。`;
  return null;
}

/** `<unit id>:<role>` of everybody who may do the step that is open. */
export function waitingFor(
  standings: readonly StepStanding[],
  { holderUnitId, officeId }: { readonly holderUnitId: string; readonly officeId: string | null },
): string[] {
  const open = openStep(standings);
  if (!open) return [];
  const unitId = open.step.unit === 'office' ? officeId : holderUnitId;
  return open.step.roles.map((role) => `${unitId}:${role}`);
}
