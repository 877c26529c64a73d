import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { policyContent, takeIn } from '../../../district.fixtures.ts';
import { type MailReceiver, openMailReceiver } from '../../../platform/mail/mail-receiver.fixtures.ts';
import { giveAddress } from '../../organisations/organisations.fixtures.ts';
import { openTestReports, type TestReports } from '../annual-reports.fixtures.ts';

let receiver: MailReceiver;
let test: TestReports;

beforeAll(async () => {
  receiver = await openMailReceiver();
  test = await openTestReports(undefined, { smtp: receiver.address, now: '2026-01-17T09:00:00+08:00' });
  const register = test.modules.organisations.service;
  await giveAddress(register, test.people.officer, 'education@example.org');
  await giveAddress(register, test.people.stranger, 'lakeside@example.org');
  await giveAddress(register, test.people.office, 'office@example.org');
});
afterAll(async () => {
  await receiver.close();
  await test.platform.close();
});
beforeEach(() => {
  receiver.mails.length = 0;
});

const sent = async () => {
  await test.service.reminders.sendDue();
  return receiver.mails.map(({ to }) => to).toSorted();
};
const on = (day: string) => test.platform.clock.set(new Date(`${day}T09:00:00+08:00`));

describe('reminders of reports that are not public (RPT-1)', () => {
  it('go to the units two weeks before, once', async () => {
    expect(await sent()).toEqual(['education@example.org', 'lakeside@example.org']);
    const [mail] = receiver.mails.filter(({ to }) => to === 'education@example.org');
    expect(mail?.subject).toContain('明湖区教育局2025年政府信息公开工作年度报告应在 2026-01-31 前公布');
    receiver.mails.length = 0;
    expect(await sent()).toEqual([]);
  });

  it('leave out who has published, also a report written as a document, and tell the office who is late', async () => {
    await takeIn(test.modules, test.units.lakeside.id, {
      kind: 'opennessReport',
      files: [],
      content: {
        ...policyContent({ title: '临湖街道办事处2025年政府信息公开工作年度报告' }),
        fields: { indexNumber: 'MH0003/2026-00001', issuedOn: '2026-01-12', summary: '概述。', reportYear: 2025 },
      },
    });
    on('2026-02-01');
    // The office's own unit is late too and has no officer.
    expect(await sent()).toEqual(['education@example.org', 'office@example.org', 'office@example.org']);
    expect(receiver.mails.every(({ subject }) => subject?.includes('已经超过公布期限'))).toBe(true);
    const { units } = await test.service.list.list(test.people.office, 2025);
    const lakeside = units.find(({ unit }) => unit.shortName === '临湖街道');
    expect(lakeside).toMatchObject({ report: null, punctuality: 'publishedLate', mayCreate: false });
  });

  it('tell the office of the district’s own report by 31 March', async () => {
    on('2026-03-17');
    expect(await sent()).toEqual(['office@example.org']);
    expect(receiver.mails[0]?.subject).toContain('2026-03-31');
  });
});
