import { serveRoute as serve } from '../../../platform/http/serve-route.ts';
import type { HttpServer } from '../../../platform/http/server.ts';
import { questionRoutes } from '../questions/questions.contract.ts';
import type { QuestionsService } from '../questions/questions.service.ts';
import { figureRoutes as routes } from './figures.contract.ts';
import type { FiguresService } from './figures.service.ts';
import type { ThresholdsService } from './thresholds.service.ts';

const TAG = '政策解读';

export function serveFigures(
  app: HttpServer,
  {
    figures,
    thresholds,
    questions,
  }: {
    readonly figures: FiguresService;
    readonly thresholds: ThresholdsService;
    readonly questions: QuestionsService;
  },
): void {
  serve(app, TAG, routes.figures, ({ actor, query }) => figures.figures(actor, query.year));
  serve(app, TAG, routes.records, ({ actor, query }) => figures.records(actor, query));
  serve(app, TAG, routes.export, async ({ actor, query, reply }) => {
    const file = await figures.export(actor, query.year);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`解读工作${query.year}.csv`)}`)
      .send(file);
  });
  serve(app, TAG, routes.thresholds, async () => ({ items: await thresholds.list() }));
  serve(app, TAG, routes.setThreshold, ({ actor, params, body }) => thresholds.set(actor, params.id, body));
  serve(app, TAG, questionRoutes.standings, ({ actor, query }) => questions.standings(actor, query));
  serve(app, TAG, questionRoutes.answer, ({ actor, body }) => questions.answer(actor, body));
}
