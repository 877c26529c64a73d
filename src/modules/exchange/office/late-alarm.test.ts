import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import type { Database } from '../../../platform/db/database.ts';
import { type MailReceiver, openMailReceiver } from '../../../platform/mail/mail-receiver.fixtures.ts';
import { giveAddress } from '../../organisations/organisations.fixtures.ts';
import { adopt, fileAll, type Installation, openInstallation, passTime, policyContent } from '../exchange.fixtures.ts';
import { tellLate } from './late-alarm.ts';

describe('filings without receipt for too long (IX-C1)', () => {
  let receiver: MailReceiver;
  let database: Database;
  let district: Installation;

  beforeAll(async () => {
    receiver = await openMailReceiver();
    database = await openTestDatabase('embedded', []);
    district = await openInstallation(database, { smtp: receiver.address });
  }, 120_000);
  afterAll(async () => {
    await district?.close();
    await database?.close();
    await receiver?.close();
  });

  it('are told to the office by mail, once', async () => {
    await giveAddress(district.modules.organisations.service, district.office, 'office@example.cn');
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
    expect(receiver.mails).toEqual([]);
    passTime(2 * 3_600_000, district);
    await tell();
    await tell();
    expect(receiver.mails).toMatchObject([
      { to: 'office@example.cn', text: expect.stringContaining('有 1 份公文报送市平台后超过 12 小时没有回执') },
    ]);
  });
});
