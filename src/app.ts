import { join } from 'node:path';
import { annualReportsModule } from './modules/annual-reports/index.ts';
import { attachmentsModule } from './modules/attachments/index.ts';
import { calendarModule } from './modules/calendar/index.ts';
import { casesModule } from './modules/cases/index.ts';
import { complaintsModule } from './modules/complaints/index.ts';
import { disclosureRequestsModule } from './modules/disclosure-requests/index.ts';
import { exchangeModule } from './modules/exchange/index.ts';
import { interpretationsModule } from './modules/interpretations/index.ts';
import { knowledgeModule } from './modules/knowledge/index.ts';
import { libraryModule } from './modules/library/index.ts';
import { messagesModule } from './modules/messages/index.ts';
import { organisationsModule } from './modules/organisations/index.ts';
import { planAddresses, plansModule } from './modules/plans/index.ts';
import { publicationsModule } from './modules/publications/index.ts';
import { searchModule } from './modules/search/index.ts';
import { signInModule } from './modules/sign-in/index.ts';
import { transparencyModule } from './modules/transparency/index.ts';
import { migrate } from './platform/db/migrate.ts';
import { fileKeepingModule } from './platform/files/file-keeping.ts';
import { serveApplication } from './platform/http/application.ts';
import { createServer, type HttpServer, type RegisteredRoute } from './platform/http/server.ts';
import { platformMigrations } from './platform/migrations.ts';
import type { Module } from './platform/module.ts';
import type { Platform } from './platform/platform.ts';
import { Portal, readSite } from './portal/index.ts';

/** Where the bundler leaves the workbench, seen from the compiled `dist/src/app.js`. */
const WORKBENCH_FOLDER = join(import.meta.dirname, '..', 'workbench');

export interface App {
  readonly server: HttpServer;
  /** Every route with what it demands, for the authorisation matrix. */
  readonly routes: readonly RegisteredRoute[];
  readonly modules: Modules;
}

export type Modules = ReturnType<typeof composeModules>;

/** Every business, lower ones first; each gets the services of those below it and nothing else. */
export function composeModules(platform: Platform) {
  const calendar = calendarModule(platform);
  const organisations = organisationsModule(platform);
  const signIn = signInModule(platform, organisations.service);
  const transparency = transparencyModule(platform);
  const attachments = attachmentsModule(platform);
  const publications = publicationsModule(platform, {
    organisations: organisations.service,
    calendar: calendar.service,
    log: transparency.service,
    attachments: attachments.service,
  });
  transparency.titles.register((numbers) => publications.service.open.titles(numbers));
  const cases = casesModule(platform, {
    organisations: organisations.service,
    calendar: calendar.service,
    attachments: attachments.service,
  });
  const library = libraryModule(platform, {
    organisations: organisations.service,
    publications: publications.service,
  });
  const interpretations = interpretationsModule(platform, {
    organisations: organisations.service,
    attachments: attachments.service,
    publications: publications.service,
    library: library.service,
  });
  const messages = messagesModule(platform, {
    organisations: organisations.service,
    publications: publications.service,
    library: library.service,
    cases: cases.service,
  });
  const disclosureRequests = disclosureRequestsModule(platform, {
    organisations: organisations.service,
    publications: publications.service,
    library: library.service,
    cases: cases.service,
    attachments: attachments.service,
  });
  const complaints = complaintsModule(platform, { organisations: organisations.service, cases: cases.service });
  const search = searchModule(platform, {
    organisations: organisations.service,
    publications: publications.service,
    library: library.service,
  });
  const knowledge = knowledgeModule(platform, {
    organisations: organisations.service,
    calendar: calendar.service,
    publications: publications.service,
    library: library.service,
    cases: cases.service,
    search: search.service,
  });
  disclosureRequests.service.alreadyPublic.findBy(
    async (text, limit) => (await search.service.search.relevant(text, limit)).numbers,
  );
  const exchange = exchangeModule(platform, {
    calendar: calendar.service,
    organisations: organisations.service,
    publications: publications.service,
    attachments: attachments.service,
    library: library.service,
    log: transparency.service,
  });
  const plans = plansModule(platform, { organisations: organisations.service, calendar: calendar.service });
  const annualReports = annualReportsModule(platform, {
    organisations: organisations.service,
    publications: publications.service,
    library: library.service,
    requests: disclosureRequests.service.facts,
    plans: plans.service,
  });
  // Neither knows the library, which lies beside the one and above the other.
  library.service.sitemapShares.register(async () =>
    ['/log', ...(await planAddresses(plans.service.open))].map((path) => ({ path, changedAt: null })),
  );
  const businesses = {
    calendar,
    organisations,
    signIn,
    transparency,
    attachments,
    publications,
    cases,
    library,
    interpretations,
    messages,
    disclosureRequests,
    complaints,
    search,
    knowledge,
    exchange,
    plans,
    annualReports,
  };
  return { ...businesses, files: fileKeepingModule(platform, Object.values(businesses)) };
}

export function modulesInOrder(modules: Modules): readonly Module[] {
  return Object.values(modules);
}

/** Brings the database's schema up to what this program needs. @returns names of the steps taken */
export function migrateApp(platform: Platform, modules: Modules): Promise<readonly string[]> {
  const steps = modulesInOrder(modules).flatMap((module) => module.migrations);
  return migrate(platform.database, [...platformMigrations, ...steps]);
}

/** The whole web server, not yet listening. The database must be migrated. */
export async function createApp(platform: Platform, modules = composeModules(platform)): Promise<App> {
  const portal = new Portal({
    site: await readSite(platform.config.dataFolder),
    clock: platform.clock,
    dataVersion: () => publicVersion(modules),
    parts: [
      modules.library.portal,
      modules.interpretations.portal,
      modules.messages.portal,
      modules.disclosureRequests.portal,
      modules.complaints.portal,
      modules.plans.portal,
      modules.search.portal,
      modules.knowledge.portal,
      modules.exchange.portal,
      modules.transparency.portal,
    ],
    sitemap: `${modules.library.service.origin}/sitemap.xml`,
  });
  const { app, routes } = await createServer({
    platform,
    identify: (request) => modules.signIn.service.identify(request),
    errorPage: portal.errorPage,
    warnings: () => modules.transparency.service.warnings(),
  });
  for (const module of modulesInOrder(modules)) module.routes?.(app);
  portal.routes(app);
  await serveApplication(app, {
    prefix: '/workbench',
    folder: WORKBENCH_FOLDER,
    access: { kind: 'portal', action: 'read' },
  });
  return { server: app, routes, modules };
}

/** Changes whenever anything changes that a public page may show. */
async function publicVersion({
  plans,
  publications,
  library,
  interpretations,
  messages,
  search,
  exchange,
}: Modules): Promise<string> {
  const versions = await Promise.all([
    plans.service.open.dataVersion(),
    publications.service.open.dataVersion(),
    library.service.terms.dataVersion(),
    interpretations.service.dataVersion(),
    messages.service.dataVersion(),
    search.service.follower.dataVersion(),
    search.service.office.dataVersion(),
    exchange.service.filing.city.dataVersion(),
  ]);
  return versions.join(' ');
}
