import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Route } from '../../kernel/route.contract.ts';
import { askedByKey } from '../../platform/http/asked-by-key.ts';
import { serveRoute } from '../../platform/http/serve-route.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import { clusterRoutes } from './clusters/clusters.contract.ts';
import { entryRoutes } from './entries/entries.contract.ts';
import { figureRoutes } from './figures/figures.contract.ts';
import { gapRoutes } from './gaps/gaps.contract.ts';
import type { KnowledgeServices } from './knowledge.services.ts';
import { settingRoutes } from './settings/settings.contract.ts';
import { receiverRoutes, sharedRoutes } from './sharing/sharing.contract.ts';
import { treatmentRoutes } from './treatments/treatments.contract.ts';

const IN_VAIN_DAYS = 90;
const IN_VAIN_SHOWN = 100;

export function serveKnowledge(app: HttpServer, services: KnowledgeServices): void {
  serveEntries(app, services);
  serveQuestions(app, services);
  serveTreatments(app, services);
  serveReceivers(app, services);
  serveOutside(app, services);
}

function serveEntries(app: HttpServer, { entries, settings, figures }: KnowledgeServices): void {
  serve(app, entryRoutes.list, ({ actor, query }) => entries.list(actor, query));
  serve(app, entryRoutes.create, ({ actor, body }) => entries.create(actor, body));
  serve(app, entryRoutes.confirm, ({ actor, params, body }) => entries.confirm(actor, params.publicationId, body.note));
  serve(app, entryRoutes.setReviewMonths, ({ actor, params, body }) =>
    entries.setReviewMonths(actor, params.publicationId, body.reviewMonths),
  );
  serve(app, entryRoutes.policies, async ({ query }) => ({ items: await entries.policies(query.q) }));
  serve(app, entryRoutes.passages, ({ params }) => entries.passages(params.number));
  serve(app, settingRoutes.list, async () => ({ items: await settings.list() }));
  serve(app, settingRoutes.set, ({ actor, params, body }) => settings.set(actor, params.code, body));
  serve(app, figureRoutes.figures, ({ actor }) => figures.figures(actor));
  serve(app, figureRoutes.records, ({ actor, query }) => figures.records(actor, query));
}

function serveQuestions(app: HttpServer, { clusters, gaps, asked }: KnowledgeServices): void {
  serve(app, clusterRoutes.list, ({ actor, query }) => clusters.list(actor, query));
  serve(app, clusterRoutes.get, ({ actor, params }) => clusters.get(actor, params.id));
  serve(app, clusterRoutes.dismiss, ({ actor, params, body }) => clusters.dismiss(actor, params.id, body));
  serve(app, clusterRoutes.link, ({ actor, params, body }) => clusters.link(actor, params.id, body));
  serve(app, figureRoutes.inVain, async () => ({ items: await asked.inVain(IN_VAIN_DAYS, IN_VAIN_SHOWN) }));
  serve(app, gapRoutes.list, ({ actor, query }) => gaps.list(actor, query));
  serve(app, gapRoutes.get, ({ actor, params }) => gaps.get(actor, params.id));
  serve(app, gapRoutes.link, ({ actor, params, body }) => gaps.link(actor, params.id, body));
  serve(app, gapRoutes.decline, ({ actor, params, body }) => gaps.decline(actor, params.id, body));
  serve(app, gapRoutes.transfer, ({ actor, params, body }) => gaps.transfer(actor, params.id, body));
}

function serveTreatments(app: HttpServer, { treatments, treatmentViews }: KnowledgeServices): void {
  serve(app, treatmentRoutes.list, ({ actor, query }) => treatmentViews.list(actor, query));
  serve(app, treatmentRoutes.figures, ({ actor, query }) => treatmentViews.figures(actor, query));
  serve(app, treatmentRoutes.open, ({ actor, body }) => treatments.open(actor, body));
  serve(app, treatmentRoutes.get, ({ actor, params }) => treatmentViews.get(actor, params.id));
  serve(app, treatmentRoutes.cases, ({ actor, params, query }) => treatmentViews.cases(actor, params.id, query));
  serve(app, treatmentRoutes.plan, ({ actor, params, body }) => treatments.plan(actor, params.id, body));
  serve(app, treatmentRoutes.gather, ({ actor, params, body }) => treatments.gather(actor, params.id, body.numbers));
  serve(app, treatmentRoutes.leaveOut, ({ actor, params, body }) =>
    treatments.leaveOut(actor, params.id, params.caseId, body.reason),
  );
  serve(app, treatmentRoutes.assign, ({ actor, params, body }) => treatments.assign(actor, params.id, body));
  serve(app, treatmentRoutes.finish, ({ actor, params, body }) => treatments.finish(actor, params.id, body));
  serve(app, treatmentRoutes.verify, ({ actor, params, body }) => treatments.verify(actor, params.id, body));
  serve(app, treatmentRoutes.reopen, ({ actor, params, body }) => treatments.reopen(actor, params.id, body));
  serve(app, treatmentRoutes.drop, ({ actor, params, body }) => treatments.drop(actor, params.id, body));
}

function serveReceivers(app: HttpServer, { receivers }: KnowledgeServices): void {
  serve(app, receiverRoutes.list, async ({ actor }) => ({ items: await receivers.list(actor) }));
  serve(app, receiverRoutes.create, ({ actor, body, reply }) => {
    reply.header('cache-control', 'no-store');
    return receivers.create(actor, body);
  });
  serve(app, receiverRoutes.issueKey, ({ actor, params, reply }) => {
    reply.header('cache-control', 'no-store');
    return receivers.issueKey(actor, params.id);
  });
  serve(app, receiverRoutes.revokeKey, async ({ actor, params }) => {
    await receivers.revokeKey(actor, params.id);
    return {};
  });
  serve(app, receiverRoutes.deliveries, ({ actor, query }) => receivers.deliveries(actor, query));
}

/** What other systems call, known by their key alone. Pages of entries carry an ETag: nothing new, nothing sent. */
function serveOutside(app: HttpServer, { receivers, shared, gaps }: KnowledgeServices): void {
  const receiver = (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'private, no-cache');
    return askedByKey(request, reply, (authorization) => receivers.authenticate(authorization));
  };
  serve(app, sharedRoutes.entries, async ({ request, reply, query }) =>
    shared.since(await receiver(request, reply), query.after, query.limit),
  );
  serve(app, sharedRoutes.entry, async ({ request, reply, params }) =>
    shared.one(await receiver(request, reply), params.number),
  );
  serve(app, sharedRoutes.report, async ({ request, reply, body }) => {
    const key = request.headers['idempotency-key'];
    const who = await receiver(request, reply);
    const { state, isNew } = await gaps.report(who, typeof key === 'string' ? key : undefined, body);
    reply.code(isNew ? 201 : 200);
    return state;
  });
  serve(app, sharedRoutes.gaps, async ({ request, reply, query }) =>
    gaps.states(await receiver(request, reply), query),
  );
  serve(app, sharedRoutes.gap, async ({ request, reply, params }) =>
    gaps.state(await receiver(request, reply), params.externalNumber),
  );
}

function serve<R extends Route>(app: HttpServer, route: R, answer: Parameters<typeof serveRoute<R>>[3]): void {
  serveRoute(app, '知识库', route, answer);
}
