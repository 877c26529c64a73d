import type { FileHolder } from '../../platform/files/file-holder.ts';
import type { HttpServer } from '../../platform/http/server.ts';
import type { Job } from '../../platform/jobs/job.ts';
import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PortalPart } from '../../portal/index.ts';
import type { CalendarService } from '../calendar/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { PublicationsServices } from '../publications/index.ts';
import type { LogService } from '../transparency/index.ts';
import { ExchangeKeyFile } from './message/exchange-key.ts';
import { DeliveriesService } from './office/deliveries.service.ts';
import { serveExchangeOffice } from './office/exchange.api.ts';
import { tellLate } from './office/late-alarm.ts';
import { servePeers } from './peers/peers.api.ts';
import { PEERS_CHANGED, PeersService } from './peers/peers.service.ts';
import { forgetNonces } from './peers/peers.store.ts';
import { serveCityFiles } from './public/city-files.api.ts';
import { cityLibraryPortal } from './public/city-library.portal.tsx';
import { CityLibrary } from './public/city-library.service.ts';
import { serveFilings } from './receiving/filings.api.ts';
import { filesHeld } from './receiving/received.store.ts';
import { ReceiverService } from './receiving/receiver.service.ts';
import { RequestGate } from './receiving/request-gate.ts';
import { ReconciliationsService } from './reconciling/reconciliations.service.ts';
import { ExchangeClient } from './sending/exchange-client.ts';
import { RegisterFollower } from './sending/register-follower.ts';
import { SenderService } from './sending/sender.service.ts';

export interface FilingServices {
  readonly peers: PeersService;
  readonly follower: RegisterFollower;
  readonly sender: SenderService;
  readonly receiver: ReceiverService;
  readonly deliveries: DeliveriesService;
  readonly reconciliations: ReconciliationsService;
  readonly city: CityLibrary;
}

export interface FilingPart {
  readonly service: FilingServices;
  routes(app: HttpServer): void;
  readonly jobs: readonly Job[];
  readonly onEvent: NonNullable<Module['onEvent']>;
  readonly files: FileHolder;
  readonly portal: PortalPart;
}

interface Below {
  readonly platform: Platform;
  readonly organisations: Organisations;
  readonly calendar: CalendarService;
  readonly publications: PublicationsServices;
  readonly log: LogService;
}

/** Filing with other installations, both ways (IX-1, IX-2). */
export function filingPart({ platform, organisations, calendar, publications, log }: Below): FilingPart {
  // Beside the log's key, for the same reason: whoever has the database must not be able to sign.
  const key = new ExchangeKeyFile(platform.config.logFolder);
  const peers = new PeersService(platform, key, log);
  const client = new ExchangeClient(platform, key);
  const follower = new RegisterFollower(platform, { register: publications.register, organisations, peers });
  const sender = new SenderService(platform, { open: publications.open, log, peers, follower, client, key });
  const receiver = new ReceiverService(platform, { kinds: publications.kinds, calendar, key });
  const { register } = publications;
  const deliveries = new DeliveriesService(platform, { register, peers, follower, sender });
  const reconciliations = new ReconciliationsService(platform, { register, peers, follower, sender, client });
  const city = new CityLibrary(platform.database, publications.kinds);
  const gate = new RequestGate(platform, peers, key);
  const changed = async (payload: Readonly<Record<string, unknown>>) => {
    if ((await peers.active('outgoing')).length === 0) return;
    await follower.look([String(payload.publicationId)]);
    // What is owed stands in the database now; the sending itself waits for nobody, and nobody for it (DOC-5).
    sender.kick();
  };
  return {
    service: { peers, follower, sender, receiver, deliveries, reconciliations, city },
    portal: cityLibraryPortal(city),
    routes: (app) => {
      servePeers(app, peers);
      serveExchangeOffice(app, { deliveries, reconciliations });
      serveCityFiles(app, city, platform.files);
      serveFilings(app, platform, { receiver, gate, key });
    },
    jobs: [
      {
        name: 'exchange-file',
        every: '* * * * *',
        run: async (signal) => {
          await follower.catchUp({ signal });
          await sender.run(signal);
        },
      },
      {
        name: 'exchange-forget-nonces',
        every: '*/10 * * * *',
        run: () => forgetNonces(platform.database.kysely, platform.clock.now()),
      },
      { name: 'exchange-late', every: '*/10 * * * *', run: (signal) => tellLate(platform, organisations, signal) },
      // Every night, but only the month's first one that succeeds counts (DOC-10).
      { name: 'exchange-reconcile', every: '30 4 * * *', run: (signal) => reconciliations.reconcileMonth(signal) },
    ],
    onEvent: {
      'publications.changed': changed,
      'publications.determined': changed,
      [PEERS_CHANGED]: async () => {
        await follower.catchUp({ whole: true });
        sender.kick();
      },
    },
    files: { held: (db, hashes) => filesHeld(db, hashes) },
  };
}
