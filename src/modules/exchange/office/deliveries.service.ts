import { AppError } from '../../../kernel/app-error.ts';
import type { Page } from '../../../kernel/page.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { PublicationsServices } from '../../publications/index.ts';
import type { FilingEvent } from '../filing/filing-words.ts';
import type { PeersService } from '../peers/peers.service.ts';
import { setReach } from '../peers/peers.store.ts';
import { findDelivery, tryAgain } from '../sending/deliveries.store.ts';
import type { RegisterFollower } from '../sending/register-follower.ts';
import type { SenderService } from '../sending/sender.service.ts';
import { countSeen, type ListedDelivery, listDeliveries, listFilings, peerFigures } from './deliveries-list.store.ts';
import type {
  DeliveryQuery,
  DeliveryView,
  FilingQuery,
  FilingView,
  Overview,
  PeerFigures,
} from './exchange.contract.ts';

interface Below {
  readonly register: PublicationsServices['register'];
  readonly peers: PeersService;
  readonly follower: RegisterFollower;
  readonly sender: SenderService;
}

/** What the office and the units see of filing, and the buttons that send again. */
export class DeliveriesService {
  readonly #platform: Platform;
  readonly #below: Below;

  constructor(platform: Platform, below: Below) {
    this.#platform = platform;
    this.#below = below;
  }

  async overview(actor: Actor): Promise<Overview> {
    const unitIds = reachOf(actor);
    const registered = await countSeen(this.#db, unitIds);
    const items: PeerFigures[] = [];
    for (const peer of await this.#below.peers.active('outgoing')) {
      const { figures, months } = await peerFigures(this.#db, peer.id, unitIds, this.#platform.clock.now());
      items.push({
        peerId: peer.id,
        peer: peer.name,
        registered,
        receipted: figures?.receipted ?? 0,
        waiting: figures?.waiting ?? 0,
        refused: figures?.refused ?? 0,
        late: figures?.late ?? 0,
        takenAtFirst: figures?.takenAtFirst ?? null,
        medianSeconds: figures?.medianSeconds ?? null,
        lastReceiptAt: figures?.lastReceiptAt?.toISOString() ?? null,
        failures: peer.failures,
        lastError: peer.lastError,
        months,
      });
    }
    return { items, mayPush: can(actor, 'push', { kind: 'delivery' }) };
  }

  async list(actor: Actor, query: DeliveryQuery): Promise<Page<DeliveryView>> {
    const { items, total } = await listDeliveries(this.#db, query, reachOf(actor), this.#platform.clock.now());
    const names = await this.#below.register.names(items.map(({ publicationId }) => publicationId));
    return {
      items: items.map((one) => viewOf(one, names.get(one.publicationId))),
      total,
      page: query.page,
      pageSize: query.pageSize,
    };
  }

  /** 立即报送: looks through the whole register and sends what is owed, without waiting for the next attempt's time. */
  async push(actor: Actor, peerId: string | undefined): Promise<{ due: number }> {
    demand(actor, 'push', { kind: 'delivery' });
    await this.#below.follower.catchUp({ whole: true });
    const peers = await this.#below.peers.active('outgoing');
    const due = await this.#platform.changes.run(actor, async (change) => {
      for (const peer of peers) {
        if (peerId && peer.id !== peerId) continue;
        await setReach(change.tx, peer.id, { failures: 0, nextAttemptAt: null, lastError: null });
      }
      const count = await tryAgain(change.tx, peerId ? { peerId } : {}, change.at);
      change.record({ action: 'push', kind: 'delivery', subjectId: peerId ?? 'all', detail: { due: count } });
      return count;
    });
    this.#below.sender.kick();
    return { due };
  }

  /** One that was refused or waits. @throws AppError `not-found` (404), `already-settled` (409) */
  async retry(actor: Actor, id: string): Promise<{ due: number }> {
    demand(actor, 'push', { kind: 'delivery' });
    const delivery = await findDelivery(this.#db, id);
    if (!delivery) throw new AppError('not-found', 404, '没有找到这次报送，请刷新页面后重试。');
    const due = await this.#platform.changes.run(actor, async (change) => {
      await setReach(change.tx, delivery.peerId, { failures: 0, nextAttemptAt: null, lastError: null });
      const count = await tryAgain(change.tx, { id }, change.at);
      if (count === 0) throw new AppError('already-settled', 409, '这次报送已经办结，不需要重新报送。');
      change.record({ action: 'push', kind: 'delivery', subjectId: id, unitId: delivery.unitId });
      return count;
    });
    this.#below.sender.kick();
    return { due };
  }

  async received(actor: Actor, query: FilingQuery): Promise<Page<FilingView>> {
    demand(actor, 'read', { kind: 'filing' });
    const { items, total } = await listFilings(this.#db, query);
    return {
      items: items.map((one) => ({ ...one, event: one.event as FilingEvent, at: one.at.toISOString() })),
      total,
      page: query.page,
      pageSize: query.pageSize,
    };
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

/** Units whose filings the person may see; null: all. @throws AppError `forbidden` (403) */
function reachOf(actor: Actor): readonly string[] | null {
  if (can(actor, 'read', { kind: 'delivery' })) return null;
  const held = actor.type === 'person' ? actor.grants.map(({ unitId }) => unitId) : [];
  const unitIds = [...new Set(held)].filter((unitId) => can(actor, 'read', { kind: 'delivery', unitIds: [unitId] }));
  if (unitIds.length === 0) demand(actor, 'read', { kind: 'delivery' });
  return unitIds;
}

function viewOf(
  one: ListedDelivery,
  name: { readonly title: string; readonly number: number | null; readonly unitName: string } | undefined,
): DeliveryView {
  return {
    id: one.id,
    peer: one.peer,
    publicationId: one.publicationId,
    title: name?.title ?? null,
    number: name?.number ?? null,
    unit: name?.unitName ?? '',
    ordinal: one.ordinal,
    event: one.event,
    state: one.state,
    reasons: [...one.reasons],
    receiptNumber: one.receiptNumber,
    attempts: one.attempts,
    nextAttemptAt: one.state === 'waiting' ? one.nextAttemptAt.toISOString() : null,
    lastError: one.lastError,
    createdAt: one.createdAt.toISOString(),
    settledAt: one.settledAt?.toISOString() ?? null,
    late: one.isLate,
  };
}
