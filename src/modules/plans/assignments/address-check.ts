import { lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isAllowedAddress } from './address-guard.ts';

export interface AddressResult {
  readonly state: 'reachable' | 'unreachable' | 'refused';
  /** Chinese, for people. */
  readonly note: string;
}

export interface AddressCheckOptions {
  /** Networks in CIDR form that may be asked besides public ones. */
  readonly allowed: readonly string[];
  readonly timeoutMs?: number;
}

const MOST_REDIRECTS = 5;

/**
 * Whether the page of a piece of evidence can be opened. Every hop is judged anew, and the connection goes to the very address that was
 * judged, so a name that changes its answer in between gains nothing. No body is read, no cookie or credential is ever sent.
 */
export async function checkAddress(address: string, options: AddressCheckOptions): Promise<AddressResult> {
  let url = address;
  const ends = Date.now() + (options.timeoutMs ?? 15_000);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const answer = await ask(url, options.allowed, ends - Date.now());
    if ('state' in answer) return answer;
    if (answer.status >= 300 && answer.status < 400 && answer.location) {
      url = new URL(answer.location, url).href;
      continue;
    }
    if (answer.status < 400) return { state: 'reachable', note: '可以访问' };
    return { state: 'unreachable', note: `网站返回错误（${answer.status}）` };
  }
  return { state: 'unreachable', note: '跳转次数过多' };
}

type Answer = { readonly status: number; readonly location: string | undefined };

async function ask(text: string, allowed: readonly string[], timeoutMs: number): Promise<Answer | AddressResult> {
  if (!URL.canParse(text)) return { state: 'refused', note: '网址格式有误' };
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { state: 'refused', note: '只检测 http 和 https 网址' };
  if (url.username !== '' || url.password !== '') return { state: 'refused', note: '网址中不能带账号密码' };
  if (timeoutMs <= 0) return { state: 'unreachable', note: '访问超时' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address never reaches the look-up, so it is judged here.
  if (isIP(host) !== 0 && !isAllowedAddress(host, allowed)) return refusedAddress;
  return new Promise((resolve) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(
      url,
      {
        method: 'GET',
        agent: false,
        lookup: guardedLookup(allowed),
        signal: AbortSignal.timeout(timeoutMs),
        headers: { 'user-agent': 'Mingchuang evidence check', accept: '*/*' },
      },
      (response) => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location });
        response.destroy();
      },
    );
    request.once('error', (error: NodeJS.ErrnoException) => resolve(failure(error)));
    request.end();
  });
}

const refusedAddress: AddressResult = { state: 'refused', note: '网址指向内部网络，不予检测' };

function guardedLookup(allowed: readonly string[]): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const open = addresses.filter(({ address }) => isAllowedAddress(address, allowed));
      const [first] = open;
      if (!first) return callback(Object.assign(new Error('closed address'), { code: 'ECLOSED' }), '', 0);
      if (options.all) return callback(null, open);
      return callback(null, first.address, first.family);
    });
  };
}

function failure(error: NodeJS.ErrnoException): AddressResult {
  if (error.code === 'ECLOSED') return refusedAddress;
  const notes: Readonly<Record<string, string>> = {
    ENOTFOUND: '域名无法解析',
    EAI_AGAIN: '域名暂时无法解析',
    ECONNREFUSED: '网站拒绝连接',
    ECONNRESET: '连接被中断',
    ABORT_ERR: '访问超时',
  };
  const byName = error.name === 'TimeoutError' || error.name === 'AbortError' ? '访问超时' : undefined;
  const certificate = /CERT|SELF_SIGNED|VERIFY|TLS|SSL/.test(error.code ?? '') ? '网站证书有问题' : undefined;
  return { state: 'unreachable', note: byName ?? notes[error.code ?? ''] ?? certificate ?? '无法访问' };
}
