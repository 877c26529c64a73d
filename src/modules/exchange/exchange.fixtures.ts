import type { RawBuilder } from 'kysely';
import { type App, createApp, type Modules } from '../../app.ts';
import { openTestDistrict, takeIn } from '../../district.fixtures.ts';
import type { Actor } from '../../kernel/permissions.ts';
import type { Role } from '../../kernel/roles.ts';
import type { Database } from '../../platform/db/database.ts';
import type { TestPlatform } from '../../platform/platform.fixtures.ts';
import { addPerson as enrol, staff } from '../organisations/organisations.fixtures.ts';
import type { Content } from '../publications/index.ts';

/** One installation of the whole program, with its office and a unit that publishes. */
export interface Installation {
  readonly platform: TestPlatform;
  readonly modules: Modules;
  readonly office: Actor;
  readonly officer: Actor;
  readonly head: Actor;
  readonly strangersUnitId: string;
  readonly unitId: string;
  app: App;
  /** Address after `listen`. */
  origin: string;
  /** Listens, on the same port again after it was closed. */
  listen(): Promise<void>;
  stopListening(): Promise<void>;
  close(): Promise<void>;
}

export { policyContent } from '../../district.fixtures.ts';

export const SYSTEM: Actor = { type: 'system' };

export async function openInstallation(
  database: Database,
  options: { readonly smtp?: string } = {},
): Promise<Installation> {
  const { platform, modules, units, app } = await openTestDistrict({ database, ...options });
  const people = await staff(modules.organisations.service, {
    office: [units.office, 'office', '周宁', 'supervisor'],
    officer: [units.education, 'officer.jiaoyu', '李明', 'officer'],
    head: [units.education, 'head.jiaoyu', '王芳', 'head'],
  });
  const installation: Installation = {
    platform,
    modules,
    ...people,
    strangersUnitId: units.lakeside.id,
    unitId: units.education.id,
    app,
    origin: '',
    listen: async () => {
      const port = installation.origin ? Number(new URL(installation.origin).port) : 0;
      installation.origin = await installation.app.server.listen({ port, host: '127.0.0.1' });
    },
    stopListening: async () => {
      installation.app.server.server.closeAllConnections();
      await installation.app.server.close();
      installation.app = await createApp(platform, modules);
    },
    close: async () => {
      await modules.exchange.service.filing.sender.settled();
      await installation.app.server.close();
      await platform.close();
    },
  };
  return installation;
}

/** Each registers the other: the district files with the city. */
export async function introduce(
  district: Installation,
  city: Installation,
  more: { readonly logKey?: string | null } = {},
): Promise<void> {
  const there = await city.modules.exchange.service.filing.peers.list(city.office);
  const here = await district.modules.exchange.service.filing.peers.list(district.office);
  const common = { alarmHours: 24, isActive: true, logKey: null };
  await district.modules.exchange.service.filing.peers.create(district.office, {
    ...common,
    code: 'city',
    name: '市政务公开平台',
    direction: 'outgoing',
    baseUrl: city.origin,
    publicKey: there.own.publicKey,
  });
  await city.modules.exchange.service.filing.peers.create(city.office, {
    ...common,
    ...more,
    code: 'minghu',
    name: '明湖区',
    direction: 'incoming',
    baseUrl: 'https://openness.minghu.example',
    publicKey: here.own.publicKey,
  });
}

/** Public at once, as a library is taken in. @returns the permanent number */
export function adopt({ modules, unitId }: Installation, content: Content, kind = 'policyDocument') {
  return takeIn(modules, unitId, { content, files: content.attachments, kind });
}

/** Everything the register owes, filed. */
export async function fileAll({ modules }: Installation): Promise<void> {
  const { follower, sender } = modules.exchange.service.filing;
  await follower.catchUp({ whole: true });
  await sender.run();
}

export async function addPerson(
  { modules, strangersUnitId }: Installation,
  account: string,
  name: string,
  role: Role,
): Promise<Actor> {
  return (await enrol(modules.organisations.service, { id: strangersUnitId }, account, name, role)).actor;
}

/** What the office types when it ends something: the version it saw, and why. */
export async function ending({ modules, office }: Installation, id: string, reason: string) {
  return { version: (await modules.publications.service.view.get(office, id)).version, reason };
}

export async function rows<T>({ platform }: Installation, query: RawBuilder<unknown>): Promise<T[]> {
  return (await query.execute(platform.database.kysely)).rows as T[];
}

/** Both clocks go on together, as clocks do. */
export function passTime(milliseconds: number, ...installations: readonly Installation[]): void {
  for (const { platform } of installations) platform.clock.set(new Date(platform.clock.now().getTime() + milliseconds));
}

export function body(text: string): NonNullable<Content['body']> {
  return {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { id: 'p1' }, content: [{ type: 'text', text }] }],
  };
}
