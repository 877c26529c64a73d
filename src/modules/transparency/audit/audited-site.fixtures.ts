import { createHash, randomBytes } from 'node:crypto';
import { openTestServer } from '../../../platform/http/server.fixtures.ts';
import { transparencyMigrations, transparencyModule } from '../index.ts';

/** What a publication shows at this moment. */
export interface ShownDocument {
  text: string;
  record: string;
  files: Map<string, Buffer>;
  salt: Buffer;
  leafId: string;
  isGone: boolean;
}

/** A listening site with a log and documents as publications serve them; whoever holds it can change what it shows, openly or silently. */
export async function openAuditedSite() {
  const documents = new Map<number, ShownDocument>();
  let service: ReturnType<typeof transparencyModule>['service'] | undefined;
  const access = { access: { kind: 'portal', action: 'read' }, anonymous: true } as const;
  const server = await openTestServer(
    (app, platform) => {
      const module = transparencyModule(platform);
      service = module.service;
      module.routes?.(app);
      const serve = (
        path: string,
        answer: (document: ShownDocument, parameter: string) => Promise<unknown> | unknown,
      ) =>
        app.get(`/documents/:number${path}`, { config: access }, async (request, reply) => {
          const { number, sha256 = '' } = request.params as { number: string; sha256?: string };
          const document = documents.get(Number(number));
          const body = document && !document.isGone ? await answer(document, sha256) : undefined;
          return body === undefined ? reply.code(404).send('') : reply.send(body);
        });
      serve('', ({ text }) => `<main><div id="text" class="text">${text}</div><!--/text--></main>`);
      serve('/record.json', ({ record }) => record);
      serve('/files/:sha256/:name', ({ files }, sha256) => files.get(sha256));
      serve('/proof.json', async ({ salt, leafId }) => {
        const placed = await module.service.proofOf(leafId);
        const leaf = placed && Buffer.from(placed.leaf).toString();
        return { salt: salt.toString('hex'), leaf: leaf ?? null, placed: placed ?? null };
      });
    },
    { migrations: transparencyMigrations },
  );
  if (!service) throw new Error('the module was not made');
  const log = service;
  const url = await server.app.listen({ port: 0, host: '127.0.0.1' });

  async function append(leaf: object): Promise<string> {
    const bytes = Buffer.from(JSON.stringify({ schema: 1, at: '2026-03-02T01:00:00.000Z', ...leaf }));
    const { leafId } = await server.platform.changes.run({ type: 'system' }, (change) => log.append(change, bytes));
    return leafId;
  }

  return {
    url,
    log,
    platform: server.platform,
    documents,
    close: server.close,
    /** Publishes openly: the log is told. */
    async publish(number: number, text: string, attachment = Buffer.from(`attachment of ${number}`), ordinal = 1) {
      const salt = randomBytes(32);
      const sha256 = createHash('sha256').update(attachment).digest('hex');
      const record = JSON.stringify({
        number,
        ordinal,
        bodyHtml: text,
        attachments: [{ name: '附件 一.pdf', sha256 }],
        pictures: [],
      });
      const salted = (bytes: string | Buffer) => createHash('sha256').update(salt).update(bytes).digest('hex');
      const manifest = [
        { path: 'record.json', hash: salted(record) },
        { path: 'text', hash: salted(text) },
        { path: 'files/1', hash: salted(attachment) },
      ];
      const leafId = await append({ event: ordinal === 1 ? 'published' : 'amended', number, ordinal, manifest });
      documents.set(number, { text, record, files: new Map([[sha256, attachment]]), salt, leafId, isGone: false });
    },
    /** Ends or restores openly. */
    async tell(event: string, number: number) {
      await append({ event, number, ordinal: 1, manifest: [] });
    },
    change(number: number, change: Partial<ShownDocument>) {
      const document = documents.get(number);
      if (document) Object.assign(document, change);
    },
  };
}

export type AuditedSite = Awaited<ReturnType<typeof openAuditedSite>>;
