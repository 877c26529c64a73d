import { PERMISSION_TABLE } from '../../kernel/permission-table.ts';
import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { AttachmentsService } from '../attachments/index.ts';
import type { CalendarService } from '../calendar/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { LogService } from '../transparency/index.ts';
import { serveDrafting, servePublishing } from './acting.api.ts';
import { serveArchiving } from './archiving/archiving.api.ts';
import { heldByPublications } from './content/held-files.store.ts';
import { serveImporting } from './importing/importing.api.ts';
import { KindRegister } from './kinds/kind-register.ts';
import { publicationsMigrations } from './migrations/index.ts';
import { publicationsOpenWork } from './open-work.ts';
import { serveDocuments } from './public/documents.api.ts';
import { type PublicationsServices, publicationsServices } from './publications.services.ts';
import { serveReading } from './reading.api.ts';
import { checkVersionMoves } from './versions/version-state.ts';

export type { AttachmentRef, Content, FieldValue, Relation } from './content/content.contract.ts';
export { Content as PublicationContent } from './content/content.contract.ts';
export type { InspectedFile } from './content/inspected-file.service.ts';
export { ownReasons } from './element-checks/own-reasons.ts';
export { type ReceivedForm, receivedFaults } from './filing/received-form.ts';
export type { OpenForm, OpenLife, RegisterEntry, RegisterHead } from './filing/register-entry.ts';
export type {
  Choice,
  ColumnRule,
  ElementCheck,
  FieldCondition,
  FieldDefinition,
  FieldType,
  OwnFault,
  OwnRule,
  PublicationKind,
  RelationDefinition,
  ReviewStep,
  RuledContent,
  TogetherRule,
} from './kinds/publication-kind.ts';
export type {
  FrozenRelation,
  OpenEvent,
  OpenFile,
  OpenItem,
  OpenItemSummary,
  OpenItemsFilter,
  OpenItemsQuery,
  OpenPublications,
  OpenRecord,
  OpenRelation,
  OpenStatus,
  OpenVersion,
} from './public/open-publications.ts';
export {
  ATTRIBUTE_LABELS,
  ATTRIBUTES,
  CHANGE_KINDS,
  DETERMINATION_OCCASIONS,
  MANNERS,
  PUBLIC_EVENTS,
} from './publication-words.ts';
export type { PublicationsServices } from './publications.services.ts';
export type { AdoptInput, AdoptResult } from './publishing/adopting.service.ts';
export type { ReceivedDocument, Standing } from './receiving/receiving.service.ts';
export { publicationsMigrations };

/** The one door through which anything becomes public (DOC-1, REV-1..12). Kinds are registered by the modules above before the start. */
export function publicationsModule(
  platform: Platform,
  below: {
    readonly organisations: Organisations;
    readonly calendar: CalendarService;
    readonly log: LogService;
    readonly attachments: AttachmentsService;
  },
): Module & { readonly service: PublicationsServices } {
  checkVersionMoves(PERMISSION_TABLE);
  const service = publicationsServices({ platform, ...below, kinds: new KindRegister() });
  below.organisations.openWork.register(publicationsOpenWork(below.organisations));
  return {
    name: 'publications',
    migrations: publicationsMigrations,
    service,
    files: { held: heldByPublications },
    routes: (app) => {
      serveReading(app, service, platform.files);
      serveDrafting(app, service, platform.files);
      servePublishing(app, service);
      serveImporting(app, service.importing, service.uploads, platform.files);
      serveArchiving(app, service.archiving);
      serveDocuments(app, service.open, platform.files);
    },
    jobs: [
      {
        // Every minute: what is scheduled appears at its minute.
        name: 'publications-scheduled',
        every: '* * * * *',
        run: (signal) => service.scheduled.run(signal),
      },
      {
        name: 'publications-notices',
        every: '30 8 * * *',
        run: async (signal) => void (await service.notices.mailDue(signal)),
      },
      { name: 'publications-uploads', every: '5 4 * * *', run: (signal) => service.abandonedUploads.run(signal) },
    ],
  };
}
