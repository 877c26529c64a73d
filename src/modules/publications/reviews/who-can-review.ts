import type { Role } from '../../../kernel/roles.ts';
import type { ReviewStep } from '../kinds/publication-kind.ts';
import type { Lack } from '../publication-words.ts';
import type { StepStanding } from './review-progress.ts';

export interface RoleHolder {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string;
  readonly role: Role;
}

export interface StepReviewers {
  readonly code: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Null: the step can be done. */
  readonly lack: Lack | null;
}

export interface ReviewersQuestion {
  readonly standings: readonly Pick<StepStanding, 'step' | 'state' | 'review'>[];
  readonly holders: readonly RoleHolder[];
  readonly editorIds: readonly string[];
  readonly ownerUnitId: string;
  readonly officeUnitId: string | null;
}

/**
 * Who can do each step that is not approved, under the rules of `whyNotReview`; and whether the people suffice for the whole group, in
 * which everyone may do one step only (REV-12).
 */
export function whoCanReview(question: ReviewersQuestion): StepReviewers[] {
  const left = question.standings.filter((one) => one.state !== 'approved');
  const found = left.map(({ step }) => ({ step, ...candidates(step, question) }));
  const groups = new Set(left.map(({ step }) => step.group));
  const served = new Set(
    [...groups].flatMap((group) => distinctPeople(found.filter((one) => one.step.group === group))),
  );
  return found.map(({ step, people, lack }) => ({
    code: step.code,
    people,
    lack: lack ?? (served.has(step.code) ? null : 'tooFew'),
  }));
}

function candidates(step: ReviewStep, question: ReviewersQuestion): Omit<StepReviewers, 'code'> {
  const unitId = step.unit === 'office' ? question.officeUnitId : question.ownerUnitId;
  const holding = new Map(
    question.holders
      .filter((holder) => holder.unitId === unitId && step.roles.includes(holder.role))
      .map(({ personId, name }) => [personId, { id: personId, name }]),
  );
  if (holding.size === 0) return { people: [], lack: 'nobody' };
  const others = [...holding.values()].filter((person) => !question.editorIds.includes(person.id));
  if (others.length === 0) return { people: [], lack: 'editors' };
  const busy = new Set(
    question.standings
      .filter((one) => one.step.group === step.group && one.step.code !== step.code)
      .flatMap((one) => (one.review ? [one.review.reviewerId] : [])),
  );
  const people = others.filter((person) => !busy.has(person.id)).sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  return { people, lack: people.length === 0 ? 'otherStep' : null };
}

/** Codes of the steps that get a person of their own when every person takes at most one: the largest such choice. */
function distinctPeople(
  steps: readonly { readonly step: ReviewStep; readonly people: StepReviewers['people'] }[],
): string[] {
  const takenBy = new Map<string, (typeof steps)[number]>();
  const place = (one: (typeof steps)[number], asked: Set<string>): boolean =>
    one.people.some(({ id }) => {
      if (asked.has(id)) return false;
      asked.add(id);
      const holder = takenBy.get(id);
      if (holder && !place(holder, asked)) return false;
      takenBy.set(id, one);
      return true;
    });
  return steps.filter((one) => place(one, new Set())).map((one) => one.step.code);
}
