import type { Actor } from '../../../kernel/permissions.ts';
import type { StepStanding } from './review-progress.ts';

export interface ReviewQuestion {
  readonly actor: Actor;
  readonly standing: StepStanding;
  readonly all: readonly StepStanding[];
  /** Everybody who ever edited this version, the drafter first. */
  readonly editorIds: readonly string[];
  readonly ownerUnitId: string;
  readonly officeUnitId: string | null;
}

/**
 * Why this person cannot do this step, as a Chinese sentence; null when he can. Nobody reviews what he wrote, and within a group every
 * step is another person's (三审 by three people); the same person may review and proofread at the same stage.
 */
export function whyNotReview(question: ReviewQuestion): string | null {
  const { actor, standing, all, editorIds } = question;
  const { step } = standing;
  if (actor.type !== 'person') return '审核须由本人登录后办理。';
  const unitId = step.unit === 'office' ? question.officeUnitId : question.ownerUnitId;
  if (!actor.grants.some((grant) => grant.unitId === unitId && step.roles.includes(grant.role))) {
    return `“${step.name}”须由${step.unit === 'office' ? '主管部门' : '本单位'}有相应职责的人员办理。`;
  }
  if (editorIds.includes(actor.personId)) return `您参与了这一版本的起草，不能办理“${step.name}”，请由他人审核。`;
  if (standing.state === 'approved') return `“${step.name}”已经通过。`;
  if (standing.state === 'waiting') return `前一环节还没有通过，请稍后办理“${step.name}”。`;
  const other = all.find(
    (one) => one.step.group === step.group && one.step.code !== step.code && one.review?.reviewerId === actor.personId,
  );
  if (other) return `您已办理“${other.step.name}”，“${step.name}”须由另一人办理。`;
  return null;
}
