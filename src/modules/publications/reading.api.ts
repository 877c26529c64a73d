import type { FileStore } from '../../platform/files/file-store.ts';
import { sendFile } from '../../platform/http/send-file.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import { LEGAL_BASES } from './determinations/legal-basis.ts';
import { kindView } from './kinds/kind-view.ts';
import { readingRoutes as route } from './publication-routes.contract.ts';
import type { PublicationsServices } from './publications.services.ts';
import { ruleRoutes } from './reviews/rule-routes.contract.ts';
import { serve } from './serve-publications.api.ts';

export function serveReading(app: HttpServer, services: PublicationsServices, files: FileStore): void {
  const { list, view, kinds, determinations, uploads, rules, reviewers, endingEffects } = services;
  serve(app, route.kinds, async () => kinds.all.map(kindView));
  serve(app, route.legalBases, async () =>
    LEGAL_BASES.map((basis) => ({ ...basis, attributes: [...basis.attributes] })),
  );
  serve(app, route.list, ({ actor, query }) => list.list(actor, query));
  serve(app, route.figures, ({ actor, query }) => list.figures(actor, query));
  serve(app, route.alarms, ({ actor }) => list.alarms(actor));
  serve(app, route.get, ({ actor, params }) => view.get(actor, params.id));
  serve(app, route.versions, ({ actor, params }) => view.versions(actor, params.id));
  serve(app, route.getVersion, ({ actor, params }) => view.version(actor, params.id, params.versionId));
  serve(app, route.difference, ({ actor, params, query }) => view.difference(actor, params.id, query));
  serve(app, route.history, ({ actor, params }) => view.history(actor, params.id));
  serve(app, route.endingEffects, ({ actor, params }) => endingEffects.list(actor, params.id));
  serve(app, route.determinations, ({ actor, params }) => determinations.list(actor, params.id));
  serve(app, route.attachment, async ({ actor, params, reply }) => {
    const file = await uploads.find(actor, params.id, params.sha256);
    reply.header('cache-control', 'no-store');
    return sendFile(reply, files, { hash: file.sha256, name: file.name, mediaType: file.media_type }, 'inline');
  });
  serve(app, ruleRoutes.reviewRules, () => rules.list());
  serve(app, ruleRoutes.reviewers, ({ query }) => reviewers.ofRule(query));
  serve(app, ruleRoutes.setReviewRule, ({ actor, body }) => rules.set(actor, body));
  serve(app, ruleRoutes.issuerCodes, () => rules.issuerCodes());
  serve(app, ruleRoutes.setIssuerCodes, ({ actor, body }) => rules.setIssuerCodes(actor, body.codes));
  serve(app, ruleRoutes.addIssuerCode, ({ actor, body }) => rules.addIssuerCode(actor, body));
  serve(app, ruleRoutes.removeIssuerCode, ({ actor, body }) => rules.removeIssuerCode(actor, body));
}
