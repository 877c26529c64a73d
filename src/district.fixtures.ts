import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type App, composeModules, createApp, type Modules, migrateApp, modulesInOrder } from './app.ts';
import { smallDistrict } from './modules/organisations/organisations.fixtures.ts';
import { type AttachmentRef, type Content, PublicationContent } from './modules/publications/index.ts';
import { body } from './modules/publications/publications.fixtures.ts';
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
  /** A small text file in the store, for a document to name. */
  store(text: string, name?: string): Promise<AttachmentRef>;
  /** A document of 区教育局, public at once, as an existing library is taken in. */
  takeIn(content: Content, files?: readonly AttachmentRef[]): Promise<{ id: string; number: number }>;
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
    store: async (text, name = '附件.txt') => {
      const { hash, size } = await platform.files.put(Readable.from([Buffer.from(text)]), { maxBytes: 10_000 });
      return { sha256: hash, size, name, mediaType: 'text/plain' };
    },
    takeIn: (content, files = []) => takeIn(modules, units.education.id, { content, files }),
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

/** Public at once, as a library is taken in. @param unitId of the unit whose document it is */
export async function takeIn(
  modules: Modules,
  unitId: string,
  given: { readonly content: Content; readonly files: readonly AttachmentRef[]; readonly kind?: string },
): Promise<{ id: string; number: number }> {
  const { id, number, reasons } = await modules.publications.service.adopting.adopt(
    { type: 'system' },
    {
      kind: 'policyDocument',
      unitId,
      ...given,
      determination: { attribute: 'proactive', manner: 'open', legalBasis: 'cat20.1', reason: '应当主动公开' },
      from: '原网站',
      publishedAt: new Date('2026-02-02T10:00:00+08:00'),
    },
  );
  if (number === null) throw new Error(reasons.map(({ message }) => message).join('; '));
  return { id, number };
}

let serial = 0;

/** A policy document with everything its kind asks for; every one has a number of its own. */
export function policyContent(
  more: { title?: string; fields?: object; text?: string; [part: string]: unknown } = {},
): Content {
  serial += 1;
  const { title = `明湖区教育局关于第${serial}项工作的通知`, fields, text = '免试就近入学。', ...rest } = more;
  return PublicationContent.parse({
    title,
    fields: {
      documentNumber: `明教〔2026〕${serial}号`,
      indexNumber: `MH0001/2026-${String(serial).padStart(5, '0')}`,
      issuer: '明湖区教育局',
      issuedOn: '2026-02-01',
      documentType: '通知',
      interpretation: 'earlier',
      normative: false,
      topic: '教育',
      tags: ['入学'],
      audiences: ['学生家长'],
      summary: '入学工作的安排。',
      ...fields,
    },
    body: body(text),
    ...rest,
  });
}
