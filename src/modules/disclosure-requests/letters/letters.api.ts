import type { FastifyReply } from 'fastify';
import { serveRoute } from '../../../platform/http/serve-route.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { type CaseLettersService, type LetterFile, sampleFile } from './case-letters.service.ts';
import { letterRoutes } from './letters.contract.ts';
import type { TemplatesService } from './templates.service.ts';

const TAG = '依申请公开文书';

export function serveLetters(
  app: HttpServer,
  { templates, letters }: { readonly templates: TemplatesService; readonly letters: CaseLettersService },
): void {
  serveRoute(app, TAG, letterRoutes.templates, async () => ({ items: await templates.list() }));
  serveRoute(app, TAG, letterRoutes.versions, async ({ params }) => ({ items: await templates.versions(params.kind) }));
  serveRoute(app, TAG, letterRoutes.check, async ({ params, body }) => templates.check(params.kind, body));
  serveRoute(app, TAG, letterRoutes.save, ({ actor, params, body }) => templates.save(actor, params.kind, body));
  serveRoute(app, TAG, letterRoutes.sample, async ({ params: { kind }, query: { format }, reply }) =>
    send(reply, await sampleFile(await templates.sample(kind), format)),
  );
  serveRoute(app, TAG, letterRoutes.letter, async ({ actor, params: { id, kind }, query, reply }) =>
    send(reply, await letters.file(actor, id, { kind, ...query })),
  );
}

/** Never kept by any cache: it names the applicant. */
function send(reply: FastifyReply, { name, mediaType, bytes }: LetterFile) {
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(mediaType)
    .send(bytes);
}
