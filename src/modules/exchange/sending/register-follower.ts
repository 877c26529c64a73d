import type { Platform } from '../../../platform/platform.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { PublicationsServices, RegisterHead } from '../../publications/index.ts';
import { eventBetween, factsOf } from '../filing/filing-event.ts';
import type { Filing } from '../filing/filing-message.ts';
import { stateHash } from '../filing/filing-state.ts';
import { makeFiling } from '../filing/make-filing.ts';
import type { PeersService } from '../peers/peers.service.ts';
import { type Owed, owedTo, putDelivery } from './deliveries.store.ts';
import { readProgress, saveProgress, saveSeen, versionsSeen } from './seen.store.ts';

const PAGE = 500;
/** Longer than a transaction may take: what was begun before the last look and committed after it is looked at again. */
const OVERLAP_MS = 10 * 60_000;
const SWEEP_MS = 24 * 3_600_000;

export type FilingState = Omit<Filing, 'ordinal' | 'event'>;

/** Derives from the register what each peer must be sent. Nothing is remembered that could be lost: it compares what is with what was sent. */
export class RegisterFollower {
  readonly #platform: Platform;
  readonly #register: PublicationsServices['register'];
  readonly #organisations: Organisations;
  readonly #peers: PeersService;

  constructor(
    platform: Platform,
    below: { register: PublicationsServices['register']; organisations: Organisations; peers: PeersService },
  ) {
    this.#platform = platform;
    this.#register = below.register;
    this.#organisations = below.organisations;
    this.#peers = below.peers;
  }

  /** What changed since the last look; once a day, and when asked, the whole register. */
  async catchUp(options: { readonly whole?: boolean; readonly signal?: AbortSignal } = {}): Promise<void> {
    if ((await this.#peers.active('outgoing')).length === 0) return;
    const now = this.#platform.clock.now();
    const { seenUntil, sweptAt } = await readProgress(this.#db);
    const isDue = !seenUntil || !sweptAt || now.getTime() - sweptAt.getTime() > SWEEP_MS;
    if (options.whole || isDue) {
      if (!(await this.#sweep(options.signal))) return;
      await saveProgress(this.#db, now, true);
      return;
    }
    const heads = await this.#register.headsSince(new Date(seenUntil.getTime() - OVERLAP_MS), PAGE);
    if (heads.length === PAGE) return this.catchUp({ ...options, whole: true });
    await this.look(heads.map(({ id }) => id));
    await saveProgress(this.#db, now, false);
  }

  /** These publications, now. */
  async look(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.read(id);
    await this.#derive(ids);
  }

  /** The state as it would be filed; remembered by its hash. Undefined while nobody determined the attribute. */
  async read(id: string): Promise<FilingState | undefined> {
    const entry = await this.#register.entry(id);
    if (!entry) return undefined;
    const units = await this.#units();
    const unit = units.get(entry.unitId) ?? { code: 'unknown', name: '（已撤销的单位）' };
    const filing = makeFiling(entry, unit);
    const hash = stateHash(filing);
    await saveSeen(this.#db, {
      publicationId: id,
      version: entry.version,
      stateHash: hash,
      facts: factsOf(filing),
      unitId: entry.unitId,
    });
    return { ...filing, stateHash: hash };
  }

  async #sweep(signal: AbortSignal | undefined): Promise<boolean> {
    let after: string | null = null;
    for (;;) {
      const heads: RegisterHead[] = await this.#register.heads(after, PAGE);
      const seen = await versionsSeen(
        this.#db,
        heads.map(({ id }) => id),
      );
      for (const { id, version } of heads) {
        if (signal?.aborted) return false;
        if (seen.get(id) !== version) await this.read(id);
      }
      after = heads.at(-1)?.id ?? null;
      if (heads.length < PAGE) break;
    }
    await this.#derive(null);
    return true;
  }

  async #derive(ids: readonly string[] | null): Promise<void> {
    for (const peer of await this.#peers.active('outgoing')) {
      for (;;) {
        const owed = await owedTo(this.#db, peer.id, ids, PAGE);
        for (const one of owed) await this.#put(peer.id, one);
        if (owed.length < PAGE) break;
      }
    }
  }

  async #put(peerId: string, owed: Owed): Promise<void> {
    const event = eventBetween(owed.before ?? undefined, owed.facts);
    await this.#platform.database.kysely
      .transaction()
      .execute((tx) => putDelivery(tx, peerId, owed, event, this.#platform.clock.now()));
  }

  #kept: { readonly at: number; readonly units: ReadonlyMap<string, Filing['unit']> } | undefined;

  async #units(): Promise<ReadonlyMap<string, Filing['unit']>> {
    if (!this.#kept || Date.now() - this.#kept.at > 2_000) {
      const units = await this.#organisations.units.all();
      this.#kept = { at: Date.now(), units: new Map(units.map(({ id, code, name }) => [id, { code, name }])) };
    }
    return this.#kept.units;
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}
