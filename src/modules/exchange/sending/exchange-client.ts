import type { Readable } from 'node:stream';
import type { Platform } from '../../../platform/platform.ts';
import { sha256 } from '../filing/filing-state.ts';
import { claimedHash, contentDigest, contentDigestOf } from '../message/content-digest.ts';
import { type ExchangeKeyFile, keyIdOf } from '../message/exchange-key.ts';
import { type SignedRequest, signRequest, verifyResponse } from '../message/signed-message.ts';
import type { Peer } from '../peers/peer.ts';

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
  readonly #platform: Pick<Platform, 'clock'>;
  readonly #key: ExchangeKeyFile;

  constructor(platform: Pick<Platform, 'clock'>, key: ExchangeKeyFile) {
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
    const response = await send(peer.baseUrl, request, asked);
    const bytes = await readAnswer(response);
    if (response.status !== 200) throw failureOf(response.status, bytes);
    const headers = Object.fromEntries(response.headers);
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

interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly digest: string;
  readonly body?: Buffer | Readable;
  readonly type?: string;
  readonly signal?: AbortSignal | undefined;
}

async function send(baseUrl: string, request: SignedRequest, asked: Asked): Promise<Response> {
  const patience = asked.method === 'PUT' ? FILE_PATIENCE_MS : PATIENCE_MS;
  try {
    return await fetch(baseUrl + request.path, {
      method: request.method,
      headers: {
        ...request.headers,
        // What was signed is what arrives: no coding on the way.
        'accept-encoding': 'identity',
        ...(asked.type ? { 'content-type': asked.type } : {}),
      },
      ...(asked.body ? { body: asked.body as BodyInit, duplex: 'half' } : {}),
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(patience), ...(asked.signal ? [asked.signal] : [])]),
    } as RequestInit);
  } catch (cause) {
    throw new ExchangeFailure(`连不上对方平台（${reasonOf(cause)}），将自动重试。`, true, cause);
  }
}

async function readAnswer(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of response.body ?? []) {
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
function failureOf(status: number, bytes: Buffer): ExchangeFailure {
  let said = '';
  try {
    const { detail, title } = JSON.parse(bytes.toString('utf8')) as { detail?: unknown; title?: unknown };
    said = String(detail ?? title ?? '').slice(0, 300);
  } catch {
    // No sentence of our own program: the status says what can be said.
  }
  const isOfOne = status === 400 || status === 413 || status === 422;
  return new ExchangeFailure(`对方没有受理（${status}）${said ? `：${said}` : '，将自动重试。'}`, !isOfOne);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new ExchangeFailure('对方的答复无法识别，请核对双方软件版本。', true, cause);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return '超时';
  const { cause } = error as { cause?: { code?: unknown; message?: unknown } };
  return String(cause?.code ?? cause?.message ?? '网络故障');
}
