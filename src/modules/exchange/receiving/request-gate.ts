import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../../kernel/app-error.ts';
import type { Platform } from '../../../platform/platform.ts';
import { sha256 } from '../filing/filing-state.ts';
import { claimedHash } from '../message/content-digest.ts';
import type { ExchangeKeyFile } from '../message/exchange-key.ts';
import { NONCE_MS, type SignedRequest, verifyRequest } from '../message/signed-message.ts';
import type { Peer } from '../peers/peer.ts';
import type { PeersService } from '../peers/peers.service.ts';
import { spendNonce } from '../peers/peers.store.ts';
import { OpenBodies } from './open-bodies.ts';

/** Twice what our own sender has under way, whose answer may have arrived before the place is given back. */
const MOST_BODIES = 8;
const BUSY_SECONDS = 10;

export interface Entered {
  readonly peer: Peer;
  /** SHA-256 that the content must have. */
  readonly hash: string;
  readonly signed: SignedRequest;
}

/** Lets in what a registered peer signed for this installation, once; before a byte of the content is read. */
export class RequestGate {
  readonly #platform: Pick<Platform, 'database' | 'clock'>;
  readonly #peers: PeersService;
  readonly #key: ExchangeKeyFile;
  readonly #bodies = new OpenBodies(MOST_BODIES);
  readonly #entered = new WeakMap<FastifyRequest, Entered>();

  constructor(platform: Pick<Platform, 'database' | 'clock'>, peers: PeersService, key: ExchangeKeyFile) {
    this.#platform = platform;
    this.#peers = peers;
    this.#key = key;
  }

  /**
   * For `onRequest`: who asks is known by the headers alone.
   * @throws AppError 401: unsigned, unknown key, wrong signature, too old, for another receiver, or shown before; `exchange-busy` (503)
   */
  readonly enter = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const signed = signedOf(request);
    const now = this.#platform.clock.now();
    const verified = await verifyRequest(signed, (keyId) => this.#peers.byKey('incoming', keyId), now);
    if (signed.headers['exchange-to'] !== (await this.#key.own()).keyId) {
      throw new AppError('exchange-receiver', 401, '这一请求是发给另一平台的，请对方核对登记的公钥。');
    }
    const hash = claimedHash(signed.headers['content-digest']);
    if (!hash) throw new AppError('exchange-digest', 401, '请求缺少 SHA-256 的内容校验值，不能受理。');
    if (request.method !== 'GET' && request.method !== 'HEAD') this.#takePlace(verified.keyId, reply);
    const until = new Date(now.getTime() + NONCE_MS);
    if (!(await spendNonce(this.#platform.database.kysely, verified.keyId, verified.nonce, until))) {
      throw new AppError('exchange-replayed', 401, '这一请求已经收到过，不再受理；重新报送须重新签名。');
    }
    this.#entered.set(request, { peer: verified.signer, hash, signed });
  };

  /** What `enter` found out. */
  entered(request: FastifyRequest): Entered {
    const entered = this.#entered.get(request);
    if (!entered) throw new Error('a route of the exchange without its gate');
    return entered;
  }

  #takePlace(keyId: string, reply: FastifyReply): void {
    const giveBack = this.#bodies.take(keyId);
    if (!giveBack) {
      throw new AppError('exchange-busy', 503, '贵方同时报送的内容过多，请稍后重新签名报送。', {
        details: { retryAfterSeconds: BUSY_SECONDS },
      });
    }
    reply.raw.once('finish', giveBack).once('close', giveBack);
    // It may have gone away while its signature was checked.
    if (reply.raw.destroyed) giveBack();
  }

  /** @throws AppError `exchange-digest` (401) when the content is not what was signed */
  static check(hash: string, bytes: Uint8Array): void {
    if (sha256(bytes) !== hash) {
      throw new AppError('exchange-digest', 401, '请求内容与其校验值不符：在途中有改动，不能受理。');
    }
  }
}

export function signedOf(request: FastifyRequest): SignedRequest {
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  return { method: request.method, path: request.url, headers };
}
