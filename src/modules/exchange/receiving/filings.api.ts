import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AppError } from '../../../kernel/app-error.ts';
import { id } from '../../../kernel/route.contract.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { demandWholeText } from '../../../platform/http/whole-text.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contentDigest } from '../message/content-digest.ts';
import type { ExchangeKeyFile } from '../message/exchange-key.ts';
import { type SignedRequest, signResponse } from '../message/signed-message.ts';
import type { ReceiverService } from './receiver.service.ts';
import { RequestGate } from './request-gate.ts';

const LARGEST_FILING = 33_554_432;
const LARGEST_FILE = 200_000_000;
const config = { access: { kind: 'filing', action: 'receive' }, anonymous: true } as const;
const tags = ['报送接口'];
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What other installations call; they are known by their signature alone (RFC 9421), and every answer is signed. */
export function serveFilings(
  app: HttpServer,
  platform: Pick<Platform, 'clock' | 'files'>,
  of: { readonly receiver: ReceiverService; readonly gate: RequestGate; readonly key: ExchangeKeyFile },
): void {
  const { receiver, gate, key } = of;
  const onRequest = gate.enter;
  const answer = async (reply: FastifyReply, asked: SignedRequest, body: object) => {
    const bytes = Buffer.from(JSON.stringify(body));
    const plain = { status: 200, headers: { 'content-digest': contentDigest(bytes) } };
    const headers = await signResponse(await key.own(), plain, asked, platform.clock.now());
    return reply
      .headers({ ...headers, 'cache-control': 'no-store', 'x-no-compression': '1' })
      .type('application/json; charset=utf-8')
      .send(bytes);
  };

  app.register(async (plain) => {
    const scope = plain as HttpServer;
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: LARGEST_FILING }, (_, body, done) =>
      done(null, body),
    );
    // Streamed to the store while its hash is reckoned; nothing is held in memory.
    scope.addContentTypeParser('application/octet-stream', { bodyLimit: LARGEST_FILE }, (_, body, done) =>
      done(null, body),
    );
    scope.post(
      '/exchange/v1/filings',
      { config, onRequest, schema: { summary: '报送公文', tags } },
      async (request, reply) => {
        const { peer, hash: claimed, signed } = gate.entered(request);
        const bytes = request.body;
        if (!Buffer.isBuffer(bytes)) throw notAsSaid();
        RequestGate.check(claimed, bytes);
        return answer(reply, signed, await receiver.receive(peer, demandWholeText(parse(bytes))));
      },
    );
    scope.put(
      '/exchange/v1/files/:sha256',
      { config, onRequest, schema: { summary: '报送附件', tags, params: z.object({ sha256: hash }) } },
      async (request, reply) => {
        const { peer, hash: claimed, signed } = gate.entered(request);
        const bytes = request.body as Readable | Buffer | undefined;
        if (claimed !== request.params.sha256 || !bytes || Buffer.isBuffer(bytes)) throw notAsSaid();
        const stored = await platform.files.put(bytes, { maxBytes: LARGEST_FILE });
        if (stored.hash !== claimed) {
          throw new AppError('exchange-digest', 401, '文件与其校验值不符：在途中有改动，不能受理。');
        }
        await receiver.keepFile(peer, stored);
        return answer(reply, signed, { sha256: stored.hash, size: stored.size });
      },
    );
    scope.get(
      '/exchange/v1/filings',
      {
        config,
        onRequest,
        schema: { summary: '已受理的报送，供对账', tags, querystring: z.object({ after: id.optional() }) },
      },
      async (request, reply) => {
        const { peer, hash: claimed, signed } = gate.entered(request);
        RequestGate.check(claimed, Buffer.alloc(0));
        return answer(reply, signed, await receiver.held(peer, request.query.after ?? null));
      },
    );
  });
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw notAsSaid();
  }
}

function notAsSaid(): AppError {
  return new AppError('filing-unreadable', 400, '请求的内容无法识别，请核对双方软件版本。');
}
