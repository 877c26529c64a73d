import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Platform } from '../../../platform/platform.ts';
import { sha256 } from '../filing/filing-state.ts';
import { claimedHash, contentDigest, contentDigestOf } from '../message/content-digest.ts';
import { type ExchangeKeyFile, keyIdOf } from '../message/exchange-key.ts';
import { type Headers, type SignedRequest, signRequest, verifyResponse } from '../message/signed-message.ts';
import type { Peer } from '../peers/peer.ts';
import { CLOSED_ADDRESS, callPeer } from './call-peer.ts';

const PATIENCE_MS = 60_000;
const FILE_PATIENCE_MS = 600_000;
const LONGEST_ANSWER = 20_000_000;

/** The other side did not answer as it should; the message is a Chinese sentence for people. `isOfPeer`: others would fare no better. */
export class ExchangeFailure extends Error {
  readonly isOfPeer: boolean;

  constructor(message: string, isOfPeer: boolean, cause?: unknown) {
    super(message, { cause });
    this.isOfPeer = isOfPeer;
  }
}

/** Calls a peer at its registered address and nowhere else: no redirect is followed, every answer must bear the peer's signature. */
export class ExchangeClient {
  readonly #platform: Pick<Platform, 'clock' | 'config'>;
  readonly #key: ExchangeKeyFile;

  constructor(platform: Pick<Platform, 'clock' | 'config'>, key: ExchangeKeyFile) {
    this.#platform = platform;
    this.#key = key;
  }

  /** @returns the answer's JSON. @throws ExchangeFailure */
  post(peer: Peer, path: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
    const bytes = Buffer.from(JSON.stringify(body));
    return this.#ask(peer, {
      method: 'POST',
      path,
      digest: contentDigest(bytes),
      body: bytes,
      type: 'application/json',
      signal,
    });
  }

  /** @throws ExchangeFailure */
  get(peer: Peer, path: string, signal?: AbortSignal): Promise<unknown> {
    return this.#ask(peer, { method: 'GET', path, digest: contentDigest(Buffer.alloc(0)), signal });
  }

  /** @param hash SHA-256, hex, of the bytes. @throws ExchangeFailure */
  async putFile(peer: Peer, path: string, hash: string, bytes: Readable, signal?: AbortSignal): Promise<void> {
    await this.#ask(peer, {
      method: 'PUT',
      path,
      digest: contentDigestOf(hash),
      body: bytes,
      type: 'application/octet-stream',
      signal,
    });
  }

  async #ask(peer: Peer, asked: Asked): Promise<unknown> {
    const key = await this.#key.own();
    const plain: SignedRequest = {
      method: asked.method,
      path: asked.path,
      headers: { 'content-digest': asked.digest, 'exchange-to': keyIdOf(peer.publicKey) },
    };
    const request = { ...plain, headers: await signRequest(key, plain, this.#platform.clock.now()) };
    const answer = await send(peer, request, asked, this.#platform.config.exchangeNetworks);
    const { headers, bytes } = answer;
    if (answer.status !== 200) throw failureOf(answer);
    try {
      await verifyResponse(
        { status: 200, headers },
        request,
        async (keyId) => (keyId === keyIdOf(peer.publicKey) ? peer : undefined),
        this.#platform.clock.now(),
      );
    } catch (cause) {
      throw new ExchangeFailure('对方的答复没有有效签名，未予采信。请核对登记的网址和公钥。', true, cause);
    }
    if (claimedHash(headers['content-digest']) !== sha256(bytes)) {
      throw new ExchangeFailure('对方的答复在途中有改动，未予采信。', true);
    }
    return parse(bytes);
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly digest: string;
  readonly body?: Buffer | Readable;
  readonly type?: string;
  readonly signal?: AbortSignal | undefined;
}

async function send(peer: Peer, request: SignedRequest, asked: Asked, allowed: readonly string[]): Promise<Answer> {
  const patience = asked.method === 'PUT' ? FILE_PATIENCE_MS : PATIENCE_MS;
  let response: IncomingMessage;
  try {
    response = await callPeer({
      url: peer.baseUrl + request.path,
      method: asked.method,
      headers: {
        ...request.headers,
        // What was signed is what arrives: no coding on the way.
        'accept-encoding': 'identity',
        ...(asked.type ? { 'content-type': asked.type } : {}),
        ...(Buffer.isBuffer(asked.body) ? { 'content-length': String(asked.body.length) } : {}),
      },
      body: asked.body,
      signal: AbortSignal.any([AbortSignal.timeout(patience), ...(asked.signal ? [asked.signal] : [])]),
      allowed,
    });
  } catch (cause) {
    throw new ExchangeFailure(notReached(cause), true, cause);
  }
  const headers = Object.entries(response.headersDistinct).map(([name, values]) => [name, values?.join(', ') ?? '']);
  const status = response.statusCode ?? 0;
  return { status, headers: Object.fromEntries(headers), bytes: await readAnswer(response) };
}

async function readAnswer(response: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > LONGEST_ANSWER) throw new Error('too long');
      parts.push(part);
    }
  } catch (cause) {
    throw new ExchangeFailure('对方的答复没有收全，将自动重试。', true, cause);
  }
  return Buffer.concat(parts);
}

/** What the other side says of a request that it did not take; unsigned, so only for people to read. */
function failureOf({ status, headers, bytes }: Answer): ExchangeFailure {
  if (status >= 300 && status < 400) {
    return new ExchangeFailure(`对方让转到别处（${status}），没有跟随。请把登记的网址改为对方平台本身的网址。`, true);
  }
  const said = isOurs(headers) ? sentenceOf(bytes) : '';
  const isOfOne = status === 400 || status === 413 || status === 422;
  return new ExchangeFailure(`对方没有受理（${status}）${said ? `：${said}` : '，将自动重试。'}`, !isOfOne);
}

/** Of whatever else answers at that address nothing is repeated to anybody. */
function isOurs(headers: Headers): boolean {
  return headers['content-type']?.startsWith('application/problem+json') ?? false;
}

function sentenceOf(bytes: Buffer): string {
  try {
    const { detail, title } = JSON.parse(bytes.toString('utf8')) as { detail?: unknown; title?: unknown };
    return String(detail ?? title ?? '').slice(0, 300);
  } catch {
    return '';
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new ExchangeFailure('对方的答复无法识别，请核对双方软件版本。', true, cause);
  }
}

function notReached(error: unknown): string {
  const { code, name, message, cause } = error as NodeJS.ErrnoException & { cause?: { name?: string } };
  if (code === CLOSED_ADDRESS) {
    return '登记的网址指向本机链路或者云平台元数据一类的地址，不予连接。请改正网址；确有需要的，请系统管理员设置允许的网段。';
  }
  const reason = name === 'TimeoutError' || cause?.name === 'TimeoutError' ? '超时' : (code ?? message ?? '网络故障');
  return `连不上对方平台（${reason}），将自动重试。`;
}
