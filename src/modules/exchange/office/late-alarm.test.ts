import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import type { Database } from '../../../platform/db/database.ts';
import { adopt, fileAll, type Installation, openInstallation, passTime, policyContent } from '../exchange.fixtures.ts';
import { tellLate } from './late-alarm.ts';

describe('filings without receipt for too long (IX-C1)', () => {
  const mails: { to: string; text: string }[] = [];
  let server: SMTPServer;
  let database: Database;
  let district: Installation;

  beforeAll(async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        void buffer(stream)
          .then((bytes) => PostalMime.parse(bytes))
          .then(({ text }) => {
            mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(','), text: text ?? '' });
            done();
          });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    database = await openTestDatabase('embedded', []);
    const { port } = server.server.address() as AddressInfo;
    district = await openInstallation(database, { smtp: `smtp://127.0.0.1:${port}` });
  }, 120_000);
  afterAll(async () => {
    await district?.close();
    await database?.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it('are told to the office by mail, once', async () => {
    const { people } = district.modules.organisations.service;
    if (district.office.type !== 'person') throw new Error('people have addresses');
    const { id, ...person } = await people.get(district.office.personId);
    await people.edit({ type: 'system' }, id, { ...person, email: 'office@example.cn' });
    await district.modules.exchange.service.filing.peers.create(district.office, {
      code: 'city',
      name: '市平台',
      direction: 'outgoing',
      // Nobody listens there.
      baseUrl: 'http://127.0.0.1:9',
      publicKey: Buffer.alloc(32, 7).toString('base64'),
      logKey: null,
      alarmHours: 12,
      isActive: true,
    });
    await adopt(district, policyContent());
    await fileAll(district);
    const tell = () => tellLate(district.platform, district.modules.organisations.service, AbortSignal.timeout(60_000));
    passTime(11 * 3_600_000, district);
    await tell();
    expect(mails).toEqual([]);
    passTime(2 * 3_600_000, district);
    await tell();
    await tell();
    expect(mails).toEqual([
      { to: 'office@example.cn', text: expect.stringContaining('有 1 份公文报送市平台后超过 12 小时没有回执') },
    ]);
  });
});
