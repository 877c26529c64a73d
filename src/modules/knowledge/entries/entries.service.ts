import type { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import { plainBody } from '../../../kernel/document-body.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { UnitRef } from '../../../kernel/route.contract.ts';
import type { Change } from '../../../platform/change/change.ts';
import { type OpenItem, PublicationContent } from '../../publications/index.ts';
import type { KnowledgeContext } from '../knowledge.context.ts';
import { unitRefs } from '../knowledge.context.ts';
import type { Target } from '../knowledge-words.ts';
import { nameOf } from '../name-of.ts';
import { passagesOf } from '../passages/passages-of.ts';
import type { SettingsService } from '../settings/settings.service.ts';
import { deliveredTargets } from '../sharing/deliveries.store.ts';
import type { ChosenPolicy, EntryInput, EntryQuery, EntryView } from './entries.contract.ts';
import { addReview, type EntryKept, keepEntry, keptOf, reviewsStamp } from './entries.store.ts';
import { type Care, careOf, holds, type PolicyFacts } from './entry-care.ts';
import { allEntries, type OpenEntry } from './open-entries.ts';

export interface CaredEntry extends OpenEntry {
  readonly kept: EntryKept;
  readonly reviewMonths: number;
  readonly care: Care;
  readonly policyTitles: readonly { readonly number: number; readonly title: string }[];
}

type Given = z.output<typeof EntryInput>;
/** What is settled by an entry, in the change that drafts it. */
export type Settles = (change: Change, input: Given, publicationId: string) => Promise<void>;

const OVER = new Set(['repealed', 'expired']);
const POLICIES_OFFERED = 10;

/** The FAQ as those see it who keep it: drafted through the door out, looked at again from time to time (KB-1, KB-3). */
export class EntriesService {
  readonly #context: KnowledgeContext;
  readonly #settings: SettingsService;
  readonly #settles: Settles;
  #remembered: { readonly key: string; readonly entries: Promise<readonly CaredEntry[]> } | undefined;

  constructor(context: KnowledgeContext, settings: SettingsService, settles: Settles) {
    this.#context = context;
    this.#settings = settings;
    this.#settles = settles;
  }

  /** Every public entry with what it needs today; read once for each state of what it depends on. */
  async cared(): Promise<readonly CaredEntry[]> {
    const { publications, platform } = this.#context;
    const today = localDateAt(platform.clock.now());
    const { reviewMonths } = await this.#settings.current();
    const stamps = await Promise.all([publications.open.dataVersion(), reviewsStamp(this.#db)]);
    const key = [today, reviewMonths, ...stamps].join(' ');
    if (this.#remembered?.key !== key) {
      const entries = this.#read(reviewMonths);
      this.#remembered = { key, entries };
      entries.catch(() => {
        this.#remembered = undefined;
      });
    }
    return this.#remembered.entries;
  }

  async list(actor: Actor, query: z.output<typeof EntryQuery>) {
    demand(actor, 'read', { kind: 'knowledgeEntry' });
    const units = await unitRefs(this.#context);
    const asked = query.q ?? '';
    const found = (await this.cared()).filter(
      (entry) =>
        (query.unitId === undefined || entry.unitId === query.unitId) &&
        (query.topic === undefined || entry.topic === query.topic) &&
        (asked === '' || [entry.question, ...entry.wordings].some((text) => text.includes(asked))) &&
        (query.mine !== 'true' || mayConfirm(actor, entry.unitId)),
    );
    const caring = found.filter((entry) => entry.care.reasons.length > 0);
    const shown = query.care === 'true' ? caring : [...caring, ...found.filter((one) => one.care.reasons.length === 0)];
    const page = shown.slice((query.page - 1) * query.pageSize, query.page * query.pageSize);
    const delivered = await deliveredTargets(
      this.#db,
      page.map((entry) => entry.number),
    );
    return {
      items: page.map((entry) => viewOf(entry, { actor, units, delivered: delivered.get(entry.number) ?? [] })),
      total: shown.length,
      toCare: caring.length,
      page: query.page,
      pageSize: query.pageSize,
    };
  }

  /**
   * Drafts it; what it comes from is settled in the same change.
   * @throws AppError `invalid` (422) when the policy is not public or the basis does not stand in it
   */
  async create(actor: Actor, input: Given): Promise<{ publicationId: string }> {
    const { publications, platform } = this.#context;
    demand(actor, 'create', { kind: 'knowledgeEntry', unitIds: [input.unitId] });
    const policy = input.policyNumber === null ? null : await this.#policy(input.policyNumber);
    if (policy && input.basis !== '' && !holds(policy.bodyText, input.basis))
      throw invalid('basis', '摘录的话在这份政策里找不到，请逐字摘录。');
    if (!policy && input.basis !== '') throw invalid('policyNumber', '写了依据的原文，还要选择依据的政策。');
    return platform.changes.run(actor, async (change) => {
      demand(actor, 'create', { kind: 'publication', state: 'none', unitIds: [input.unitId] });
      const { id: publicationId } = await publications.drafting.createIn(change, {
        kind: 'faq',
        unitId: input.unitId,
        content: contentOf(input, policy),
      });
      await keepEntry(change.tx, {
        publication_id: publicationId,
        review_months: input.reviewMonths,
        created_at: change.at,
        by_name: nameOf(actor),
      });
      await this.#settles(change, input, publicationId);
      change.record({
        action: 'create',
        kind: 'knowledgeEntry',
        subjectId: publicationId,
        unitId: input.unitId,
        detail: { clusterId: input.clusterId, gapId: input.gapId },
      });
      return { publicationId };
    });
  }

  /** Says that it is still right; the next look is counted from today. @throws AppError `not-found` (404), `forbidden` (403) */
  async confirm(
    actor: Actor,
    publicationId: string,
    note: string | null,
  ): Promise<{ reviewOn: EntryView['reviewOn'] }> {
    const entry = await this.#entry(actor, publicationId);
    await this.#context.platform.changes.run(actor, async (change) => {
      const reviewed_on = localDateAt(change.at);
      await addReview(change.tx, {
        publication_id: publicationId,
        reviewed_on,
        at: change.at,
        by_name: nameOf(actor),
        note,
      });
      change.record({ action: 'confirm', kind: 'knowledgeEntry', subjectId: publicationId, unitId: entry.unitId });
    });
    return { reviewOn: (await this.#entry(actor, publicationId)).care.reviewOn };
  }

  async setReviewMonths(actor: Actor, publicationId: string, reviewMonths: number | null) {
    const entry = await this.#entry(actor, publicationId);
    await this.#context.platform.changes.run(actor, async (change) => {
      await keepEntry(change.tx, {
        publication_id: publicationId,
        review_months: reviewMonths,
        created_at: change.at,
        by_name: nameOf(actor),
      });
      const subject = { kind: 'knowledgeEntry', subjectId: publicationId, unitId: entry.unitId };
      change.record({ action: 'confirm', ...subject, detail: { reviewMonths } });
    });
    return { reviewOn: (await this.#entry(actor, publicationId)).care.reviewOn };
  }

  async policies(q: string): Promise<ChosenPolicy[]> {
    const { search, publications } = this.#context;
    if (q === '') return [];
    const answer = await search.search({
      written: q,
      filters: { kind: 'policyDocument' },
      newestFirst: false,
      page: 1,
      pageSize: POLICIES_OFFERED,
    });
    const items = await Promise.all(answer.results.map((result) => publications.open.item(result.number)));
    return items.flatMap((item) =>
      item?.status === 'public'
        ? {
            number: item.number,
            title: item.title,
            documentNumber: textOf(item.fields.documentNumber),
            unitId: item.unitId,
            topic: textOf(item.fields.topic),
          }
        : [],
    );
  }

  async passages(number: number) {
    const policy = await this.#policy(number);
    return {
      title: policy.title,
      // Cells of a table stand apart in the text: what is quoted must be found there.
      items: passagesOf(policy.bodyHtml)
        .filter((passage) => holds(policy.bodyText, passage.text))
        .map(({ place, text }) => ({ place, text })),
    };
  }

  async #read(usualMonths: number): Promise<readonly CaredEntry[]> {
    const { publications, library, platform } = this.#context;
    const today = localDateAt(platform.clock.now());
    const entries = await allEntries(publications.open);
    const kept = await keptOf(
      this.#db,
      entries.map((entry) => entry.publicationId),
    );
    const numbers = [...new Set(entries.flatMap((entry) => entry.policies))];
    const validities = await library.open.validities(numbers);
    const items = new Map<number, OpenItem | undefined>();
    for (const number of numbers) items.set(number, await publications.open.item(number));
    const factsOf = (number: number): PolicyFacts => ({
      isPublic: items.get(number)?.status === 'public',
      isOver: OVER.has(validities.get(number) ?? ''),
      text: items.get(number)?.bodyText ?? '',
    });
    return entries.map((entry) => {
      const mine = kept.get(entry.publicationId) ?? { reviewMonths: null, lastReviewOn: null, lastReviewBy: null };
      const reviewMonths = mine.reviewMonths ?? usualMonths;
      const care = careOf(
        {
          publishedOn: localDateAt(entry.publishedAt),
          lastReviewOn: mine.lastReviewOn,
          reviewMonths,
          basis: entry.basis,
          policies: entry.policies.map(factsOf),
        },
        today,
      );
      const policyTitles = entry.policies.map((number) => ({ number, title: items.get(number)?.title ?? '' }));
      return { ...entry, kept: mine, reviewMonths, care, policyTitles };
    });
  }

  async #entry(actor: Actor, publicationId: string): Promise<CaredEntry> {
    const entry = (await this.cared()).find((one) => one.publicationId === publicationId);
    if (!entry) {
      demand(actor, 'confirm', { kind: 'knowledgeEntry', unitIds: [] });
      throw new AppError('not-found', 404, '没有这个已公开的条目，请刷新页面。');
    }
    demand(actor, 'confirm', { kind: 'knowledgeEntry', unitIds: [entry.unitId] });
    return entry;
  }

  async #policy(number: number): Promise<OpenItem> {
    const item = await this.#context.publications.open.item(number);
    if (item?.status !== 'public') throw invalid('policyNumber', '没有找到这份已公开的政策，请重新选择。');
    return item;
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function mayConfirm(actor: Actor, unitId: string): boolean {
  return can(actor, 'confirm', { kind: 'knowledgeEntry', unitIds: [unitId] });
}

function viewOf(
  entry: CaredEntry,
  around: { actor: Actor; units: ReadonlyMap<string, UnitRef>; delivered: readonly Target[] },
): EntryView {
  const unit = around.units.get(entry.unitId);
  if (!unit) throw new Error(`no unit ${entry.unitId}`);
  return {
    publicationId: entry.publicationId,
    number: entry.number,
    question: entry.question,
    unit,
    topic: entry.topic,
    wordings: [...entry.wordings],
    policies: [...entry.policyTitles],
    publishedOn: localDateAt(entry.publishedAt),
    reviewMonths: entry.reviewMonths,
    reviewOn: entry.care.reviewOn,
    lastReviewOn: entry.kept.lastReviewOn,
    lastReviewBy: entry.kept.lastReviewBy,
    reasons: [...entry.care.reasons],
    deliveredTo: [...around.delivered],
    mayConfirm: mayConfirm(around.actor, entry.unitId),
  };
}

function contentOf(input: Given, policy: OpenItem | null) {
  return PublicationContent.parse({
    title: input.question,
    fields: {
      wordings: [...new Set(input.wordings)].filter((wording) => wording !== input.question),
      topic: input.topic,
      basis: input.basis === '' ? null : input.basis,
    },
    body: plainBody(input.answer),
    relations: policy ? [{ type: 'answersFrom', publicationId: policy.publicationId }] : [],
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function invalid(field: string, message: string): AppError {
  return new AppError('invalid', 422, message, { reasons: [{ field, message }] });
}
