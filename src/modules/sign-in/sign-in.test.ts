import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/permissions.ts';
import { describeDatabases } from '../../platform/db/database.fixtures.ts';
import { SESSION_COOKIE } from '../../platform/http/csrf.ts';
import { openTestPlatform, type TestPlatform } from '../../platform/platform.fixtures.ts';
import { organisationsMigrations, type Person } from '../organisations/index.ts';
import { addPerson, smallDistrict } from '../organisations/organisations.fixtures.ts';
import { signInMigrations } from './index.ts';
import { openSite, TestBrowser, type TestSite } from './sign-in.fixtures.ts';

const PASSWORD = 'Chengjiang-2026';
const START = new Date('2026-03-02T09:00:00+08:00');

describeDatabases([...organisationsMigrations, ...signInMigrations], (database) => {
  let platform: TestPlatform;
  let site: TestSite;
  let district: Awaited<ReturnType<typeof smallDistrict>>;
  let admin: { person: Person; actor: Actor };
  let count = 0;
  let now = START.getTime();

  const wait = (ms: number) => {
    now += ms;
    platform.clock.set(new Date(now));
  };

  beforeAll(async () => {
    platform = await openTestPlatform({ database: database(), now: START });
    site = await openSite(platform);
    district = await smallDistrict(site.organisations);
    admin = await addPerson(site.organisations, district.office, 'admin', '高原', 'administrator');
  });
  beforeEach(() => wait(60_000));

  /** A new officer with a password of his own, and a browser. */
  const officer = async () => {
    count += 1;
    const { person } = await addPerson(
      site.organisations,
      district.education,
      `user${count}`,
      `人员${count}`,
      'officer',
    );
    await site.signIn.passwords.set(person.id, PASSWORD, { mustChange: false });
    return { person, browser: new TestBrowser(site.server) };
  };

  describe('with a password', () => {
    it('opens a session that says who it is and what is allowed', async () => {
      const { person, browser } = await officer();
      expect((await browser.signIn(person.account.toUpperCase(), PASSWORD)).statusCode).toBe(204);
      const session = await browser.readSession();
      expect(session).toMatchObject({
        person: { id: person.id, account: person.account },
        grants: [{ role: 'officer', unitShortName: '区教育局' }],
        mustChangePassword: false,
      });
      expect(session.permissions.every((row: { roles: string[] }) => row.roles.join() !== 'administrator')).toBe(true);
    });

    it('keeps no token in the database and hides the cookie from scripts', async () => {
      const { person, browser } = await officer();
      const answer = await browser.signIn(person.account, PASSWORD);
      expect(answer.cookies[0]).toMatchObject({ name: SESSION_COOKIE, httpOnly: true, sameSite: 'Lax', path: '/' });
      expect(answer.cookies[1]).toMatchObject({ name: 'mingchuang_device', httpOnly: true, sameSite: 'Strict' });
      const { rows } = await sql`select token_hash from sign_in.session
        union all select token_hash from sign_in.known_device`.execute(database().kysely);
      for (const { value } of answer.cookies) expect(JSON.stringify(rows)).not.toContain(value);
    });

    it('answers an unknown account word for word and about as late as a wrong password', async () => {
      const { person } = await officer();
      const time = async (account: string) => {
        const browser = new TestBrowser(site.server);
        const started = performance.now();
        const answer = await browser.signIn(account, 'Wrong-Password-1');
        return { ms: performance.now() - started, status: answer.statusCode, body: { ...answer.json(), instance: '' } };
      };
      await time('nobody.warm');
      const [known, unknown] = [await time(person.account), await time('nobody.else')];
      expect(unknown.body).toEqual(known.body);
      expect(unknown.status).toBe(401);
      // The shortest of three: what else the machine does only ever lengthens an answer.
      const shortest = async (account: string, first: number) =>
        Math.min(first, (await time(account)).ms, (await time(account)).ms);
      const [knownMs, unknownMs] = [
        await shortest(person.account, known.ms),
        await shortest('nobody.else', unknown.ms),
      ];
      // Argon2id takes tens of milliseconds; without it an answer takes two or three.
      expect(unknownMs).toBeGreaterThan(knownMs / 4);
      expect(knownMs).toBeGreaterThan(unknownMs / 4);
    });

    it('locks known and unknown accounts alike after five failures, and lets go after a quarter of an hour', async () => {
      const { person } = await officer();
      for (const account of [person.account, 'nobody.there']) {
        const browser = new TestBrowser(site.server);
        const statuses: number[] = [];
        for (let i = 0; i < 6; i += 1) statuses.push((await browser.signIn(account, 'Wrong-Password-1')).statusCode);
        expect(statuses).toEqual([401, 401, 401, 401, 401, 423]);
        expect((await browser.signIn(account, PASSWORD)).statusCode).toBe(423);
      }
      wait(15 * 60_000);
      expect((await new TestBrowser(site.server).signIn(person.account, PASSWORD)).statusCode).toBe(204);
    });

    it('tells how long to wait', async () => {
      const { person, browser } = await officer();
      for (let i = 0; i < 5; i += 1) await browser.signIn(person.account, 'Wrong-Password-1');
      const answer = await browser.signIn(person.account, PASSWORD);
      expect(answer.statusCode).toBe(423);
      expect(answer.headers['retry-after']).toBe('900');
      expect(answer.json().detail).toContain('15 分钟');
    });

    it('locks only the place that guesses: the owner comes in from another address', async () => {
      const { person } = await officer();
      const thief = new TestBrowser(site.server, '203.0.113.7');
      for (let i = 0; i < 6; i += 1) await thief.signIn(person.account, 'Wrong-Password-1');
      expect((await thief.signIn(person.account, PASSWORD)).statusCode).toBe(423);
      expect((await new TestBrowser(site.server, '198.51.100.4').signIn(person.account, PASSWORD)).statusCode).toBe(
        204,
      );
    });

    it('lets the owner in from the same address where the browser is known, from 40 guessing addresses too', async () => {
      const { person, browser } = await officer();
      await browser.signIn(person.account, PASSWORD);
      await browser.send('DELETE', '/api/session');
      for (let i = 0; i < 6; i += 1) await new TestBrowser(site.server).signIn(person.account, 'Wrong-Password-1');
      expect((await new TestBrowser(site.server).signIn(person.account, PASSWORD)).statusCode).toBe(423);
      const tried: number[] = [];
      for (let i = 1; i <= 40; i += 1) {
        const thief = new TestBrowser(site.server, `203.0.113.${i}`);
        for (let n = 0; n < 5; n += 1) tried.push((await thief.signIn(person.account, 'Wrong-Password-1')).statusCode);
      }
      // Five from the first address and fifteen more make twenty; then each new address is heard once.
      expect(tried.filter((status) => status === 401)).toHaveLength(15 + 37);
      expect((await browser.signIn(person.account, PASSWORD)).statusCode).toBe(204);
      expect((await new TestBrowser(site.server, '198.51.100.9').signIn(person.account, PASSWORD)).statusCode).toBe(
        204,
      );
    });

    it('counts a known browser by itself, and a reset makes it strange again', async () => {
      const { person, browser } = await officer();
      await browser.signIn(person.account, PASSWORD);
      const statuses: number[] = [];
      for (let i = 0; i < 6; i += 1)
        statuses.push((await browser.signIn(person.account, 'Wrong-Password-1')).statusCode);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 423]);
      const colleague = await officer();
      expect((await browser.signIn(colleague.person.account, PASSWORD)).statusCode).toBe(204);
      const password = await site.signIn.passwords.reset(admin.actor, person.id);
      for (let i = 0; i < 6; i += 1) await new TestBrowser(site.server).signIn(person.account, 'Wrong-Password-1');
      expect((await browser.signIn(person.account, password)).statusCode).toBe(423);
      expect((await new TestBrowser(site.server, '198.51.100.4').signIn(person.account, password)).statusCode).toBe(
        204,
      );
    });

    it('counts attempts that are sent at once', async () => {
      const { person } = await officer();
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => new TestBrowser(site.server).signIn(person.account, 'Wrong-Password-1')),
      );
      expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5);
      expect(answers.filter((answer) => answer.statusCode === 423)).toHaveLength(7);
    });

    it('refuses people who left and people without a password', async () => {
      const { person, browser } = await officer();
      await sql`update organisations.person set active = false where id = ${person.id}`.execute(database().kysely);
      expect((await browser.signIn(person.account, PASSWORD)).statusCode).toBe(401);
      expect((await browser.signIn('admin', PASSWORD)).statusCode).toBe(401);
    });
  });

  describe('sessions', () => {
    it('end after half an hour of silence and after twelve hours whatever happens', async () => {
      const { person, browser } = await officer();
      await browser.signIn(person.account, PASSWORD);
      for (let minutes = 0; minutes < 12 * 60; minutes += 25) {
        expect((await browser.send('GET', '/api/session')).statusCode).toBe(200);
        wait(25 * 60_000);
      }
      expect((await browser.send('GET', '/api/session')).statusCode).toBe(401);
      await browser.signIn(person.account, PASSWORD);
      wait(30 * 60_000 + 1);
      expect((await browser.send('GET', '/api/session')).statusCode).toBe(401);
    });

    it('refuse changes without their CSRF token, and signing in from another site', async () => {
      const { person, browser } = await officer();
      await browser.signIn(person.account, PASSWORD);
      browser.csrfToken = '';
      const url = `/api/units/${district.education.id}/sections`;
      expect((await browser.send('POST', url, { name: '基础教育科' })).json()).toMatchObject({ code: 'csrf' });
      const other = new TestBrowser(site.server);
      await other.signIn(person.account, PASSWORD);
      expect((await browser.send('POST', url, { name: '科室' }, { 'x-csrf-token': other.csrfToken })).statusCode).toBe(
        403,
      );
      await browser.readSession();
      expect((await browser.send('POST', url, { name: `科室${count}` })).statusCode).toBe(201);
      const foreign = await new TestBrowser(site.server).send(
        'POST',
        '/api/session',
        { account: person.account, password: PASSWORD },
        { 'sec-fetch-site': 'cross-site' },
      );
      expect(foreign.statusCode).toBe(403);
    });

    it('are listed, and one’s own can be ended, nobody else’s', async () => {
      const { person, browser } = await officer();
      const second = new TestBrowser(site.server);
      await browser.signIn(person.account, PASSWORD);
      await second.signIn(person.account, PASSWORD);
      const { items } = (await browser.send('GET', '/api/session/list')).json();
      expect(items).toHaveLength(2);
      const foreign = items.find((one: { current: boolean }) => !one.current);
      expect(foreign).toMatchObject({ device: 'Windows · Chrome', method: 'password' });
      const stranger = await officer();
      await stranger.browser.signIn(stranger.person.account, PASSWORD);
      expect((await stranger.browser.send('DELETE', `/api/session/list/${foreign.id}`)).statusCode).toBe(404);
      expect((await browser.send('DELETE', `/api/session/list/${foreign.id}`)).statusCode).toBe(204);
      expect((await second.send('GET', '/api/session')).statusCode).toBe(401);
      expect((await browser.send('DELETE', '/api/session')).statusCode).toBe(204);
      expect(browser.isSignedIn).toBe(false);
    });

    it('end with the role, at once', async () => {
      const { person, browser } = await officer();
      await browser.signIn(person.account, PASSWORD);
      const [grant] = await site.organisations.grants.list(admin.actor, person.id);
      wait(1);
      await site.organisations.grants.end(admin.actor, grant?.id ?? '', '岗位调整');
      expect((await browser.send('GET', '/api/session')).statusCode).toBe(401);
      await site.signIn.sessions.forget(person.id);
      expect(await site.signIn.sessions.list(person.id)).toEqual([]);
    });
  });

  describe('changing the password', () => {
    it('ends every other session and refuses the last five', async () => {
      const { person, browser } = await officer();
      const second = new TestBrowser(site.server);
      await browser.signIn(person.account, PASSWORD);
      await second.signIn(person.account, PASSWORD);
      const passwords = [PASSWORD, ...[1, 2, 3, 4, 5].map((i) => `Lakeside-path-${i}`)];
      for (const [i, next] of passwords.slice(1).entries()) {
        const answer = await browser.send('PUT', '/api/session/password', { current: passwords[i], next });
        expect(answer.statusCode).toBe(204);
        await browser.readSession();
      }
      expect((await second.send('GET', '/api/session')).statusCode).toBe(401);
      const current = passwords.at(-1);
      for (const used of passwords.slice(1)) {
        const answer = await browser.send('PUT', '/api/session/password', { current, next: used });
        expect(answer.json()).toMatchObject({
          code: 'password-weak',
          reasons: [{ message: expect.stringContaining('最近 5 次') }],
        });
      }
      const answer = await browser.send('PUT', '/api/session/password', { current, next: PASSWORD });
      expect(answer.statusCode).toBe(204);
    });

    it('needs the present one, and counts failures like signing in', async () => {
      const { person, browser } = await officer();
      await browser.signIn(person.account, PASSWORD);
      const change = (current: string) =>
        browser.send('PUT', '/api/session/password', { current, next: 'Lakeside-path-9' });
      const statuses: number[] = [];
      for (let i = 0; i < 6; i += 1) statuses.push((await change('Wrong-Password-1')).statusCode);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 423]);
      expect((await change(PASSWORD)).statusCode).toBe(423);
    });

    it('must come first after a reset: everything else is closed, the public pages are not', async () => {
      const { person, browser } = await officer();
      await browser.signIn(person.account, PASSWORD);
      const boss = new TestBrowser(site.server);
      await site.signIn.passwords.set(admin.person.id, PASSWORD, { mustChange: false });
      await boss.signIn('admin', PASSWORD);
      expect((await browser.send('POST', `/api/people/${person.id}/password`)).statusCode).toBe(403);
      const { password } = (await boss.send('POST', `/api/people/${person.id}/password`)).json();
      expect((await browser.send('GET', '/api/session')).statusCode).toBe(401);
      await browser.signIn(person.account, password);
      expect(await browser.readSession()).toMatchObject({ mustChangePassword: true });
      expect((await browser.send('GET', '/api/units')).json()).toMatchObject({ code: 'password-change-required' });
      await browser.send('PUT', '/api/session/password', { current: password, next: 'Lakeside-path-7' });
      expect((await browser.send('GET', '/api/units')).statusCode).toBe(200);
    });

    it('is asked for after ninety days', async () => {
      const { person, browser } = await officer();
      wait(90 * 86_400_000 + 1);
      await browser.signIn(person.account, PASSWORD);
      expect(await browser.readSession()).toMatchObject({
        mustChangePassword: true,
        passwordNotice: expect.stringContaining('90 天'),
      });
    });
  });

  it('leaves an audit entry for each sign-in and each failure, without what was typed', async () => {
    const { person, browser } = await officer();
    await browser.signIn(person.account, 'Wrong-Password-1');
    await browser.signIn(person.account, PASSWORD);
    await browser.signIn('typed.my-Secret-1', 'Wrong-Password-1');
    const { rows } = await sql<{ outcome: string; subject_id: string; actor_id: string | null; detail: unknown }>`
      select outcome, subject_id, actor_id, detail from audit.entry where kind = 'session' order by seq desc limit 3`.execute(
      database().kysely,
    );
    expect(rows.map((row) => row.outcome)).toEqual(['refused', 'done', 'refused']);
    expect(rows.map((row) => row.subject_id === person.id)).toEqual([false, false, true]);
    expect(rows.map((row) => row.actor_id)).toEqual([null, person.id, null]);
    expect(JSON.stringify(rows)).not.toContain('Secret');
  });

  it('sweeps what is over', async () => {
    const { person, browser } = await officer();
    await browser.signIn(person.account, PASSWORD);
    wait(181 * 86_400_000);
    await site.signIn.sessions.sweep();
    await site.signIn.attempts.sweep();
    await site.signIn.oidc.sweep();
    const { rows } = await sql<{ left: number }>`select (select count(*) from sign_in.session)
      + (select count(*) from sign_in.throttle) + (select count(*) from sign_in.known_device) as left`.execute(
      database().kysely,
    );
    expect(rows[0]?.left).toBe(0);
  });
});
