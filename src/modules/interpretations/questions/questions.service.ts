import { AppError } from '../../../kernel/app-error.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { OpenItemSummary, OpenPublications } from '../../publications/index.ts';
import type { ThresholdsService } from '../figures/thresholds.service.ts';
import { DOCUMENT_KINDS, INTERPRETATION_KINDS, publicItems } from '../registers/public-names.ts';
import { unitRef } from '../registers/record-views.service.ts';
import { documentQuestions, isDue } from './follow-ups.ts';
import type { DocumentStanding } from './questions.contract.ts';
import { answerQuestions, questionsOf } from './questions.store.ts';

const KIND = 'interpretationRecord';

/** Documents that people ask about again and again, and what answers them (ITP-7). */
export class QuestionsService {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #open: OpenPublications;
  readonly #thresholds: ThresholdsService;

  constructor(
    platform: Platform,
    below: { organisations: Organisations; open: OpenPublications; thresholds: ThresholdsService },
  ) {
    this.#platform = platform;
    this.#organisations = below.organisations;
    this.#open = below.open;
    this.#thresholds = below.thresholds;
  }

  /** Most urgent first. */
  async standings(actor: Actor, query: { year: number; due?: 'true' | undefined; page: number; pageSize: number }) {
    demand(actor, 'read', { kind: KIND });
    const { questionTrigger: trigger } = await this.#thresholds.current();
    const all = documentQuestions(await questionsOf(this.#db, query.year), trigger);
    const due = all.filter(isDue);
    const asked = query.due ? due : all;
    const shown = asked.slice((query.page - 1) * query.pageSize, query.page * query.pageSize);
    const numbers = shown.map((one) => one.document);
    const followUps = await this.#followUps(numbers);
    const named = await publicItems(this.#open, [...numbers, ...shown.flatMap((one) => one.answeredBy)]);
    const units = new Map((await this.#organisations.units.all()).map((unit) => [unit.id, unit]));
    const items = shown.map((one): DocumentStanding => {
      const item = named.get(one.document);
      const unitId = item?.unitId ?? '';
      return {
        number: one.document,
        publicationId: item?.publicationId ?? null,
        title: item?.title ?? `编号 ${one.document}（已移除）`,
        unit: unitRef(units, unitId),
        times: one.times,
        openTimes: one.openTimes,
        open: one.open.map(({ id, question, times }) => ({ id, question, times })),
        triggeredOn: one.triggeredOn,
        followedUp: one.followedUp,
        isDue: isDue(one),
        answeredBy: one.answeredBy.flatMap((number) => choiceOf(named.get(number))),
        followUps: (followUps.get(one.document) ?? []).flatMap(choiceOf),
        canAnswer: can(actor, 'answer', { kind: KIND, unitIds: [unitId] }),
      };
    });
    return { items, total: asked.length, page: query.page, pageSize: query.pageSize, trigger, dueCount: due.length };
  }

  /**
   * The questions asked up to the day of the interpretation count as answered by it.
   * @throws AppError `invalid` (422) unless it is a public later interpretation of that document
   */
  async answer(actor: Actor, input: { readonly document: number; readonly interpretation: number }) {
    const [document, interpretation] = await Promise.all([
      this.#open.item(input.document),
      this.#open.item(input.interpretation),
    ]);
    demand(actor, 'answer', { kind: KIND, unitIds: document ? [document.unitId] : [] });
    if (document?.status !== 'public' || !DOCUMENT_KINDS.includes(document.kind))
      throw new AppError('not-found', 404, '没有找到这份文件，它可能已经撤回。');
    const known = (await this.#followUps([input.document])).get(input.document) ?? [];
    if (!interpretation || !known.some((one) => one.number === input.interpretation)) {
      const message = '请选择解读这份文件、已经公开、阶段为“实施后再解读”的解读。';
      throw new AppError('invalid', 422, message, { reasons: [{ field: 'interpretation', message }] });
    }
    const until = localDateAt(interpretation.firstPublishedAt);
    const answered = await this.#platform.changes.run(actor, async (change) => {
      const count = await answerQuestions(change.tx, { ...input, until, at: change.at });
      change.record({
        action: 'answer',
        kind: KIND,
        subjectId: String(input.document),
        unitId: document.unitId,
        detail: { interpretation: input.interpretation, questions: count },
      });
      return count;
    });
    return { answered };
  }

  /** Public later interpretations by the document that they explain. */
  async #followUps(documents: readonly number[]): Promise<ReadonlyMap<number, readonly OpenItemSummary[]>> {
    const pointers = (await this.#open.pointers('interprets', documents)).filter(({ to }) => documents.includes(to));
    const items = await publicItems(
      this.#open,
      pointers.map(({ from }) => from),
    );
    const found = new Map<number, OpenItemSummary[]>();
    for (const { from, to } of pointers) {
      const item = items.get(from);
      if (item && INTERPRETATION_KINDS.includes(item.kind) && item.fields.stage === 'followUp')
        found.set(to, [...(found.get(to) ?? []), item]);
    }
    return found;
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

function choiceOf(item: OpenItemSummary | undefined) {
  return item ? [{ number: item.number, title: item.title, note: item.datedOn }] : [];
}
