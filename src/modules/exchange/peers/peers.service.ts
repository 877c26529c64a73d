import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { LogService } from '../../transparency/index.ts';
import type { Direction } from '../filing/filing-words.ts';
import { type ExchangeKeyFile, isPublicKey, keyIdOf } from '../message/exchange-key.ts';
import type { Peer } from './peer.ts';
import { isPeerAddress, literalAddress } from './peer-address.ts';
import type { PeerInput, Peers, PeerView } from './peers.contract.ts';
import { findPeer, insertPeer, listPeers, takenBy, updatePeer } from './peers.store.ts';

/** A peer was registered or changed: what it lacks is found out anew. */
export const PEERS_CHANGED = 'exchange.peersChanged';

/** Installations that file with this one, and with which this one files. */
export class PeersService {
  readonly #platform: Platform;
  readonly #key: ExchangeKeyFile;
  readonly #log: Pick<LogService, 'verifierKey'>;

  constructor(platform: Platform, key: ExchangeKeyFile, log: Pick<LogService, 'verifierKey'>) {
    this.#platform = platform;
    this.#key = key;
    this.#log = log;
  }

  async list(actor: Actor): Promise<Peers> {
    demand(actor, 'read', { kind: 'exchangePeer' });
    const { config } = this.#platform;
    const own = await this.#key.own();
    return {
      own: {
        publicKey: own.publicKey,
        keyId: own.keyId,
        address: config.origin ?? `http://${config.host}:${config.port}`,
        logKey: (await this.#log.verifierKey()) ?? null,
      },
      items: (await listPeers(this.#db)).map(viewOf),
      mayEdit: can(actor, 'edit', { kind: 'exchangePeer' }),
    };
  }

  async create(actor: Actor, input: PeerInput): Promise<PeerView> {
    demand(actor, 'edit', { kind: 'exchangePeer' });
    await this.#check(input, null);
    const id = await this.#platform.changes.run(actor, async (change) => {
      const made = await insertPeer(change.tx, input, change.at);
      change.record({ action: 'create', kind: 'exchangePeer', subjectId: made, detail: auditOf(input) });
      await change.emit(PEERS_CHANGED, { peerId: made });
      return made;
    });
    return viewOf(await this.#demandPeer(id));
  }

  async edit(actor: Actor, id: string, input: PeerInput & { readonly version: number }): Promise<PeerView> {
    demand(actor, 'edit', { kind: 'exchangePeer' });
    const before = await this.#demandPeer(id);
    if (before.code !== input.code || before.direction !== input.direction) {
      throw new AppError('peer-fixed', 422, '代码和报送方向登记后不能修改；如须改变，请停用后另行登记。');
    }
    await this.#check(input, id);
    await this.#platform.changes.run(actor, async (change) => {
      if (!(await updatePeer(change.tx, id, input.version, input, change.at))) {
        throw staleError(viewOf(before), input);
      }
      change.record({ action: 'edit', kind: 'exchangePeer', subjectId: id, detail: auditOf(input) });
      await change.emit(PEERS_CHANGED, { peerId: id });
    });
    return viewOf(await this.#demandPeer(id));
  }

  /** The active peer of a direction that has this key; undefined for strangers and for those put to rest. */
  async byKey(direction: Direction, keyId: string): Promise<Peer | undefined> {
    const peers = await listPeers(this.#db, direction);
    return peers.find((peer) => peer.isActive && keyIdOf(peer.publicKey) === keyId);
  }

  active(direction: Direction): Promise<Peer[]> {
    return listPeers(this.#db, direction).then((peers) => peers.filter((peer) => peer.isActive));
  }

  async #check(input: PeerInput, exceptId: string | null): Promise<void> {
    const literal = literalAddress(input.baseUrl);
    if (literal !== null && !isPeerAddress(literal, this.#platform.config.exchangeNetworks)) {
      throw invalid('baseUrl', '这一地址是本机链路或者云平台元数据一类的地址，不会是对方平台，请核对网址。');
    }
    if (!isPublicKey(input.publicKey)) throw invalid('publicKey', '公钥无法识别，请从对方页面重新复制。');
    if ((await this.#key.own()).publicKey === input.publicKey) {
      throw invalid('publicKey', '这是本平台自己的公钥，请填写对方的公钥。');
    }
    const taken = await takenBy(this.#db, input, exceptId);
    if (taken.some((one) => one.code === input.code)) throw invalid('code', '这一代码已经登记过，请换一个。');
    if (taken.length > 0) throw invalid('publicKey', '这一公钥已登记在同方向的另一平台名下，请核对。');
  }

  async #demandPeer(id: string): Promise<Peer> {
    const peer = await findPeer(this.#db, id);
    if (!peer) throw new AppError('not-found', 404, '没有找到这一平台，请刷新页面后重试。');
    return peer;
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

function viewOf(peer: Peer): PeerView {
  const { nextAttemptAt, publicKey, ...rest } = peer;
  return { ...rest, publicKey, keyId: keyIdOf(publicKey), nextAttemptAt: nextAttemptAt?.toISOString() ?? null };
}

function auditOf({ code, direction, baseUrl, publicKey, isActive }: PeerInput) {
  return { code, direction, baseUrl, keyId: keyIdOf(publicKey), isActive };
}

function invalid(field: string, message: string): AppError {
  return new AppError('peer-invalid', 422, message, { reasons: [{ field, message }] });
}
