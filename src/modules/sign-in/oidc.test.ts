import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/permissions.ts';
import { openTestPlatform, type TestPlatform } from '../../platform/platform.fixtures.ts';
import { organisationsMigrations, type Person } from '../organisations/index.ts';
import { addPerson, smallDistrict } from '../organisations/organisations.fixtures.ts';
import { signInMigrations } from './index.ts';
import { CLIENT, openProvider, type TestProvider } from './oidc-provider.fixtures.ts';
import { openSite, TestBrowser, type TestSite } from './sign-in.fixtures.ts';

const ORIGIN = 'http://localhost:8080';
const PASSWORD = 'Chengjiang-2026';

let provider: TestProvider;
let platform: TestPlatform;
let site: TestSite;
let admin: { person: Person; actor: Actor };
let officer: { person: Person; actor: Actor };
let boss: TestBrowser;

beforeAll(async () => {
  provider = await openProvider(`${ORIGIN}/api/session/oidc/callback`);
  platform = await openTestPlatform({
    migrations: [...organisationsMigrations, ...signInMigrations],
    now: new Date(),
    env: {
      MINGCHUANG_OIDC_ISSUER: provider.issuer,
      MINGCHUANG_OIDC_CLIENT_ID: CLIENT.id,
      MINGCHUANG_OIDC_CLIENT_SECRET: CLIENT.secret,
    },
  });
  site = await openSite(platform);
  const district = await smallDistrict(site.organisations);
  admin = await addPerson(site.organisations, district.office, 'admin', '高原', 'administrator');
  officer = await addPerson(site.organisations, district.education, 'linxiao', '林晓', 'officer');
  for (const { person } of [admin, officer]) {
    await site.signIn.passwords.set(person.id, PASSWORD, { mustChange: false });
  }
  boss = new TestBrowser(site.server);
});
beforeEach(async () => {
  await boss.signIn('admin', PASSWORD);
});
afterAll(async () => {
  await provider.close();
  await platform.close();
});

/** From our button to the provider, through its pages, and back. */
async function throughProvider(browser: TestBrowser, subject: string, returnTo = '/workbench/') {
  const start = await browser.send('GET', `/api/session/oidc?returnTo=${encodeURIComponent(returnTo)}`);
  expect(start.statusCode).toBe(302);
  const back = await provider.signInAs(subject, start.headers.location ?? '');
  return browser.send('GET', back.pathname + back.search);
}

describe('a person whom the provider vouches for', () => {
  it('is nobody of ours until an administrator says who, whatever name the provider tells', async () => {
    const browser = new TestBrowser(site.server);
    expect((await throughProvider(browser, 'linxiao')).json()).toMatchObject({ code: 'oidc-unlinked' });
    expect(browser.isSignedIn).toBe(false);

    const { items } = (await boss.send('GET', '/api/unlinked-identities')).json();
    expect(items).toMatchObject([{ issuer: provider.issuer, subject: 'linxiao', label: '名为 linxiao' }]);
    const link = { unlinkedId: items[0].id };
    expect((await boss.send('PUT', `/api/people/${officer.person.id}/identity`, link)).statusCode).toBe(204);
    expect((await boss.send('GET', '/api/unlinked-identities')).json().items).toEqual([]);

    const answer = await throughProvider(browser, 'linxiao', '/workbench/tasks?year=2026');
    expect(answer).toMatchObject({ statusCode: 302, headers: { location: '/workbench/tasks?year=2026' } });
    expect((await browser.readSession()).person.id).toBe(officer.person.id);
  });

  it('adds the identity to the own account when signed in', async () => {
    expect((await boss.send('GET', '/api/session/identities')).json().items).toEqual([]);
    const { location } = (await boss.send('POST', '/api/session/identities')).json();
    const back = await provider.signInAs('gaoyuan', location);
    expect((await boss.send('GET', back.pathname + back.search)).headers.location).toBe('/workbench/account');
    expect((await boss.send('GET', '/api/session/identities')).json().items).toMatchObject([{ subject: 'gaoyuan' }]);

    const browser = new TestBrowser(site.server);
    await throughProvider(browser, 'gaoyuan');
    expect((await browser.readSession()).person.id).toBe(admin.person.id);
  });

  it('cannot take an identity that is somebody else’s', async () => {
    const browser = new TestBrowser(site.server);
    await browser.signIn('linxiao', PASSWORD);
    const { location } = (await browser.send('POST', '/api/session/identities')).json();
    const back = await provider.signInAs('gaoyuan', location);
    expect((await browser.send('GET', back.pathname + back.search)).json()).toMatchObject({ code: 'oidc-taken' });
  });
});

describe('an answer', () => {
  it('is refused in another browser, twice, and late', async () => {
    const victim = new TestBrowser(site.server);
    const attacker = new TestBrowser(site.server);
    const start = await attacker.send('GET', '/api/session/oidc');
    const back = await provider.signInAs('linxiao', start.headers.location ?? '');
    expect((await victim.send('GET', back.pathname + back.search)).json()).toMatchObject({ code: 'oidc-refused' });
    expect((await attacker.send('GET', back.pathname + back.search)).json()).toMatchObject({ code: 'oidc-refused' });

    const late = await attacker.send('GET', '/api/session/oidc');
    const lateBack = await provider.signInAs('linxiao', late.headers.location ?? '');
    platform.clock.set(new Date(platform.clock.now().getTime() + 11 * 60_000));
    expect((await attacker.send('GET', lateBack.pathname + lateBack.search)).statusCode).toBe(401);
    expect(attacker.isSignedIn).toBe(false);
  });

  it('is refused when the code was made for another challenge', async () => {
    const browser = new TestBrowser(site.server);
    const start = await browser.send('GET', '/api/session/oidc');
    const url = new URL(start.headers.location ?? '');
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    url.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    const back = await provider.signInAs('linxiao', url.href);
    expect((await browser.send('GET', back.pathname + back.search)).statusCode).toBe(401);
    expect(browser.isSignedIn).toBe(false);
  });

  it('leads nowhere but into the workbench', async () => {
    for (const elsewhere of ['https://example.org/', '//example.org', '/workbench//example.org', '/workbench/\\x']) {
      const answer = await throughProvider(new TestBrowser(site.server), 'linxiao', elsewhere);
      expect(answer.headers.location).toBe('/workbench/');
    }
  });
});

it('lets nobody in whose identity was taken away or who left', async () => {
  const browser = new TestBrowser(site.server);
  await throughProvider(browser, 'linxiao');
  platform.clock.set(new Date(platform.clock.now().getTime() + 1000));
  await boss.send('DELETE', `/api/people/${officer.person.id}/identity`);
  expect((await browser.send('GET', '/api/session')).statusCode).toBe(401);
  expect((await throughProvider(browser, 'linxiao')).statusCode).toBe(403);
});

it('offers the way only when it is configured, and says so when the provider is down', async () => {
  expect((await boss.send('GET', '/api/session/ways')).json()).toEqual({
    password: true,
    oidc: { label: '使用统一身份认证登录' },
  });
  const without = await openTestPlatform({ migrations: [...organisationsMigrations, ...signInMigrations] });
  const plain = new TestBrowser((await openSite(without)).server);
  expect((await plain.send('GET', '/api/session/ways')).json()).toEqual({ password: true, oidc: null });
  expect((await plain.send('GET', '/api/session/oidc')).json()).toMatchObject({ code: 'oidc-not-configured' });
  await without.close();

  const down = await openTestPlatform({
    migrations: [...organisationsMigrations, ...signInMigrations],
    env: {
      MINGCHUANG_OIDC_ISSUER: 'http://127.0.0.1:9',
      MINGCHUANG_OIDC_CLIENT_ID: 'x',
      MINGCHUANG_OIDC_CLIENT_SECRET: 'y',
    },
  });
  const unlucky = new TestBrowser((await openSite(down)).server);
  expect((await unlucky.send('GET', '/api/session/oidc')).json()).toMatchObject({
    code: 'oidc-unreachable',
    status: 503,
  });
  await down.close();
});
