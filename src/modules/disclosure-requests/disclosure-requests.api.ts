import type { Actor } from '../../kernel/permissions.ts';
import type { Route } from '../../kernel/route.contract.ts';
import { type Asked, serveRoute } from '../../platform/http/serve-route.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import { requestCheckRoutes } from './checks/checks.contract.ts';
import {
  requestDecisionRoutes as decide,
  requestReadingRoutes as read,
  requestStepRoutes as step,
} from './disclosure-requests.contract.ts';
import type { DisclosureRequestsServices } from './disclosure-requests.services.ts';

import { remedyBodyRoutes as bodies } from './remedies/remedy-bodies.contract.ts';

/** Registers the routes of disclosure requests, each step answering the file as it stands after it. */
export function serveDisclosureRequests(app: HttpServer, services: DisclosureRequestsServices): void {
  serveReading(app, services);
  serveSteps(app, services);
  serveDecisions(app, services);
  serveRemedyBodies(app, services);
}

function serveReading(app: HttpServer, { view, list, checks, takingIn }: DisclosureRequestsServices): void {
  serve(app, read.list, ({ actor, query }) => list.list(actor, query));
  serve(app, read.counts, ({ actor, query }) => list.counts(actor, query));
  serve(app, requestCheckRoutes.checks, ({ actor, query }) => checks.list(actor, query));
  serve(app, read.hotSpots, ({ actor, query }) => list.hotSpots(actor, query));
  serve(app, read.get, ({ actor, params }) => view.get(actor, params.id));
  serve(app, read.register, ({ actor, body, reply }) => {
    reply.header('cache-control', 'no-store');
    return takingIn.register(actor, body);
  });
}

function serveSteps(app: HttpServer, services: DisclosureRequestsServices): void {
  const { receipt, correction, consultation, extension, fee, communication } = services;
  const after = afterwards(services);
  serve(app, step.confirmReceipt, ({ actor, params: { id }, body }) =>
    after(actor, id, receipt.confirm(actor, id, body)),
  );
  serve(app, step.checkIdentity, ({ actor, params: { id }, body }) =>
    after(actor, id, receipt.checkIdentity(actor, id, body)),
  );
  serve(app, step.askCorrection, ({ actor, params: { id }, body }) =>
    after(actor, id, correction.ask(actor, id, body)),
  );
  serve(app, step.takeCorrection, ({ actor, params: { id }, body }) =>
    after(actor, id, correction.take(actor, id, body)),
  );
  serve(app, step.stopWaiting, ({ actor, params: { id }, body }) =>
    after(actor, id, correction.stopWaiting(actor, id, body.version)),
  );
  serve(app, step.consult, ({ actor, params: { id }, body }) =>
    after(actor, id, consultation.consult(actor, id, body)),
  );
  serve(app, step.endConsultation, ({ actor, params: { id }, body }) =>
    after(actor, id, consultation.end(actor, id, body)),
  );
  serve(app, step.proposeExtension, ({ actor, params: { id }, body }) =>
    after(actor, id, extension.propose(actor, id, body)),
  );
  serve(app, step.decideExtension, ({ actor, params: { id }, body }) =>
    after(actor, id, extension.decide(actor, id, body)),
  );
  serve(app, step.delay, ({ actor, params: { id }, body }) => after(actor, id, extension.delay(actor, id, body)));
  serve(app, step.noticeFee, ({ actor, params: { id }, body }) => after(actor, id, fee.notice(actor, id, body)));
  serve(app, step.takeFee, ({ actor, params: { id }, body }) => after(actor, id, fee.take(actor, id, body)));
  serve(app, step.contact, ({ actor, params: { id }, body }) =>
    after(actor, id, communication.logContact(actor, id, body)),
  );
  serve(app, step.confer, ({ actor, params: { id }, body }) => after(actor, id, communication.confer(actor, id, body)));
  serve(app, step.sort, ({ actor, params: { id }, body }) => after(actor, id, communication.sort(actor, id, body)));
}

function serveDecisions(app: HttpServer, services: DisclosureRequestsServices): void {
  const { decisions, delivery, conversion, reopening } = services;
  const after = afterwards(services);
  serve(app, decide.draft, ({ actor, params: { id }, body }) => after(actor, id, decisions.draft(actor, id, body)));
  serve(app, decide.submit, ({ actor, params: { id }, body }) => after(actor, id, decisions.submit(actor, id, body)));
  serve(app, decide.send, ({ actor, params: { id }, body }) => after(actor, id, decisions.send(actor, id, body)));
  serve(app, decide.deliver, ({ actor, params: { id }, body }) => after(actor, id, delivery.deliver(actor, id, body)));
  serve(app, decide.delivered, ({ actor, params: { id }, body }) =>
    after(actor, id, delivery.delivered(actor, id, body)),
  );
  serve(app, decide.decideConversion, ({ actor, params: { id }, body }) =>
    after(actor, id, conversion.decide(actor, id, body)),
  );
  serve(app, decide.archive, ({ actor, params: { id }, body }) => after(actor, id, delivery.archive(actor, id, body)));
  serve(app, decide.reopen, ({ actor, params: { id }, body }) => after(actor, id, reopening.reopen(actor, id, body)));
}

function serveRemedyBodies(app: HttpServer, { remedyBodies }: DisclosureRequestsServices): void {
  serve(app, bodies.list, ({ actor }) => remedyBodies.list(actor));
  serve(app, bodies.put, ({ actor, body }) => remedyBodies.put(actor, body));
  serve(app, bodies.drop, ({ actor, params, query }) => remedyBodies.drop(actor, params.scope, query.version));
}

function afterwards({ view }: DisclosureRequestsServices) {
  return async (actor: Actor, id: string, done: Promise<void>) => {
    await done;
    return view.afterwards(actor, id);
  };
}

function serve<R extends Route>(
  app: HttpServer,
  route: R,
  answer: (asked: Asked<R>) => ReturnType<Parameters<typeof serveRoute<R>>[3]>,
): void {
  serveRoute(app, '依申请公开', route, answer);
}
