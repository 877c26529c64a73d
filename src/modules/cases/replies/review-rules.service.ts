import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { type CasesContext, type Known, lookUpKnown } from '../cases.context.ts';
import { unitMissing } from '../cases.errors.ts';
import { touchCase } from '../cases.store.ts';
import { nameOf } from '../history.store.ts';
import type { CaseReviewStep } from '../kinds/case-kind.ts';
import { draftOf, reviewsOf } from './replies.store.ts';
import type { CaseReviewRule, ReviewRuleInput } from './review-rules.contract.ts';
import { allReviewRules, dropReviewRule, inReview, putReviewRule, stepsOf } from './review-rules.store.ts';
import { reviewStandings, waitingFor } from './review-steps.ts';

interface Place {
  readonly kind: string;
  readonly unitId: string;
}

/** Steps that one unit has instead of those of the kind; the office alone sets them. */
export class ReviewRulesService {
  readonly #context: CasesContext;

  constructor(context: CasesContext) {
    this.#context = context;
  }

  async list(actor: Actor): Promise<CaseReviewRule[]> {
    demandManage(actor);
    const { units } = await lookUpKnown(this.#context);
    const rows = await allReviewRules(this.#context.platform.database.kysely);
    return rows.map((row) => ({
      kind: row.kind,
      kindLabel: this.#context.kinds.get(row.kind).label,
      unit: units.ref(row.unit_id),
      steps: row.steps.map(({ name, unit, roles }) => ({ name, unit, roles }) as CaseReviewRule['steps'][number]),
      by: row.by_name,
      updatedAt: row.updated_at.toISOString(),
      version: row.version,
    }));
  }

  /** @throws AppError `kind-unknown`, `unit-missing`, `step-unstaffed` (422), `stale` (409) */
  async put(actor: Actor, place: Place, { steps, version }: ReviewRuleInput): Promise<void> {
    demandManage(actor);
    const known = await this.#known(place);
    await this.#demandStaffed(place, steps, known);
    const coded = steps.map((step, index): CaseReviewStep => ({ code: `step${index + 1}`, ...step }));
    await this.#context.platform.changes.run(actor, async (change) => {
      const rule = { ...place, steps: coded, byName: nameOf(actor), at: change.at, version };
      if (!(await putReviewRule(change.tx, rule))) throw staleRule();
      await this.#after(change, place, known, 'putReviewRule');
    });
  }

  /** @throws AppError `rule-missing` (404) */
  async drop(actor: Actor, place: Place): Promise<void> {
    demandManage(actor);
    const known = await this.#known(place);
    await this.#context.platform.changes.run(actor, async (change) => {
      if (!(await dropReviewRule(change.tx, place.kind, place.unitId)))
        throw new AppError('rule-missing', 404, '这个单位没有自己的审核环节，可能已经恢复。请刷新后查看。');
      await this.#after(change, place, known, 'dropReviewRule');
    });
  }

  /** Replies in review wait from now on for those who may do the step that is open by the new steps. */
  async #after(change: Change, place: Place, known: Known, action: string): Promise<void> {
    const { kind, unitId } = place;
    const steps = await stepsOf(change.tx, this.#context.kinds.get(kind), unitId);
    const places = { holderUnitId: unitId, officeId: known.units.officeId };
    for (const caseId of await inReview(change.tx, kind, unitId)) {
      const draft = await draftOf(change.tx, caseId);
      if (!draft) continue;
      const reviews = (await reviewsOf(change.tx, [draft.id])).get(draft.id) ?? [];
      const standings = reviewStandings(steps, reviews, draft.edit);
      await touchCase(change.tx, caseId, { waiting_for: waitingFor(standings, places) });
    }
    change.record({
      action,
      kind: 'caseReviewRule',
      subjectId: `${kind} ${unitId}`,
      unitId,
      detail: { steps: steps.length },
    });
  }

  async #known({ kind, unitId }: Place): Promise<Known> {
    this.#context.kinds.get(kind);
    const known = await lookUpKnown(this.#context);
    if (!known.units.isActive(unitId)) throw unitMissing();
    return known;
  }

  /** A step that nobody can do would hold up every reply. */
  async #demandStaffed({ unitId }: Place, steps: ReviewRuleInput['steps'], { units }: Known): Promise<void> {
    const holders = await this.#context.organisations.people.holders(['reviewer', 'deputyHead', 'head', 'supervisor']);
    const reasons = steps.flatMap((step, place) => {
      const where = step.unit === 'office' ? units.officeId : unitId;
      const isStaffed = holders.some(
        (one) => one.unitId === where && (step.roles as readonly string[]).includes(one.role),
      );
      return isStaffed ? [] : [{ field: `steps.${place}.roles`, message: `“${step.name}”没有人能办理，请另选` }];
    });
    if (reasons.length > 0)
      throw new AppError('step-unstaffed', 422, reasons.map(({ message }) => `${message}。`).join(''), { reasons });
  }
}

function demandManage(actor: Actor): void {
  demand(actor, 'manage', { kind: 'caseReviewRule' });
}

function staleRule(): AppError {
  return new AppError('stale', 409, '这个单位的审核环节刚被他人修改，请刷新后再改。');
}
