import { serveRoute as serve } from '../../../platform/http/serve-route.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { officeWordRoutes } from './office-words.contract.ts';
import type { OfficeWordsService } from './office-words.service.ts';

const TAG = '智能检索';

export function serveOfficeWords(app: HttpServer, words: OfficeWordsService): void {
  serve(app, TAG, officeWordRoutes.synonyms, async () => ({ items: await words.synonyms() }));
  serve(app, TAG, officeWordRoutes.addSynonyms, ({ actor, body }) => words.addSynonyms(actor, body));
  serve(app, TAG, officeWordRoutes.editSynonyms, ({ actor, params, body }) =>
    words.editSynonyms(actor, params.id, body),
  );
  serve(app, TAG, officeWordRoutes.removeSynonyms, ({ actor, params }) => words.removeSynonyms(actor, params.id));
  serve(app, TAG, officeWordRoutes.bestAnswers, async () => ({ items: await words.bestAnswers() }));
  serve(app, TAG, officeWordRoutes.addBestAnswer, ({ actor, body }) => words.addBestAnswer(actor, body));
  serve(app, TAG, officeWordRoutes.removeBestAnswer, ({ actor, params }) => words.removeBestAnswer(actor, params.id));
  serve(app, TAG, officeWordRoutes.queries, ({ query }) => words.queries(query));
  serve(app, TAG, officeWordRoutes.settleQuery, ({ actor, body }) => words.settle(actor, body.query));
}
