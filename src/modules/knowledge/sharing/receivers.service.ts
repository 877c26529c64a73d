import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { BearerKeys } from '../../../platform/http/bearer-keys.store.ts';
import { allEntries } from '../entries/open-entries.ts';
import type { KnowledgeContext } from '../knowledge.context.ts';
import { nameOf } from '../name-of.ts';
import { deliveryFigures, hadBy, listDeliveries } from './deliveries.store.ts';
import { allReceivers, findReceiver, insertReceiver, type ReceiverRow } from './receivers.store.ts';
import type { DeliveryView, NewReceiverKey, ReceiverInput, ReceiverView } from './sharing.contract.ts';

const KEYS = new BearerKeys({
  prefix: 'mckb_',
  table: 'knowledge.receiver_key',
  owner: 'receiver_id',
  kind: 'knowledgeReceiver',
});

/** Hotlines, counters and other bases that take entries and report gaps (KB-2, KB-3, KB-6), their keys, and what each was handed when. */
export class ReceiversService {
  readonly #context: KnowledgeContext;

  constructor(context: KnowledgeContext) {
    this.#context = context;
  }

  async list(actor: Actor): Promise<ReceiverView[]> {
    demand(actor, 'read', { kind: 'knowledgeReceiver' });
    return this.#views(await allReceivers(this.#db));
  }

  /** @throws AppError `receiver-taken` (409) when the name is used */
  async create(actor: Actor, input: ReceiverInput): Promise<NewReceiverKey> {
    const { row, key } = await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'manage', { kind: 'knowledgeReceiver' });
      const made = await insertReceiver(change.tx, { ...input, created_by: nameOf(actor), created_at: change.at });
      if (!made)
        throw new AppError('receiver-taken', 409, `已有名为“${input.name}”的对接系统；更换密钥请在该系统下操作。`);
      change.record({
        action: 'create',
        kind: 'knowledgeReceiver',
        subjectId: made.id,
        detail: { target: made.target },
      });
      return { row: made, key: await KEYS.issue(change, made.id) };
    });
    return this.#withKey(row, key);
  }

  /** The older ones go on until they are revoked, so that the other side can change over without a gap. */
  async issueKey(actor: Actor, id: string): Promise<NewReceiverKey> {
    const { row, key } = await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'manage', { kind: 'knowledgeReceiver' });
      const found = await findReceiver(change.tx, id);
      if (!found) throw new AppError('not-found', 404, '没有找到这个对接系统，请刷新后查看。');
      return { row: found, key: await KEYS.issue(change, id) };
    });
    return this.#withKey(row, key);
  }

  async revokeKey(actor: Actor, keyId: string): Promise<void> {
    await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'manage', { kind: 'knowledgeReceiver' });
      await KEYS.revoke(change, keyId);
    });
  }

  /** Who asks, by the header `Authorization: Bearer <key>`. @throws AppError `key-missing`, `key-invalid` (401) */
  async authenticate(authorization: string | undefined): Promise<ReceiverRow> {
    const id = await KEYS.ownerOf(this.#db, authorization, this.#context.platform.clock.now());
    const receiver = await findReceiver(this.#db, id);
    if (!receiver) throw new Error('a key of no receiver');
    return receiver;
  }

  async deliveries(
    actor: Actor,
    query: {
      readonly receiverId?: string | undefined;
      readonly number?: number | undefined;
      page: number;
      pageSize: number;
    },
  ) {
    demand(actor, 'read', { kind: 'knowledgeReceiver' });
    const { items, total } = await listDeliveries(this.#db, query);
    const titles = await this.#context.publications.open.titles([...new Set(items.map((item) => item.number))]);
    const questions = new Map(titles.map((one) => [one.number, one.title]));
    const views: DeliveryView[] = items.map((item) => ({
      ...item,
      question: questions.get(item.number) ?? '',
      deliveredAt: item.deliveredAt.toISOString(),
      confirmedAt: item.confirmedAt?.toISOString() ?? null,
    }));
    return { items: views, total, page: query.page, pageSize: query.pageSize };
  }

  async #withKey(row: ReceiverRow, key: string): Promise<NewReceiverKey> {
    const [receiver] = await this.#views([row]);
    if (!receiver) throw new Error('a receiver without a view');
    return { receiver, key };
  }

  async #views(rows: readonly ReceiverRow[]): Promise<ReceiverView[]> {
    const keys = await KEYS.views(this.#db);
    const figures = new Map((await deliveryFigures(this.#db)).map((one) => [one.receiverId, one]));
    const forms = await this.#publicForms();
    return Promise.all(
      rows.map(async (row) => {
        const had = await hadBy(this.#db, row.id);
        const mine = figures.get(row.id);
        return {
          id: row.id,
          name: row.name,
          target: row.target,
          createdBy: row.created_by,
          createdAt: row.created_at.toISOString(),
          keys: [...(keys.get(row.id) ?? [])],
          delivered: mine?.delivered ?? 0,
          confirmed: mine?.confirmed ?? 0,
          lastDeliveredAt: mine?.lastAt?.toISOString() ?? null,
          waiting: forms.filter((form) => !had.has(form)).length,
        };
      }),
    );
  }

  async #publicForms(): Promise<string[]> {
    const { open } = this.#context.publications;
    const entries = await allEntries(open);
    const items = await Promise.all(entries.map((entry) => open.item(entry.number)));
    return items.flatMap((item) => (item ? `${item.number}.${item.ordinal}` : []));
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}
