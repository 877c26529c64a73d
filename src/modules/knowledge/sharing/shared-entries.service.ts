import { AppError } from '../../../kernel/app-error.ts';
import type { UnitRef } from '../../../kernel/route.contract.ts';
import type { OpenItem } from '../../publications/index.ts';
import { FAQ_KINDS } from '../entries/open-entries.ts';
import { answeredFor, markTold } from '../gaps/gaps.store.ts';
import { type KnowledgeContext, unitRefs } from '../knowledge.context.ts';
import { confirmUpTo, noteDelivered } from './deliveries.store.ts';
import type { ReceiverRow } from './receivers.store.ts';
import type { SharedEntry } from './sharing.contract.ts';

const READ_AT_ONCE = 200;

/** Public entries for other systems: what changed since a cursor, what was handed to whom when (KB-2, KB-3, KB-6). Nothing that is not public. */
export class SharedEntriesService {
  readonly #context: KnowledgeContext;
  readonly #origin: string;

  constructor(context: KnowledgeContext, origin: string) {
    this.#context = context;
    this.#origin = origin;
  }

  /** @param after the cursor of the last page that the receiver has kept; 0: from the beginning */
  async since(receiver: ReceiverRow, after: number, limit: number) {
    const { open } = this.#context.publications;
    const items: OpenItem[] = [];
    let cursor = after;
    let hasMore = true;
    while (hasMore && items.length < limit) {
      // Never more than fit: the cursor must not pass what was not handed over.
      const batch = await open.changedSince(cursor, Math.min(READ_AT_ONCE, limit - items.length));
      items.push(...batch.items.filter((item) => FAQ_KINDS.includes(item.kind)));
      hasMore = batch.items.length > 0;
      cursor = batch.cursor;
    }
    const shared = await this.#shared(receiver, items);
    const at = this.#context.platform.clock.now();
    await confirmUpTo(this.#db, receiver.id, after, at);
    await noteDelivered(this.#db, receiver.id, shared, { cursor, at });
    await this.#told(receiver, shared, at);
    return { items: shared, cursor, hasMore };
  }

  /** @throws AppError `not-found` (404) */
  async one(receiver: ReceiverRow, number: number): Promise<SharedEntry> {
    const item = await this.#context.publications.open.item(number);
    const [shared] = item && FAQ_KINDS.includes(item.kind) ? await this.#shared(receiver, [item]) : [];
    if (!shared) throw new AppError('not-found', 404, `没有编号为${number}的常见问题。`);
    const at = this.#context.platform.clock.now();
    // One asked for by itself says nothing of what the cursor has passed.
    await noteDelivered(this.#db, receiver.id, [shared], { cursor: Number.MAX_SAFE_INTEGER, at });
    await this.#told(receiver, [shared], at);
    return shared;
  }

  async #told(receiver: ReceiverRow, shared: readonly SharedEntry[], at: Date): Promise<void> {
    const numbers = shared.flatMap((entry) => entry.answersGaps);
    if (numbers.length > 0) await markTold(this.#db, receiver.id, numbers, at);
  }

  async #shared(receiver: ReceiverRow, items: readonly OpenItem[]): Promise<SharedEntry[]> {
    const units = await unitRefs(this.#context);
    const gaps = await answeredFor(
      this.#db,
      receiver.id,
      items.map((item) => item.publicationId),
    );
    return Promise.all(items.map((item) => this.#entryOf(item, units, gaps.get(item.publicationId) ?? [])));
  }

  async #entryOf(
    item: OpenItem,
    units: ReadonlyMap<string, UnitRef>,
    answersGaps: readonly string[],
  ): Promise<SharedEntry> {
    const isPublic = item.status === 'public';
    const unit = units.get(item.unitId);
    const numbers = item.relations.flatMap((one) =>
      one.type === 'answersFrom' && one.number !== null ? one.number : [],
    );
    const policies = isPublic ? await this.#context.publications.open.titles(numbers) : [];
    const text = (value: unknown) => (isPublic && typeof value === 'string' ? value : '');
    const wordings = item.fields.wordings;
    return {
      number: item.number,
      ordinal: item.ordinal,
      state: isPublic ? 'public' : 'removed',
      question: isPublic ? item.title : '',
      wordings: isPublic && Array.isArray(wordings) ? wordings.map(String) : [],
      answer: isPublic ? item.bodyText : '',
      topic: text(item.fields.topic),
      unit: { code: unit?.code ?? '', name: unit?.name ?? '' },
      policies: policies
        .filter((policy) => policy.status === 'public')
        .map(({ number, title }) => ({ number, title, url: `${this.#origin}/documents/${number}` })),
      basis: text(item.fields.basis),
      url: `${this.#origin}/documents/${item.number}`,
      publishedAt: item.publishedAt.toISOString(),
      answersGaps: [...answersGaps],
    };
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}
