import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { bearerHash, isUseToNote, keyInvalid, keyView, newBearerKey } from '../../../platform/http/bearer-key.ts';
import { allEntries } from '../entries/open-entries.ts';
import type { KnowledgeContext } from '../knowledge.context.ts';
import { nameOf } from '../name-of.ts';
import { deliveryFigures, hadBy, listDeliveries } from './deliveries.store.ts';
import {
  allReceiverKeys,
  allReceivers,
  findReceiver,
  insertReceiver,
  insertReceiverKey,
  markReceiverKeyUsed,
  type ReceiverRow,
  receiverByKey,
  revokeReceiverKey,
} from './receivers.store.ts';
import type { DeliveryView, NewReceiverKey, ReceiverInput, ReceiverView } from './sharing.contract.ts';

const PREFIX = 'mckb_';

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
      return { row: made, key: await this.#issue(change, made.id) };
    });
    return this.#withKey(row, key);
  }

  /** The older ones go on until they are revoked, so that the other side can change over without a gap. */
  async issueKey(actor: Actor, id: string): Promise<NewReceiverKey> {
    const { row, key } = await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'manage', { kind: 'knowledgeReceiver' });
      const found = await findReceiver(change.tx, id);
      if (!found) throw new AppError('not-found', 404, '没有找到这个对接系统，请刷新后查看。');
      return { row: found, key: await this.#issue(change, id) };
    });
    return this.#withKey(row, key);
  }

  async revokeKey(actor: Actor, keyId: string): Promise<void> {
    await this.#context.platform.changes.run(actor, async (change) => {
      demand(actor, 'manage', { kind: 'knowledgeReceiver' });
      const key = await revokeReceiverKey(change.tx, keyId, nameOf(actor), change.at);
      if (!key) throw new AppError('not-found', 404, '没有找到这个密钥，或已经停用。请刷新后查看。');
      change.record({
        action: 'revokeKey',
        kind: 'knowledgeReceiver',
        subjectId: key.receiver_id,
        detail: { keyId },
      });
    });
  }

  /** Who asks, by the header `Authorization: Bearer <key>`. @throws AppError `key-missing`, `key-invalid` (401) */
  async authenticate(authorization: string | undefined): Promise<ReceiverRow> {
    const found = await receiverByKey(this.#db, bearerHash(authorization));
    if (!found) throw keyInvalid();
    const now = this.#context.platform.clock.now();
    if (isUseToNote(found.key, now)) await markReceiverKeyUsed(this.#db, found.key.id, now);
    return found.receiver;
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

  async #issue(change: Change, receiverId: string): Promise<string> {
    const { key, hash, ending } = newBearerKey(PREFIX);
    const row = await insertReceiverKey(change.tx, {
      receiver_id: receiverId,
      hash,
      ending,
      created_by: nameOf(change.actor),
      created_at: change.at,
    });
    const subject = { kind: 'knowledgeReceiver', subjectId: receiverId };
    change.record({ action: 'issueKey', ...subject, detail: { keyId: row.id } });
    return key;
  }

  async #withKey(row: ReceiverRow, key: string): Promise<NewReceiverKey> {
    const [receiver] = await this.#views([row]);
    if (!receiver) throw new Error('a receiver without a view');
    return { receiver, key };
  }

  async #views(rows: readonly ReceiverRow[]): Promise<ReceiverView[]> {
    const keys = await allReceiverKeys(this.#db);
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
          keys: keys.filter((key) => key.receiver_id === row.id).map(keyView),
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
