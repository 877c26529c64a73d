import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalPart } from '../../portal/index.ts';
import type { AttachmentsService } from '../attachments/index.ts';
import type { CalendarService } from '../calendar/index.ts';
import type { LibraryServices } from '../library/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PublicationsServices } from '../publications/index.ts';
import type { LogService } from '../transparency/index.ts';
import { type FilingServices, filingPart } from './filing.part.ts';
import { type IntakeServices, intakePart } from './intake/index.ts';
import { exchange } from './migrations/exchange.ts';
import { intake } from './migrations/intake.ts';

export type { IntakeServices };

export const exchangeMigrations = [exchange, intake];

/** The modules below that the exchange reads from, and hands documents of other systems to. */
export interface ExchangeBelow {
  readonly calendar: CalendarService;
  readonly organisations: Organisations;
  readonly publications: PublicationsServices;
  readonly attachments: AttachmentsService;
  readonly library: LibraryServices;
  readonly log: LogService;
}

/** Filing with other installations and what comes from them (IX-1, IX-2, DOC-2..10). */
export function exchangeModule(
  platform: Platform,
  below: ExchangeBelow,
): Module & {
  readonly service: { readonly intake: IntakeServices; readonly filing: FilingServices };
  readonly portal: PortalPart;
} {
  const handedIn = intakePart({ platform, ...below });
  const filing = filingPart({ platform, ...below });
  return {
    name: 'exchange',
    migrations: exchangeMigrations,
    service: { intake: handedIn.service, filing: filing.service },
    routes: (app) => {
      handedIn.routes(app);
      filing.routes(app);
    },
    jobs: [...handedIn.jobs, ...filing.jobs],
    onEvent: followedBy(handedIn.onEvent, filing.onEvent),
    files: filing.files,
    portal: filing.portal,
  };
}

type Followers = NonNullable<Module['onEvent']>;

/** Both parts follow some of the same events. */
function followedBy(one: Followers, other: Followers): Followers {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    names.map((name) => [
      name,
      async (payload: Readonly<Record<string, unknown>>) => {
        await one[name]?.(payload);
        await other[name]?.(payload);
      },
    ]),
  );
}
