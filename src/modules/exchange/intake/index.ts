import type { Module } from '../../../platform/module.ts';
import { IntakeEraseService } from './erase.service.ts';
import { IntakeFolderService } from './folder/intake-folder.service.ts';
import { type IntakeServices, serveIntake, serveIntakeOffice } from './intake.api.ts';
import type { IntakeContext } from './intake.context.ts';
import { IntakeService } from './intake.service.ts';
import { IntakeLogService } from './intake-log.service.ts';
import { SourcesService } from './sources.service.ts';

export type { IntakeServices } from './intake.api.ts';

/** Documents of office systems: by interface and by folder (IX-3, DOC-1, DOC-3, DOC-4). */
export function intakePart(
  context: IntakeContext,
): Required<Pick<Module, 'routes' | 'jobs' | 'onEvent'>> & { readonly service: IntakeServices } {
  const sources = new SourcesService(context);
  const intake = new IntakeService(context);
  const erasing = new IntakeEraseService(context);
  const folder = new IntakeFolderService(context, { intake, sources });
  const service: IntakeServices = { intake, sources, log: new IntakeLogService(context), folder };
  return {
    service,
    routes: (app) => {
      serveIntake(app, service, context.platform.files);
      serveIntakeOffice(app, service);
    },
    jobs: [
      {
        name: 'exchange-intake-folder',
        every: '* * * * *',
        run: async (signal) => {
          await folder.run(signal);
        },
      },
    ],
    onEvent: {
      'publications.changed': async ({ what, publicationId }) => {
        if (what === 'erased') await erasing.forget(String(publicationId));
      },
    },
  };
}
