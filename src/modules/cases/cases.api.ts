import type { Route } from '../../kernel/route.contract.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { sendFile } from '../../platform/http/send-file.ts';
import { type Asked, serveRoute } from '../../platform/http/serve-route.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import {
  caseHandlingRoutes as act,
  caseReadingRoutes as read,
  caseReplyRoutes as reply,
} from './case-routes.contract.ts';
import type { CasesServices } from './cases.services.ts';
import { serveCaseImporting } from './importing/importing.api.ts';
import { caseReviewRuleRoutes as rule } from './replies/review-rules.contract.ts';
import { caseRecusalRoutes as stand } from './seeing/recusals.contract.ts';

/** Registers the routes of the door in, each answering the case as it stands after the act. */
export function serveCases(app: HttpServer, services: CasesServices, files: FileStore): void {
  serveReading(app, services, files);
  serveHandling(app, services);
  serveReplies(app, services);
  serveRecusals(app, services);
  serveReviewRules(app, services);
  serveCaseImporting(app, services, files);
}

function serveReading(app: HttpServer, { view, figures, applicants, attachments }: CasesServices, files: FileStore) {
  serve(app, read.kinds, () => view.kinds());
  serve(app, read.units, () => view.units());
  serve(app, read.list, ({ actor, query }) => view.list(actor, query));
  serve(app, read.load, ({ actor, query }) => view.load(actor, query.unitId));
  serve(app, read.figures, ({ actor, query }) => figures.list(actor, query));
  serve(app, read.get, ({ actor, params }) => view.get(actor, params.id));
  serve(app, read.attachment, async ({ actor, params, reply: answer }) => {
    const file = await attachments.open(actor, params.id, params.attachmentId);
    answer.header('cache-control', 'no-store');
    // Brought by strangers: saved, never shown by the browser.
    return sendFile(answer, files, { hash: file.sha256, name: file.name, mediaType: file.media_type }, 'attachment');
  });
  serve(app, read.openApplicant, ({ actor, params, body, reply: answer }) => {
    answer.header('cache-control', 'no-store');
    return applicants.open(actor, params.id, body.reason);
  });
}

function serveHandling(app: HttpServer, { view, routing, handling, merging }: CasesServices): void {
  const after = async (actor: Parameters<typeof view.afterwards>[0], id: string, done: Promise<void>) => {
    await done;
    return view.afterwards(actor, id);
  };
  serve(app, act.admit, ({ actor, params: { id }, body }) => after(actor, id, routing.admit(actor, id, body.version)));
  serve(app, act.accept, ({ actor, params: { id }, body }) =>
    after(actor, id, routing.accept(actor, id, body.version)),
  );
  serve(app, act.assign, ({ actor, params: { id }, body }) => after(actor, id, routing.assign(actor, id, body)));
  serve(app, act.transfer, ({ actor, params: { id }, body }) => after(actor, id, routing.transfer(actor, id, body)));
  serve(app, act.transferBack, ({ actor, params: { id }, body }) =>
    after(actor, id, routing.transferBack(actor, id, body)),
  );
  serve(app, act.classify, ({ actor, params: { id }, body }) => after(actor, id, handling.classify(actor, id, body)));
  serve(app, act.note, ({ actor, params: { id }, body }) => after(actor, id, handling.note(actor, id, body)));
  serve(app, act.askSender, ({ actor, params: { id }, body }) => after(actor, id, handling.askSender(actor, id, body)));
  serve(app, act.resume, ({ actor, params: { id }, body }) =>
    after(actor, id, handling.resume(actor, id, body.version)),
  );
  serve(app, act.merge, ({ actor, params: { id }, body }) => after(actor, id, merging.merge(actor, id, body)));
  serve(app, act.separate, ({ actor, params: { id }, body }) => after(actor, id, merging.separate(actor, id, body)));
  serve(app, act.reject, ({ actor, params: { id }, body }) => after(actor, id, handling.reject(actor, id, body)));
  serve(app, act.close, ({ actor, params: { id }, body }) => after(actor, id, handling.close(actor, id, body.version)));
  serve(app, act.reopen, ({ actor, params: { id }, body }) => after(actor, id, handling.reopen(actor, id, body)));
  serve(app, act.followUp, ({ actor, params: { id }, body }) => after(actor, id, handling.followUp(actor, id, body)));
}

function serveReplies(app: HttpServer, { view, replies }: CasesServices): void {
  const after = async (actor: Parameters<typeof view.afterwards>[0], id: string, done: Promise<void>) => {
    await done;
    return view.afterwards(actor, id);
  };
  serve(app, reply.draft, ({ actor, params: { id }, body }) => after(actor, id, replies.draft(actor, id, body)));
  serve(app, reply.submit, ({ actor, params: { id }, body }) => after(actor, id, replies.submit(actor, id, body)));
  serve(app, reply.recall, ({ actor, params: { id }, body }) =>
    after(actor, id, replies.recall(actor, id, body.version)),
  );
  serve(app, reply.review, ({ actor, params: { id }, body }) => after(actor, id, replies.review(actor, id, body)));
  serve(app, reply.send, ({ actor, params: { id }, body }) => after(actor, id, replies.send(actor, id, body)));
}

function serveRecusals(app: HttpServer, { view, recusals }: CasesServices): void {
  serve(app, stand.recuse, async ({ actor, params, body }) => {
    await recusals.recuse(actor, params.id, body);
    return view.afterwards(actor, params.id);
  });
  serve(app, stand.lift, async ({ actor, params, body }) => {
    await recusals.lift(actor, params.id, params.recusalId, body);
    return view.afterwards(actor, params.id);
  });
}

function serveReviewRules(app: HttpServer, { reviewRules }: CasesServices): void {
  serve(app, rule.list, ({ actor }) => reviewRules.list(actor));
  serve(app, rule.put, async ({ actor, params, body }) => {
    await reviewRules.put(actor, params, body);
    return reviewRules.list(actor);
  });
  serve(app, rule.drop, async ({ actor, params }) => {
    await reviewRules.drop(actor, params);
    return reviewRules.list(actor);
  });
}

function serve<R extends Route>(
  app: HttpServer,
  route: R,
  answer: (asked: Asked<R>) => ReturnType<Parameters<typeof serveRoute<R>>[3]>,
): void {
  serveRoute(app, '来件', route, answer);
}
