import { AppError } from '../../kernel/app-error.ts';
import { type Actor, can } from '../../kernel/permissions.ts';
import type { Queryable } from '../../platform/db/database.ts';
import { blocks } from './blocking/blocking-reasons.ts';
import { type Readiness, readiness } from './blocking/readiness.service.ts';
import { contentDifference } from './content/difference.ts';
import { uploadsOf } from './content/uploads.store.ts';
import { determinationView } from './determinations/determinations.service.ts';
import { latestDetermination } from './determinations/determinations.store.ts';
import { findingView } from './findings/findings.service.ts';
import { findingsOf } from './findings/findings.store.ts';
import { type Held, look, type WorkedOn } from './held-publication.service.ts';
import { eventsOf, personIdOf } from './history.store.ts';
import { allowedActs } from './publication-allowed.ts';
import { publicationSubject } from './publication-subject.ts';
import {
  attachmentView,
  remarkView,
  reviewView,
  stepView,
  summaryView,
  targetedView,
  versionSummary,
  versionView,
} from './publication-views.ts';
import { type Lookups, lookups, type PublicationsContext, unitsIn } from './publications.context.ts';
import type { Difference, HistoryEntry, PublicationDetail, Version, VersionSummary } from './publications.contract.ts';
import { findPublications } from './publications.store.ts';
import { targetedOf } from './publishing/targeted.store.ts';
import { reasonsTogether } from './publishing/together.service.ts';
import type { StepStanding } from './reviews/review-progress.ts';
import { remarksOf, reviewsOf } from './reviews/reviews.store.ts';
import { whoCanReview } from './reviews/who-can-review.ts';
import { type LateReasonRow, lateReasonsOf } from './terms/late-reasons.store.ts';
import { publicTerm, termOf } from './terms/public-term.ts';
import { findAutosave } from './versions/autosave.store.ts';
import { currentVersionOf, editorsOf, findVersion, type VersionRow, versionsOf } from './versions/versions.store.ts';

/** What staff see of one publication. */
export class PublicationViewService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  async get(actor: Actor, id: string): Promise<PublicationDetail> {
    const known = await lookups(this.#context);
    const held = await look(this.#context, this.#db, actor, id, known.units.officeId);
    const current = await currentVersionOf(this.#db, id);
    const draft = held.open?.content
      ? await this.#draft(actor, held as WorkedOn, known)
      : await this.#rest(actor, held, current);
    const { row, kind } = held;
    const merged = row.merged_into ? (await findPublications(this.#db, [row.merged_into]))[0] : undefined;
    const term = publicTerm(row, termOf(kind), known.calendar, known.today);
    return {
      ...summaryView(row, kind, known.units, term),
      version: row.version,
      endReason: row.end_reason,
      endedAt: row.ended_at?.toISOString() ?? null,
      mergedInto: merged?.number ? { id: merged.id, number: merged.number, title: merged.title } : null,
      archivedOn: row.archived_on,
      lateReasons: (await lateReasonsOf(this.#db, id)).map(lateReasonView),
      draft: held.open?.content ? versionView(held.open) : null,
      current: current?.content ? versionView(current) : null,
      related: await this.#related(actor, held, current, known),
      targeted: (await targetedOf(this.#db, id)).map(targetedView),
      ...draft,
    };
  }

  async versions(actor: Actor, id: string): Promise<VersionSummary[]> {
    await this.#look(actor, id);
    return (await versionsOf(this.#db, id)).map(versionSummary);
  }

  async version(actor: Actor, id: string, versionId: string): Promise<Version> {
    await this.#look(actor, id);
    return versionView(await this.#versionOf(id, versionId));
  }

  /** Each reviewer sees the difference to what is public (without `from` and `to`: that one). */
  async difference(
    actor: Actor,
    id: string,
    query: { from?: string | undefined; to?: string | undefined },
  ): Promise<Difference> {
    const held = await this.#look(actor, id);
    const current = await currentVersionOf(this.#db, id);
    const to = query.to ? await this.#versionOf(id, query.to) : (held.open ?? current);
    if (!to?.content) throw versionMissing();
    const from = query.from ? await this.#versionOf(id, query.from) : current?.id === to.id ? undefined : current;
    return {
      from: from ? versionSummary(from) : null,
      to: versionSummary(to),
      parts: contentDifference(held.kind, from?.content ?? null, to.content),
    };
  }

  async history(actor: Actor, id: string): Promise<HistoryEntry[]> {
    await this.#look(actor, id);
    return (await eventsOf(this.#db, id)).map((event) => ({
      at: event.at.toISOString(),
      by: event.by_name,
      kind: event.kind,
      text: event.text,
      versionId: event.version_id,
    }));
  }

  async #draft(actor: Actor, held: WorkedOn, known: Lookups) {
    const ready = await readiness(this.#db, held, known);
    const { reasons, others } = await reasonsTogether(this.#context, this.#db, held, ready.reasons, known);
    const editors = await editorsOf(this.#db, held.open.id);
    const personId = personIdOf(actor);
    const saved = personId ? await findAutosave(this.#db, held.open.id, personId) : undefined;
    const { drafter_id: drafter } = held.open;
    const editorIds = [...editors.map((editor) => editor.person_id), ...(drafter ? [drafter] : [])];
    const reviewers = await this.#reviewers(held, ready.standings, editorIds);
    return {
      ...decided(actor, held, ready),
      steps: ready.standings.map((standing) =>
        stepView(actor, held, standing, ready.standings, editorIds, ready.reviews, reviewers),
      ),
      reasons,
      together: await this.#together(
        actor,
        held,
        others.map((other) => other.publicationId),
      ),
      autosave: saved ? { edit: saved.edit, content: saved.content, at: saved.at.toISOString() } : null,
      editors: editors.map((editor) => ({ id: editor.person_id, name: editor.name })),
      allowed: allowedActs(actor, held, blocks(reasons), isOver(held, known)),
    };
  }

  async #reviewers(held: WorkedOn, standings: readonly StepStanding[], editorIds: readonly string[]) {
    const roles = new Set(standings.flatMap((one) => (one.state === 'approved' ? [] : one.step.roles)));
    return whoCanReview({
      standings,
      holders: await this.#context.organisations.people.holders([...roles]),
      editorIds,
      ownerUnitId: held.row.unit_id,
      officeUnitId: held.facts.officeId,
    });
  }

  /** Nobody works on it: what was decided about the form that is public. */
  async #rest(actor: Actor, held: Held, current: VersionRow | undefined) {
    const { row } = held;
    const determination = await latestDetermination(this.#db, row.id);
    const reviews = current ? await reviewsOf(this.#db, current.id) : [];
    const remarks = current ? await remarksOf(this.#db, current.id) : [];
    const findings = current ? await findingsOf(this.#db, current.id) : [];
    const uploads = await uploadsOf(this.#db, row.id);
    return {
      ...decided(actor, held, { determination, reviews, remarks, findings, uploads }),
      steps: [],
      reasons: [],
      together: [],
      autosave: null,
      editors: current
        ? (await editorsOf(this.#db, current.id)).map((one) => ({ id: one.person_id, name: one.name }))
        : [],
      allowed: allowedActs(actor, held, []),
    };
  }

  async #together(actor: Actor, held: Held, ids: readonly string[]) {
    const rows = await findPublications(this.#db, ids);
    return rows.map((row) => ({
      id: row.id,
      title: can(actor, 'read', publicationSubject(row, 'read', held.facts)) ? row.title : '另一单位的同步发布信息',
      kind: row.kind,
      open: row.open_state,
    }));
  }

  /** Titles of other units' drafts are not told. */
  async #related(actor: Actor, held: Held, current: VersionRow | undefined, known: Lookups) {
    const relations = [...(held.open?.content?.relations ?? []), ...(current?.content?.relations ?? [])];
    const ids = [...new Set(relations.flatMap((relation) => (relation.publicationId ? [relation.publicationId] : [])))];
    const facts = { officeId: known.units.officeId, hasOfficeStep: false };
    return (await findPublications(this.#db, ids))
      .filter(
        (row) =>
          row.life === 'public' ||
          row.life === 'withdrawn' ||
          can(actor, 'read', publicationSubject(row, 'read', facts)),
      )
      .map((row) => ({ id: row.id, number: row.number, title: row.title, kind: row.kind }));
  }

  async #look(actor: Actor, id: string): Promise<Held> {
    const { officeId } = await unitsIn(this.#context, this.#db);
    return look(this.#context, this.#db, actor, id, officeId);
  }

  async #versionOf(id: string, versionId: string): Promise<VersionRow> {
    const version = await findVersion(this.#db, versionId);
    if (version?.publication_id !== id || !version.content) throw versionMissing();
    return version;
  }

  get #db(): Queryable {
    return this.#context.platform.database.kysely;
  }
}

function decided(
  actor: Actor,
  { row }: Held,
  ready: Pick<Readiness, 'determination' | 'reviews' | 'remarks' | 'findings' | 'uploads'>,
) {
  return {
    determination: ready.determination ? determinationView(ready.determination) : null,
    reviews: ready.reviews.map(reviewView),
    remarks: ready.remarks.map(remarkView),
    findings: ready.findings.filter((one) => one.state !== 'gone').map((one) => findingView(actor, row, one)),
    attachments: ready.uploads.map(attachmentView),
  };
}

function isOver({ row, kind }: Held, known: Lookups): boolean {
  return publicTerm(row, termOf(kind), known.calendar, known.today)?.isOver === true;
}

function lateReasonView(row: LateReasonRow): PublicationDetail['lateReasons'][number] {
  return { dueOn: row.due_on, reason: row.reason, by: row.by_name, at: row.at.toISOString() };
}

function versionMissing(): AppError {
  return new AppError('version-missing', 404, '没有找到这个版本，它可能已依法删除。');
}
