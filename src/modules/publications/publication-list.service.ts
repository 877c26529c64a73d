import { localDateAt } from '../../kernel/local-date.ts';
import { type Actor, can } from '../../kernel/permissions.ts';
import type { Queryable } from '../../platform/db/database.ts';
import { personIdOf } from './history.store.ts';
import { type ArchiveScope, listPublications, type Reach, registerFigures } from './publication-list.store.ts';
import { summaryView } from './publication-views.ts';
import { type PublicationsContext, type Units, unitsIn } from './publications.context.ts';
import type { PublicationPage, PublicationQuery } from './publications.contract.ts';
import { openAlarms } from './publishing/alarms.store.ts';
import type { Alarm, Figures, FiguresQuery } from './register.contract.ts';
import { reviewRules } from './reviews/reviews.store.ts';
import { formedForTerms, publicTerm, termOf } from './terms/public-term.ts';

/** The register of all non-secret documents, as far as the person's units reach (DOC-1, REV-3). */
export class PublicationListService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  async list(actor: Actor, query: PublicationQuery, archive?: ArchiveScope): Promise<PublicationPage> {
    const units = await unitsIn(this.#context, this.#db);
    const roles = actor.type === 'person' ? actor.grants.map(({ unitId, role }) => `${unitId}:${role}`) : [];
    const calendar = await this.#context.calendar.current();
    const today = this.#today();
    const terms = formedForTerms(this.#context.kinds.all, calendar, today);
    const who = { personId: personIdOf(actor), roles, today, terms };
    const { items, total } = await listPublications(this.#db, query, await this.#reach(actor, units), who, archive);
    return {
      items: items.map((row) => {
        const kind = this.#context.kinds.get(row.kind);
        return summaryView(row, kind, units, publicTerm(row, termOf(kind), calendar, today));
      }),
      total,
      page: query.page,
      pageSize: query.pageSize,
    };
  }

  async figures(actor: Actor, query: FiguresQuery): Promise<Figures> {
    const units = await unitsIn(this.#context, this.#db);
    const today = this.#today();
    const terms = formedForTerms(this.#context.kinds.all, await this.#context.calendar.current(), today);
    const row = await registerFigures(this.#db, query, await this.#reach(actor, units), { today, terms });
    const count = (name: string) => row[name] ?? 0;
    return {
      registered: count('registered'),
      byAttribute: {
        proactive: count('proactive'),
        onRequest: count('on_request'),
        withheld: count('withheld'),
        none: count('undetermined'),
      },
      oldUndetermined: count('old_undetermined'),
      keptBack: count('kept_back'),
      reviewedInTime: count('reviewed_in_time'),
      convertedThisYear: count('converted_this_year'),
      overTerm: count('over_term'),
      published: count('published'),
      publishedLate: count('published_late'),
      publishedWithoutReviews: count('published_without_reviews'),
      publishedWithOpenFindings: count('published_with_open_findings'),
    };
  }

  async alarms(actor: Actor): Promise<Alarm[]> {
    const { unitIds } = await this.#reach(actor, await unitsIn(this.#context, this.#db));
    return (await openAlarms(this.#db))
      .filter((alarm) => unitIds === null || unitIds.includes(alarm.unit_id))
      .map((alarm) => ({
        id: alarm.id,
        publicationId: alarm.publication_id,
        title: alarm.title,
        scheduledFor: alarm.scheduled_for.toISOString(),
        raisedAt: alarm.raised_at.toISOString(),
        reasons: alarm.reasons,
      }));
  }

  async #reach(actor: Actor, units: Units): Promise<Reach> {
    if (can(actor, 'read', { kind: 'publication', state: 'draft' })) return { unitIds: null, officeKinds: [] };
    const held = actor.type === 'person' ? [...new Set(actor.grants.map((grant) => grant.unitId))] : [];
    const unitIds = held.filter((unitId) =>
      can(actor, 'read', { kind: 'publication', state: 'draft', unitIds: [unitId] }),
    );
    const isOfOffice = units.officeId !== null && unitIds.includes(units.officeId);
    return { unitIds, officeKinds: isOfOffice ? await this.#officeKinds() : [] };
  }

  async #officeKinds(): Promise<string[]> {
    const kinds = this.#context.kinds.all.filter((kind) => kind.reviewSteps.some((step) => step.unit === 'office'));
    const rules = (await reviewRules(this.#db)).filter((rule) => rule.steps.some((step) => step.unit === 'office'));
    return [...new Set([...kinds.map((kind) => kind.code), ...rules.map((rule) => rule.kind)])];
  }

  #today() {
    return localDateAt(this.#context.platform.clock.now());
  }

  get #db(): Queryable {
    return this.#context.platform.database.kysely;
  }
}
