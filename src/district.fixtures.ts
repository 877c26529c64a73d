import { setTimeout as pause } from 'node:timers/promises';
import { type App, composeModules, createApp, type Modules, migrateApp, modulesInOrder } from './app.ts';
import { smallDistrict } from './modules/organisations/organisations.fixtures.ts';
import { deliverEvents } from './platform/change/deliver-events.ts';
import { csrfToken, SESSION_COOKIE } from './platform/http/csrf.ts';
import { openTestPlatform, type TestPlatform, type TestPlatformOptions } from './platform/platform.fixtures.ts';

/** Longer than a page goes on without asking whether it is still right. */
const PAGES_ASK_MS = 1_100;

/** The whole program of a small district: its site, its units, everything that people do there. */
export interface TestDistrict {
  readonly platform: TestPlatform;
  readonly modules: Modules;
  readonly app: App;
  readonly units: Awaited<ReturnType<typeof smallDistrict>>;
  /** A page as a visitor is shown it. */
  look(url: string): Promise<string>;
  /** Whatever follows from the changes so far has followed, and pages are made anew. */
  settled(): Promise<void>;
  /** Headers of somebody who has just signed in. */
  signedIn(personId: string): Promise<Record<string, string>>;
  close(): Promise<void>;
}

export async function openTestDistrict(options: TestPlatformOptions = {}): Promise<TestDistrict> {
  const platform = await openTestPlatform(options);
  const modules = composeModules(platform);
  await migrateApp(platform, modules);
  const units = await smallDistrict(modules.organisations.service);
  const app = await createApp(platform, modules);
  await app.server.ready();
  return {
    platform,
    modules,
    app,
    units,
    look: async (url) => (await app.server.inject({ url: encodeURI(url), headers: { accept: 'text/html' } })).body,
    settled: async () => {
      await deliverEvents(platform, modulesInOrder(modules), new AbortController().signal);
      await pause(PAGES_ASK_MS);
    },
    signedIn: async (personId) => {
      const { sessions } = modules.signIn.service;
      const token = await platform.changes.run({ type: 'system' }, (change) =>
        sessions.open(change, personId, 'oidc', 'test'),
      );
      return { cookie: `${SESSION_COOKIE}=${token}`, 'x-csrf-token': csrfToken(platform.secrets, token) };
    },
    close: async () => {
      await app.server.close();
      await platform.close();
    },
  };
}
