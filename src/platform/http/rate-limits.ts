import { isIPv6 } from 'node:net';
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/app-error.ts';
import type { HttpServer } from './http-server.ts';

/**
 * Counts by connection, per process: `request.ip` is the connection's own address unless trusted proxies are configured, so no header can
 * make a client look like many. Routes tighten it by `config: { rateLimit: { max, timeWindow } }`.
 *
 * @param perMinute generous by default: a whole office building may share one address
 */
export async function addRateLimits(app: HttpServer, perMinute: number): Promise<void> {
  await app.register(fastifyRateLimit, {
    global: true,
    max: perMinute,
    timeWindow: 60_000,
    cache: 20_000,
    keyGenerator: (request: FastifyRequest) => clientNetwork(request.ip),
    errorResponseBuilder: (_request, context) =>
      new AppError('too-many-requests', 429, `操作过于频繁，请在 ${Math.ceil(context.ttl / 1000)} 秒后再试。`),
  });
}

/** One customer's IPv6 is a /64, not an address. */
export function clientNetwork(ip: string): string {
  if (!isIPv6(ip) || ip.startsWith('::ffff:')) return ip;
  const [head = '', tail] = ip.split('::');
  const start = head === '' ? [] : head.split(':');
  const end = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - start.length - end.length;
  return `${[...start, ...Array<string>(gap).fill('0'), ...end].slice(0, 4).join(':')}::/64`;
}
