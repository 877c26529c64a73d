import type { Platform } from '../../../platform/platform.ts';
import type { OpenPublications, PublicationsServices } from '../../publications/index.ts';
import type { LogService } from '../../transparency/index.ts';
import { FiledRecord, type Filing, FilingAnswer } from '../filing/filing-message.ts';
import type { ExchangeKeyFile } from '../message/exchange-key.ts';
import type { Peer } from '../peers/peer.ts';
import type { PeersService } from '../peers/peers.service.ts';
import { setReach } from '../peers/peers.store.ts';
import { waitAfter } from './backoff.ts';
import { failed, giveBack, moveBehind, receipted, refused, takeDue } from './deliveries.store.ts';
import type { Delivery } from './delivery.ts';
import { type ExchangeClient, ExchangeFailure } from './exchange-client.ts';
import { isReceiptFor } from './receipt-check.ts';
import type { FilingState, RegisterFollower } from './register-follower.ts';

const AT_ONCE = 4;
const BATCH = 16;
const TAKEN_MS = 15 * 60_000;

interface Below {
  readonly open: OpenPublications & Pick<PublicationsServices['open'], 'receipt'>;
  readonly log: Pick<LogService, 'sequence'>;
  readonly peers: PeersService;
  readonly follower: RegisterFollower;
  readonly client: ExchangeClient;
  readonly key: ExchangeKeyFile;
}

/** Sends what is due, found from state: safe to run twice and beside others, safe to be killed at any point. */
export class SenderService {
  readonly #platform: Platform;
  readonly #below: Below;
  #running: Promise<void> | undefined;
  #isAsked = false;

  constructor(platform: Platform, below: Below) {
    this.#platform = platform;
    this.#below = below;
  }

  /** Begins at once and goes on by itself; what fails is tried again by the job. */
  kick(): void {
    this.#isAsked = true;
    this.#running ??= this.#runWhileAsked().finally(() => {
      this.#running = undefined;
    });
  }

  /** When nothing that was kicked is under way. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #runWhileAsked(): Promise<void> {
    while (this.#isAsked) {
      this.#isAsked = false;
      await this.run().catch((error) => this.#platform.log.error({ err: error }, 'filing stopped'));
    }
  }

  /** To every peer that can be reached, until nothing more is due. */
  async run(signal?: AbortSignal): Promise<void> {
    const now = this.#platform.clock.now();
    for (const peer of await this.#below.peers.active('outgoing')) {
      if (signal?.aborted) return;
      if (!peer.nextAttemptAt || peer.nextAttemptAt <= now) await this.#sendAll(peer, signal);
    }
  }

  async #sendAll(peer: Peer, signal: AbortSignal | undefined): Promise<void> {
    let { failures } = peer;
    while (!signal?.aborted) {
      const now = this.#platform.clock.now();
      const due = await takeDue(this.#db, peer.id, now, new Date(now.getTime() + TAKEN_MS), BATCH);
      if (due.length === 0) return;
      const failure = await this.#sendBatch(peer, due, signal);
      if (failure) {
        failures += 1;
        const nextAttemptAt = new Date(now.getTime() + waitAfter(failures));
        await setReach(this.#db, peer.id, { failures, nextAttemptAt, lastError: failure });
        return;
      }
      if (failures > 0) await setReach(this.#db, peer.id, { failures: 0, nextAttemptAt: null, lastError: null });
      failures = 0;
    }
  }

  /** A few at a time; when the peer is out of reach the rest goes back untried. @returns why it is, if so */
  async #sendBatch(peer: Peer, due: readonly Delivery[], signal: AbortSignal | undefined): Promise<string | undefined> {
    const left = [...due];
    let failure: string | undefined;
    const work = async () => {
      for (let one = left.shift(); one && !failure; one = left.shift()) {
        const delivery = one;
        await this.#send(peer, delivery, signal).catch(async (error) => {
          const message = error instanceof ExchangeFailure ? error.message : '系统出错，将自动重试。';
          if (!(error instanceof ExchangeFailure)) {
            this.#platform.log.error({ err: error, delivery: delivery.id }, 'filing failed');
          }
          if (error instanceof ExchangeFailure && error.isOfPeer) failure = message;
          await this.#fail(delivery, message);
        });
      }
    };
    const outcomes = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    await giveBack(
      this.#db,
      left.map(({ id }) => id),
    );
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    return failure;
  }

  async #fail(delivery: Delivery, message: string): Promise<void> {
    const now = this.#platform.clock.now();
    await failed(this.#db, delivery.id, message, new Date(now.getTime() + waitAfter(delivery.attempts)));
  }

  async #send(peer: Peer, delivery: Delivery, signal: AbortSignal | undefined): Promise<void> {
    const state = await this.#below.follower.read(delivery.publicationId);
    if (state?.stateHash !== delivery.stateHash) {
      // It changed since: what is sent is the state of now, under a key of its own.
      await this.#below.follower.look([delivery.publicationId]);
      return giveBack(this.#db, [delivery.id]);
    }
    const filing: Filing = {
      ...state,
      ordinal: delivery.ordinal,
      event: delivery.event,
      open: state.open && { ...state.open, logProof: await this.#proofOf(state) },
    };
    await this.#settle(peer, delivery, filing, signal, true);
  }

  async #settle(
    peer: Peer,
    delivery: Delivery,
    filing: Filing,
    signal: AbortSignal | undefined,
    maySendFiles: boolean,
  ): Promise<void> {
    const parsed = FilingAnswer.safeParse(await this.#below.client.post(peer, '/exchange/v1/filings', filing, signal));
    if (!parsed.success) throw new ExchangeFailure('对方的答复无法识别，请核对双方软件版本。', true);
    const answer = parsed.data;
    const now = this.#platform.clock.now();
    switch (answer.outcome) {
      case 'receipted': {
        const sender = (await this.#below.key.own()).keyId;
        if (!isReceiptFor(answer.receipt, filing, { sender, receiverKey: peer.publicKey })) {
          throw new ExchangeFailure('对方的回执与所报送的内容不符，未予采信。', true);
        }
        await receipted(this.#db, delivery.id, answer.receipt, now);
        return;
      }
      case 'refused':
        await refused(this.#db, delivery.id, answer.reasons, now);
        return;
      case 'overtaken':
        await moveBehind(this.#db, delivery.id, answer.ordinal + 1);
        return;
      case 'needsFiles':
        if (!maySendFiles) throw new ExchangeFailure('附件送达后对方仍说没有收到，将自动重试。', false);
        await this.#sendFiles(peer, filing, answer.files, signal);
        return this.#settle(peer, delivery, filing, signal, false);
    }
  }

  /** Only files of the forms that are public: whatever else the other side asks for, it does not get. */
  async #sendFiles(peer: Peer, filing: Filing, wanted: readonly string[], signal: AbortSignal | undefined) {
    const own = new Set(filesOf(filing));
    for (const hash of wanted) {
      if (!own.has(hash)) throw new ExchangeFailure('对方索要的文件不在所报送的公文里，没有发送。', false);
      const bytes = await this.#platform.files.read(hash);
      await this.#below.client.putFile(peer, `/exchange/v1/files/${hash}`, hash, bytes, signal);
    }
  }

  /** Published a moment ago, it may have no place in the log yet; then it is given one now. */
  async #proofOf({ open }: FilingState): Promise<string | null> {
    if (!open || open.forms.length === 0) return null;
    const found = await this.#below.open.receipt(open.number);
    if (found !== null) return found ?? null;
    await this.#below.log.sequence();
    return (await this.#below.open.receipt(open.number)) ?? null;
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

function filesOf({ open }: Filing): string[] {
  return (open?.forms ?? []).flatMap(({ record }) => {
    const { attachments, pictures } = FiledRecord.parse(JSON.parse(record));
    return [...attachments, ...pictures].map(({ sha256 }) => sha256);
  });
}
