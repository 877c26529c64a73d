import { randomBytes } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { type InnerList, isInnerList, parseDictionary, serializeItem, serializeList } from 'structured-headers';
import { AppError } from '../../../kernel/app-error.ts';
import { type OwnKey, verifyWith } from './exchange-key.ts';

export type Headers = Readonly<Record<string, string>>;
/** As it stands on the wire; names of headers in small letters. */
export interface SignedRequest {
  readonly method: string;
  /** Path with query; the host is what people call it and proxies may change it, so `exchange-to` names the receiver's key instead. */
  readonly path: string;
  readonly headers: Headers;
}
export interface SignedResponse {
  readonly status: number;
  readonly headers: Headers;
}

const TAG = 'mingchuang-exchange';
const LABEL = 'sig';
const REQUEST_PARTS = ['@method', '@path', '@query', 'content-digest', 'exchange-to'];
const RESPONSE_PARTS = ['@status', 'content-digest', 'signature;req'];
const PARAMETERS = ['created', 'expires', 'nonce', 'keyid', 'alg', 'tag'];
const LIFE_MS = 120_000;
/** Clocks of two installations may differ by so much. */
const TOLERANCE_MS = 60_000;
/** Until then a nonce may still be in a request that would be taken. */
export const NONCE_MS = LIFE_MS + 2 * TOLERANCE_MS;

/** Adds the signature of RFC 9421. @param headers with content-digest and exchange-to */
export async function signRequest(key: OwnKey, request: SignedRequest, now: Date): Promise<Headers> {
  const message = { method: request.method, url: urlOf(request), headers: { ...request.headers } };
  return lowered((await httpbis.signMessage(configOf(key, REQUEST_PARTS, now), message)).headers);
}

/** Signs the answer together with the request's signature: it can be shown for no other request. */
export async function signResponse(
  key: OwnKey,
  response: SignedResponse,
  request: SignedRequest,
  now: Date,
): Promise<Headers> {
  const message = { status: response.status, headers: { ...response.headers } };
  const asked = { method: request.method, url: urlOf(request), headers: { ...request.headers } };
  return lowered((await httpbis.signMessage(configOf(key, RESPONSE_PARTS, now), message, asked)).headers);
}

export interface Verified<K> {
  readonly signer: K;
  readonly keyId: string;
  readonly nonce: string;
  readonly expires: Date;
}

type KeyFinder<K> = (keyId: string) => Promise<K | undefined>;

/**
 * Who signed the request. That its content is what the digest says, and that the nonce is new, is for the caller to see.
 * @throws AppError `exchange-unsigned`, `exchange-key-unknown`, `exchange-signature`, `exchange-expired` (401)
 */
export function verifyRequest<K extends { readonly publicKey: string }>(
  request: SignedRequest,
  find: KeyFinder<K>,
  now: Date,
): Promise<Verified<K>> {
  const base = (fields: string[]) =>
    httpbis.createSignatureBase(
      { fields },
      { method: request.method, url: urlOf(request), headers: { ...request.headers } },
    );
  return verifySigned(request.headers, REQUEST_PARTS, base, find, now);
}

/** The same of an answer to `request`. */
export function verifyResponse<K extends { readonly publicKey: string }>(
  response: SignedResponse,
  request: SignedRequest,
  find: KeyFinder<K>,
  now: Date,
): Promise<Verified<K>> {
  const asked = { method: request.method, url: urlOf(request), headers: { ...request.headers } };
  const answer = { status: response.status, headers: { ...response.headers } };
  const base = (fields: string[]) => httpbis.createSignatureBase({ fields }, answer, asked);
  return verifySigned(response.headers, RESPONSE_PARTS, base, find, now);
}

async function verifySigned<K extends { readonly publicKey: string }>(
  headers: Headers,
  parts: readonly string[],
  baseOf: (fields: string[]) => [string, string[]][],
  find: KeyFinder<K>,
  now: Date,
): Promise<Verified<K>> {
  const { input, signature } = signatureIn(headers);
  const fields = input[0].map((item) => serializeItem(item));
  const wanted = parts.map(quoted);
  if (fields.length !== wanted.length || wanted.some((part) => !fields.includes(part))) {
    throw refused('exchange-signature', `签名须覆盖 ${wanted.join(' ')}，请核对双方软件版本。`);
  }
  const { keyId, nonce, created, expires } = parametersOf(input);
  if (created > now.getTime() + TOLERANCE_MS || expires < now.getTime() - TOLERANCE_MS || expires - created > LIFE_MS) {
    throw refused('exchange-expired', '签名的时间不在有效期内，请核对双方服务器的时钟后重新报送。');
  }
  const signer = await find(keyId);
  if (!signer) {
    throw refused('exchange-key-unknown', `没有登记过密钥 ${keyId}，请对方管理人员先登记贵方公钥。`);
  }
  const base = [...baseOf(fields), ['"@signature-params"', [serializeList([input])]] as [string, string[]]];
  if (!verifyWith(signer.publicKey, Buffer.from(httpbis.formatSignatureBase(base)), signature)) {
    throw refused('exchange-signature', '签名核对不上：内容在途中有改动，或密钥不符。');
  }
  return { signer, keyId, nonce, expires: new Date(expires) };
}

/** Exactly one signature, well formed. */
function signatureIn(headers: Headers): { input: InnerList; signature: Buffer } {
  const { signature: signatures, 'signature-input': inputs } = headers;
  if (!signatures || !inputs) throw refused('exchange-unsigned', '请求没有签名，不能受理。');
  try {
    const input = parseDictionary(inputs);
    const given = parseDictionary(signatures);
    const list = input.get(LABEL);
    const bytes = given.get(LABEL)?.[0];
    if (input.size === 1 && given.size === 1 && list && isInnerList(list) && bytes instanceof ArrayBuffer) {
      return { input: list, signature: Buffer.from(bytes) };
    }
  } catch (error) {
    throw refused('exchange-signature', '签名的格式无法识别。', error);
  }
  throw refused('exchange-signature', '签名的格式无法识别。');
}

function parametersOf(input: InnerList) {
  const [created, expires, nonce, keyId, algorithm, tag] = PARAMETERS.map((name) => input[1].get(name));
  const isWhole =
    typeof created === 'number' &&
    typeof expires === 'number' &&
    typeof nonce === 'string' &&
    /^[A-Za-z0-9_-]{16,64}$/.test(nonce) &&
    typeof keyId === 'string' &&
    /^[0-9a-f]{32}$/.test(keyId) &&
    algorithm === 'ed25519' &&
    tag === TAG;
  if (!isWhole) throw refused('exchange-signature', '签名缺少时间、随机数、密钥标识或算法，不能受理。');
  return { created: created * 1000, expires: expires * 1000, nonce, keyId };
}

function configOf(key: OwnKey, fields: string[], now: Date) {
  return {
    name: LABEL,
    fields,
    params: PARAMETERS,
    paramValues: {
      created: now,
      expires: new Date(now.getTime() + LIFE_MS),
      nonce: randomBytes(18).toString('base64url'),
      tag: TAG,
    },
    key: { id: key.keyId, alg: 'ed25519', sign: async (bytes: Buffer) => key.sign(bytes) },
  };
}

/** `signature;req` is written `"signature";req`. */
function quoted(part: string): string {
  const [name, ...parameters] = part.split(';');
  return [`"${name}"`, ...parameters].join(';');
}

function urlOf({ path }: SignedRequest): string {
  return `http://exchange.invalid${path}`;
}

function lowered(headers: Record<string, string | string[]>): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function refused(code: string, message: string, cause?: unknown): AppError {
  return new AppError(code, 401, message, { cause });
}
