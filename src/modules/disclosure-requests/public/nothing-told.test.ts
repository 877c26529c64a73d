import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, createApp } from '../../../app.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import {
  accept,
  applyInput,
  atCounter,
  decide,
  OPEN,
  openTestRequests,
  type TestRequests,
} from '../disclosure-requests.fixtures.ts';

/** Planted in every part of an applicant's data. */
const SEALED = {
  name: '欧阳金丝雀',
  phone: '13812340987',
  email: 'canary@example.cn',
  address: '金丝雀路9号',
  identityNumber: '11010519491231002X',
};

describeDatabases([], (database) => {
  let door: TestRequests;
  let app: App;
  let statements: string[] = [];
  const logged: string[] = [];
  beforeAll(async () => {
    const base = database();
    const kysely = base.kysely.withPlugin({
      transformQuery: ({ node }) => {
        statements.push(JSON.stringify(node, (key, value) => (key === 'value' || key === 'values' ? '' : value)));
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    door = await openTestRequests({ database: { ...base, kysely } });
    const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
    app = await createApp({ ...door.platform, log }, door.modules);
    await app.server.ready();
  }, 120_000);
  afterAll(async () => {
    await app.server.close();
    await door.close();
  });

  const post = (url: string, fields: Readonly<Record<string, string>>, remoteAddress: string) =>
    app.server.inject({
      method: 'POST',
      url,
      remoteAddress,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });

  it('asks the database the same for a wrong number and a wrong secret, whatever is tried', async () => {
    const { id, number, secret } = await atCounter(door);
    await accept(door, id);
    await decide(door, id, OPEN);
    const acts = [
      ['', {}],
      ['/correction', { text: '补正' }],
      ['/withdrawal', { confirmed: 'true' }],
      ['/letter', { seq: '1', format: 'pdf' }],
    ] as const;
    for (const [at, [tail, fields]] of acts.entries()) {
      const asked = async (key: Record<string, string>, from: string) => {
        statements = [];
        const { statusCode } = await post(`/disclosure-requests/look-up${tail}`, { ...fields, ...key }, from);
        expect(statusCode).toBe(404);
        return statements;
      };
      const wrongSecret = await asked({ number, secret: '22222222' }, `192.0.2.${at + 1}`);
      const wrongNumber = await asked({ number: 'YS23456789AB', secret }, `198.51.100.${at + 1}`);
      expect(wrongSecret.length).toBeGreaterThan(3);
      expect(wrongNumber).toEqual(wrongSecret);
    }
  });

  it('writes nothing of who asks into a log, an address or a header, from the form to the letter', async () => {
    const page = await app.server.inject({ url: '/disclosure-requests/new', headers: { accept: 'text/html' } });
    const proof = /name="proof" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    door.platform.clock.set(new Date(door.platform.clock.now().getTime() + 60_000));
    const typed = {
      ...Object.fromEntries(Object.entries(SEALED).map(([field, value]) => [`applicant.${field}`, value])),
      category: 'natural',
      identityKind: 'resident',
      title: '2025年学区划分方案',
      text: '申请公开2025年学区划分方案。',
      wantedForm: 'electronic',
      wantedWay: 'online',
      unitId: door.units.education.id,
      proof,
    };
    const from = '203.0.113.9';
    const wrong = await post('/disclosure-requests/new', { ...typed, title: '' }, from);
    const taken = await post('/disclosure-requests/new', typed, from);
    const [number = '', secret = ''] = [...taken.body.matchAll(/<dd>([^<]+)<\/dd>/g)].map((match) => match[1] ?? '');
    expect(number).toMatch(/^YS/);
    const followed = await post('/disclosure-requests/look-up', { number, secret }, from);
    const slip = await post('/disclosure-requests/look-up/withdrawal', { number, secret }, from);
    const answers = [wrong, taken, followed, slip];
    for (const { headers } of answers) expect(headers['cache-control']).toBe('no-store');
    for (const word of Object.values(SEALED)) {
      for (const { body } of [taken, followed, slip]) expect(body).not.toContain(word);
      // What he typed comes back to him alone, in the form that he has to mend.
      expect(wrong.body).toContain(`value="${word}"`);
    }
    const told = [...logged, ...answers.map(({ headers }) => JSON.stringify(headers))].join('\n');
    expect(logged.join('\n')).toContain('/disclosure-requests/look-up');
    for (const word of [...Object.values(SEALED), encodeURIComponent(SEALED.name), number, secret])
      expect(told).not.toContain(word);
  });

  it('keeps the name out of every table but the sealed box, also when the letter bears it', async () => {
    const { id, number, secret } = await atCounter(door, { applicant: { ...applyInput(door).applicant, ...SEALED } });
    await accept(door, id);
    await decide(door, id, OPEN);
    const read = await post('/disclosure-requests/look-up', { number, secret }, '203.0.113.10');
    expect(read.body).toContain(`${SEALED.name}：`);
    const { history, replies } = await door.cases.view.get(door.people.office, id);
    const kept = JSON.stringify([history, replies]);
    expect(kept).toContain('【申请人】');
    for (const word of Object.values(SEALED)) expect(kept).not.toContain(word);
  });
});
