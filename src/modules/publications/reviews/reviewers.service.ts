import { localDateAt } from '../../../kernel/local-date.ts';
import type { Role } from '../../../kernel/roles.ts';
import { existsOn } from '../../organisations/index.ts';
import { type PublicationsContext, unitsIn } from '../publications.context.ts';
import type { ReviewersQuery, RuleReviewers } from '../register.contract.ts';
import { reviewRules } from './reviews.store.ts';
import { type RoleHolder, type StepReviewers, whoCanReview } from './who-can-review.ts';

/** A unit in which nobody drafts wants no reviewers. */
const DRAFTING: readonly Role[] = ['officer', 'handler'];

/** Who can do the steps in force of a kind, so that nothing waits for somebody who is not there. */
export class ReviewersService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  /** For one unit its people; for all units those of the office, and the units that lack somebody. */
  async ofRule({ kind: code, unitId }: ReviewersQuery): Promise<RuleReviewers> {
    const db = this.#context.platform.database.kysely;
    const kind = this.#context.kinds.get(code);
    const rules = (await reviewRules(db)).filter((rule) => rule.kind === code);
    const stepsFor = (unit: string | null) =>
      rules.find((rule) => rule.unit_id === unit)?.steps ??
      rules.find((rule) => rule.unit_id === null)?.steps ??
      kind.reviewSteps;
    const { officeId } = await unitsIn(this.#context, db);
    const asked = [...kind.reviewSteps, ...rules.flatMap((rule) => rule.steps)].flatMap((step) => step.roles);
    const holders = await this.#context.organisations.people.holders([...new Set([...asked, ...DRAFTING])]);
    const ask = (ownerUnitId: string): StepReviewers[] =>
      whoCanReview({
        standings: stepsFor(ownerUnitId).map((step) => ({ step, state: 'open', review: undefined })),
        holders,
        editorIds: [],
        ownerUnitId,
        officeUnitId: officeId,
      });
    const view = (one: StepReviewers) => ({ ...one, people: [...one.people], unitsWithout: [] });
    if (unitId) return { steps: ask(unitId).map(view) };
    return {
      steps: await this.#ofAll(
        stepsFor(null),
        ask,
        holders,
        rules.flatMap((rule) => rule.unit_id ?? []),
      ),
    };
  }

  async #ofAll(
    steps: ReturnType<PublicationsContext['kinds']['get']>['reviewSteps'],
    ask: (unitId: string) => StepReviewers[],
    holders: readonly RoleHolder[],
    ownRules: readonly string[],
  ): Promise<RuleReviewers['steps']> {
    const today = localDateAt(this.#context.platform.clock.now());
    const drafting = new Set(holders.filter(({ role }) => DRAFTING.includes(role)).map((one) => one.unitId));
    const units = (await this.#context.organisations.units.all()).filter(
      (unit) => drafting.has(unit.id) && existsOn(unit, today) && !ownRules.includes(unit.id),
    );
    const asked = units.map(({ id, code, name, shortName }) => ({
      ref: { id, code, name, shortName },
      found: ask(id),
    }));
    return steps.map(({ code, unit }) => {
      const ofOffice = unit === 'office' ? asked[0]?.found.find((one) => one.code === code) : undefined;
      return {
        code,
        people: [...(ofOffice?.people ?? [])],
        lack: ofOffice?.lack ?? null,
        unitsWithout:
          unit === 'office'
            ? []
            : asked.filter(({ found }) => found.some((one) => one.code === code && one.lack)).map(({ ref }) => ref),
      };
    });
  }
}
