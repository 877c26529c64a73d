import type { Platform } from '../../platform/platform.ts';
import type { AttachmentsService } from '../attachments/index.ts';
import type { LibraryServices } from '../library/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PublicationsServices } from '../publications/index.ts';
import { ContestsService } from './contests/contests.service.ts';
import { FiguresService } from './figures/figures.service.ts';
import { ThresholdsService } from './figures/thresholds.service.ts';
import { QuestionsService } from './questions/questions.service.ts';
import { RatingsService } from './ratings/ratings.service.ts';
import { CoachingFilesService } from './registers/coaching-files.service.ts';
import { PublicChoices } from './registers/public-choices.service.ts';
import { RecordExport } from './registers/record-export.service.ts';
import { RecordReader } from './registers/record-reader.service.ts';
import { RecordViews } from './registers/record-views.service.ts';
import { RecordsService } from './registers/records.service.ts';
import { PublicReprints } from './spread/public-reprints.service.ts';

export type InterpretationsServices = ReturnType<typeof interpretationsServices>;

/** Every service of this module, each handed what it needs. */
export function interpretationsServices(
  platform: Platform,
  below: {
    readonly organisations: Organisations;
    readonly attachments: AttachmentsService;
    readonly publications: Pick<PublicationsServices, 'open' | 'approvals'>;
    readonly library: LibraryServices;
  },
) {
  const { organisations, library } = below;
  const { open, approvals } = below.publications;
  const db = platform.database.kysely;
  const ratings = new RatingsService(platform, open);
  const thresholds = new ThresholdsService(platform);
  const views = new RecordViews(db, organisations, open);
  const reprints = new PublicReprints(db);
  return {
    ratings,
    thresholds,
    reprints,
    contests: new ContestsService(platform, open),
    records: new RecordsService(platform, organisations, views, new RecordReader(platform, open)),
    exports: new RecordExport(db, views),
    files: new CoachingFilesService(platform, below.attachments),
    choices: new PublicChoices(open, library.open),
    questions: new QuestionsService(platform, { organisations, open, thresholds }),
    figures: new FiguresService(platform, {
      organisations,
      thresholds,
      sources: { db, open, approvals, ratings },
    }),
    /** Part of the version of public pages. */
    dataVersion: async () => `${await ratings.dataVersion()}-${await reprints.dataVersion()}`,
  };
}
