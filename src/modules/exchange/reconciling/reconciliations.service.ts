import { AppError } from '../../../kernel/app-error.ts';
import { CSV_MARK, csvLine } from '../../../kernel/csv.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import type { Page } from '../../../kernel/page.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { PublicationsServices } from '../../publications/index.ts';
import { type HeldFiling, HeldPage } from '../filing/filing-message.ts';
import { DIFFERENCE_LABELS, type DifferenceKind } from '../filing/filing-words.ts';
import type { DifferenceView, ReconciliationFigures, ReconciliationView } from '../office/exchange.contract.ts';
import type { Peer } from '../peers/peer.ts';
import type { PeersService } from '../peers/peers.service.ts';
import { forgetReceipts, newestDeliveries, tryAgain } from '../sending/deliveries.store.ts';
import { type ExchangeClient, ExchangeFailure } from '../sending/exchange-client.ts';
import type { RegisterFollower } from '../sending/register-follower.ts';
import { pageSeen, type Seen } from '../sending/seen.store.ts';
import type { SenderService } from '../sending/sender.service.ts';
import { differenceOf } from './difference.ts';
import {
  type FoundDifference,
  findReconciliation,
  hasReconciliation,
  insertReconciliation,
  listDifferences,
  listReconciliations,
  markRefiled,
  type ReconciliationRow,
} from './reconciliations.store.ts';

const PAGE = 500;
const SHOWN = 60;

interface Below {
  readonly register: PublicationsServices['register'];
  readonly peers: PeersService;
  readonly follower: RegisterFollower;
  readonly sender: SenderService;
  readonly client: ExchangeClient;
}

/** Once a month and on demand: register, filings, receipts and the receiver's own list, compared name by name (DOC-10, IX-C2). */
export class ReconciliationsService {
  readonly #platform: Platform;
  readonly #below: Below;

  constructor(platform: Platform, below: Below) {
    this.#platform = platform;
    this.#below = below;
  }

  async list(actor: Actor): Promise<{ items: ReconciliationView[]; mayRun: boolean }> {
    demand(actor, 'read', { kind: 'reconciliation' });
    const rows = await listReconciliations(this.#db, SHOWN);
    return { items: rows.map(viewOf), mayRun: can(actor, 'run', { kind: 'reconciliation' }) };
  }

  /** Compares now, with what the receiver has at this moment; his list not to be had is told and compared without. */
  async reconcile(actor: Actor, peerId: string): Promise<ReconciliationView> {
    demand(actor, 'run', { kind: 'reconciliation' });
    const peers = await this.#below.peers.active('outgoing');
    const peer = peers.find(({ id }) => id === peerId);
    if (!peer) throw new AppError('not-found', 404, '没有找到这一平台，或已停用，请刷新页面后重试。');
    await this.#below.follower.catchUp({ whole: true });
    const held = await this.#heldBy(peer);
    const { figures, differences } = await this.#compare(peer, held.items);
    const now = this.#platform.clock.now();
    const id = await this.#platform.changes.run(actor, async (change) => {
      const made = await insertReconciliation(
        change.tx,
        {
          peerId,
          month: localDateAt(now).slice(0, 7),
          at: now,
          by: actor.type === 'person' ? actor.name : '系统',
          figures,
          failure: held.failure,
        },
        differences,
      );
      const detail = { peer: peer.code, ...figures };
      change.record({ action: 'run', kind: 'reconciliation', subjectId: made, detail });
      return made;
    });
    return viewOf(await this.#demandRow(id));
  }

  /** The month's first reconciliation with every peer, made again after one that could not ask the receiver. */
  async reconcileMonth(signal: AbortSignal): Promise<void> {
    const month = localDateAt(this.#platform.clock.now()).slice(0, 7);
    for (const peer of await this.#below.peers.active('outgoing')) {
      if (signal.aborted || (await hasReconciliation(this.#db, peer.id, month))) continue;
      await this.reconcile({ type: 'system' }, peer.id);
    }
  }

  async differences(
    actor: Actor,
    id: string,
    query: { readonly page: number; readonly pageSize: number; readonly kind?: DifferenceKind | undefined },
  ): Promise<Page<DifferenceView>> {
    demand(actor, 'read', { kind: 'reconciliation' });
    await this.#demandRow(id);
    const { page, pageSize, kind } = query;
    const found = await listDifferences(this.#db, id, { kind, limit: pageSize, offset: (page - 1) * pageSize });
    const names = await this.#below.register.names(found.items.map(({ publicationId }) => publicationId));
    const items = found.items.map((row) => ({
      position: row.position,
      kind: row.kind,
      publicationId: row.publicationId,
      title: names.get(row.publicationId)?.title ?? null,
      unit: names.get(row.publicationId)?.unitName ?? null,
      detail: row.detail,
      refiledAt: row.refiledAt?.toISOString() ?? null,
    }));
    return { items, total: found.total, page, pageSize };
  }

  /** The whole list as a table, a page at a time. */
  async *differencesFile(actor: Actor, id: string): AsyncIterable<string> {
    yield CSV_MARK + csvLine(['序号', '差异', '标题', '单位', '说明', '公文标识', '已重新报送']);
    for (let page = 1; ; page += 1) {
      const { items } = await this.differences(actor, id, { page, pageSize: PAGE });
      for (const one of items) {
        yield csvLine([
          one.position + 1,
          DIFFERENCE_LABELS[one.kind],
          one.title ?? '',
          one.unit ?? '',
          one.detail,
          one.publicationId,
          one.refiledAt ? '是' : '',
        ]);
      }
      if (items.length < PAGE) return;
    }
  }

  /** Files again what differs: what waits at once, what bears a receipt under a new number. What only the receiver has is his to mend. */
  async refile(actor: Actor, id: string, position: number | undefined): Promise<{ refiled: number }> {
    demand(actor, 'run', { kind: 'reconciliation' });
    const { peerId } = await this.#demandRow(id);
    const ids = await this.#platform.changes.run(actor, async (change) => {
      const marked = await markRefiled(change.tx, id, position, change.at);
      const publicationIds = marked.map(({ publicationId }) => publicationId);
      await tryAgain(change.tx, { peerId, publicationIds }, change.at);
      await forgetReceipts(change.tx, peerId, publicationIds);
      change.record({ action: 'refile', kind: 'reconciliation', subjectId: id, detail: { refiled: marked.length } });
      return publicationIds;
    });
    await this.#below.follower.look(ids);
    this.#below.sender.kick();
    return { refiled: ids.length };
  }

  /** The receiver's whole list, page by page, each signed by him; as much as could be had is not a list. */
  async #heldBy(peer: Peer): Promise<{ items: ReadonlyMap<string, HeldFiling> | null; failure: string | null }> {
    const items = new Map<string, HeldFiling>();
    try {
      for (let after: string | null = null; ; ) {
        const path: string = `/exchange/v1/filings${after ? `?after=${after}` : ''}`;
        const page: HeldPage = HeldPage.parse(await this.#below.client.get(peer, path));
        for (const one of page.items) items.set(one.publicationId, one);
        if (page.next === null || page.next === after) return { items, failure: null };
        after = page.next;
      }
    } catch (error) {
      if (error instanceof ExchangeFailure) return { items: null, failure: error.message };
      throw error;
    }
  }

  async #compare(
    peer: Peer,
    held: ReadonlyMap<string, HeldFiling> | null,
  ): Promise<{ figures: ReconciliationFigures; differences: FoundDifference[] }> {
    const figures = { registered: 0, published: 0, filed: 0, receipted: 0, received: held?.size ?? 0, differences: 0 };
    const differences: FoundDifference[] = [];
    const left = new Map(held ?? []);
    for (let after: string | null = null; ; ) {
      const seen: Seen[] = await pageSeen(this.#db, after, PAGE);
      const newest = await newestDeliveries(
        this.#db,
        peer.id,
        seen.map(({ publicationId }) => publicationId),
      );
      const byId = new Map(newest.map((delivery) => [delivery.publicationId, delivery]));
      for (const { publicationId, stateHash, facts } of seen) {
        const delivery = byId.get(publicationId) ?? null;
        const isDiscarded = facts.life === 'discarded';
        if (!isDiscarded) figures.registered += 1;
        if (facts.life === 'public' || facts.life === 'withdrawn') figures.published += 1;
        if (delivery) figures.filed += 1;
        if (delivery?.state === 'receipted') figures.receipted += 1;
        const own = { stateHash, recordHash: facts.recordHash, isDiscarded, delivery };
        const found = differenceOf(own, held === null ? null : left.get(publicationId));
        if (found) differences.push({ ...found, publicationId });
        left.delete(publicationId);
      }
      after = seen.at(-1)?.publicationId ?? null;
      if (seen.length < PAGE) break;
    }
    for (const [publicationId, one] of left) {
      const found = differenceOf(undefined, one);
      if (found) differences.push({ ...found, publicationId });
    }
    return { figures: { ...figures, differences: differences.length }, differences };
  }

  async #demandRow(id: string): Promise<ReconciliationRow> {
    const row = await findReconciliation(this.#db, id);
    if (!row) throw new AppError('not-found', 404, '没有找到这次对账，请刷新页面后重试。');
    return row;
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

function viewOf(row: ReconciliationRow): ReconciliationView {
  return { ...row, at: row.at.toISOString() };
}
