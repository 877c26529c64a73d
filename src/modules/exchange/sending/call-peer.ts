import { type LookupAddress, lookup } from 'node:dns';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isPeerAddress, literalAddress } from '../peers/peer-address.ts';

export interface PeerCall {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | Readable | undefined;
  readonly signal: AbortSignal;
  /** Networks that may be called though they are closed; see peer-address.ts. */
  readonly allowed: readonly string[];
}

/** The name leads, or the address is, where no peer can be. */
export const CLOSED_ADDRESS = 'ECLOSED';

/**
 * One request, to the very address that was judged: a name that changes its answer in between gains nothing. Redirects are answers like
 * others.
 * @throws Error with `code`: of the network, `ABORT_ERR`, or `ECLOSED`
 */
export async function callPeer(call: PeerCall): Promise<IncomingMessage> {
  // A literal address never reaches the look-up, so it is judged here.
  const literal = literalAddress(call.url);
  if (literal !== null && !isPeerAddress(literal, call.allowed)) {
    if (call.body instanceof Readable) call.body.destroy();
    throw closedAddress();
  }
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const { url, method, headers, signal } = call;
  const of = url.startsWith('https:') ? httpsRequest : httpRequest;
  const request = of(url, { method, headers, signal, agent: false, lookup: judgedLookup(call.allowed) }, resolve);
  request.on('error', reject);
  send(request, call.body).catch(reject);
  return promise;
}

async function send(request: ClientRequest, body: Buffer | Readable | undefined): Promise<void> {
  if (body instanceof Readable) await pipeline(body, request);
  else request.end(body);
}

function judgedLookup(allowed: readonly string[]): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      const open = addresses.filter(({ address }) => isPeerAddress(address, allowed));
      const [first] = open;
      if (!first) return callback(closedAddress(), '', 0);
      if (options.all) return callback(null, open);
      return callback(null, first.address, first.family);
    });
  };
}

function closedAddress(): Error {
  return Object.assign(new Error('closed address'), { code: CLOSED_ADDRESS });
}
