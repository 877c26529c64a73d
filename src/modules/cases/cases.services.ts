import type { CasesContext } from './cases.context.ts';
import { lookUpKnown } from './cases.context.ts';
import { ClockReadingService } from './clocks/clock-reading.service.ts';
import { RecomputeService } from './clocks/recompute.service.ts';
import { FiguresService } from './figures/figures.service.ts';
import { CaseDesk } from './handling/case-desk.ts';
import { HandlingService } from './handling/handling.service.ts';
import { endQuestion, insertQuestion } from './handling/handling.store.ts';
import type { HeldCase } from './handling/held-case.ts';
import { MergingService } from './handling/merging.service.ts';
import { RoutingService } from './handling/routing.service.ts';
import { nameOf } from './history.store.ts';
import { CaseImportingService } from './importing/importing.service.ts';
import { CaseSourcesService } from './importing/sources.service.ts';
import { TableImportService } from './importing/table-import.service.ts';
import { kindView } from './kinds/kind-view.ts';
import { LookUpService } from './look-up/look-up.service.ts';
import { ReceivingService } from './receiving/receiving.service.ts';
import { RepliesService } from './replies/replies.service.ts';
import { ReviewRulesService } from './replies/review-rules.service.ts';
import { ApplicantsService } from './sealing/applicants.service.ts';
import { RecusalsService } from './seeing/recusals.service.ts';
import { SenderMail } from './telling/sender-mail.service.ts';
import { CaseFilesService } from './viewing/case-files.service.ts';
import { CaseListService } from './viewing/case-list.service.ts';
import { CaseViewService } from './viewing/case-view.service.ts';
import { type QuestionsQuery, questionsOf, questionsSince, standingsOf } from './viewing/questions.store.ts';
import { WarningsService } from './warnings/warnings.service.ts';

export type CasesServices = ReturnType<typeof casesServices>;

/** Every service of this module, each handed what it needs. */
export function casesServices(context: CasesContext) {
  const desk = new CaseDesk(context);
  const applicants = new ApplicantsService(desk);
  const mail = new SenderMail(context, applicants);
  const receiving = new ReceivingService(context, mail);
  const list = new CaseListService(context);
  const views = new CaseViewService(desk);
  const figures = new FiguresService(context);
  const importing = new CaseImportingService(context);
  return {
    context,
    desk,
    clocks: new ClockReadingService(context),
    asking: {
      ask: ({ change, row }: HeldCase, text: string) =>
        insertQuestion(change.tx, { caseId: row.id, text, byName: nameOf(change.actor), at: change.at }),
      end: ({ change, row }: HeldCase, answer: string | null) => endQuestion(change.tx, row.id, change.at, answer),
    },
    kinds: context.kinds,
    forms: { token: (shownAgain?: string) => receiving.formToken(shownAgain) },
    receiving,
    lookUp: new LookUpService(context),
    view: {
      get: views.get.bind(views),
      afterwards: views.afterwards.bind(views),
      readable: list.readable.bind(list),
      reach: list.reach.bind(list),
      list: list.list.bind(list),
      load: figures.load.bind(figures),
      kinds: async () => {
        const known = await lookUpKnown(context);
        return context.kinds.all.map((kind) => kindView(kind, known));
      },
      units: async () => (await lookUpKnown(context)).units.receiving(),
    },
    questions: {
      since: (query: QuestionsQuery) => {
        const kinds = openKinds(context).filter((kind) => query.kinds.includes(kind));
        return questionsSince(context.platform.database.kysely, { ...query, kinds });
      },
      of: (ids: readonly string[]) => questionsOf(context.platform.database.kysely, { ids, kinds: openKinds(context) }),
      standings: (ids: readonly string[]) =>
        standingsOf(context.platform.database.kysely, { ids, kinds: openKinds(context) }),
    },
    figures,
    applicants,
    attachments: new CaseFilesService(desk),
    routing: new RoutingService(desk),
    handling: new HandlingService(desk),
    merging: new MergingService(desk),
    replies: new RepliesService(desk),
    recusals: new RecusalsService(desk),
    reviewRules: new ReviewRulesService(context),
    warnings: new WarningsService(context),
    recompute: new RecomputeService(context),
    mail,
    sources: new CaseSourcesService(context),
    importing,
    tables: new TableImportService(context, importing),
  };
}

/** Kinds whose words the whole unit reads; letters for few are no question that is asked often. */
function openKinds({ kinds }: CasesContext): readonly string[] {
  return kinds.all.filter((kind) => kind.readBy !== 'named').map((kind) => kind.code);
}
