import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { type MailReceiver, openMailReceiver } from '../../../platform/mail/mail-receiver.fixtures.ts';
import { caseTestMigrations, openTestCases, receive, replied, type TestCases } from '../cases.fixtures.ts';
import { spacedCaseNumber } from '../numbers/case-number.ts';

const NEVER = new AbortController().signal;
const SYSTEM = { type: 'system' } as const;

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  let receiver: MailReceiver;
  beforeAll(async () => {
    receiver = await openMailReceiver();
    door = await openTestCases(database(), { smtp: receiver.address });
    const { people } = door.modules.organisations.service;
    for (const [name, actor] of Object.entries(door.people)) {
      if (actor.type !== 'person' || name === 'second') continue;
      const person = await people.get(actor.personId);
      const { account, name: own, unitId, sectionId, version } = person;
      await people.edit(SYSTEM, person.id, {
        ...person,
        account,
        name: own,
        unitId,
        sectionId,
        version,
        email: `${name}@example.cn`,
      });
    }
  });
  afterAll(async () => {
    await door.platform.close();
    await receiver.close();
  });
  const at = (day: string) => door.platform.clock.set(`${day}T09:00:00+08:00`);
  const told = () =>
    receiver.mails
      .splice(0)
      .map((mail) => mail.to.split('@')[0])
      .sort();
  const view = (id: string) => door.service.view.get(door.people.office, id);

  it('warns one working day before, on the day and once it is late; up to the head, then to the office; each once', async () => {
    const { warnings } = door.service;
    at('2026-03-02');
    const { id } = await receive(door, { text: '王小二（13812345678）反映的问题', applicant: { name: '王小二' } });
    expect(await warnings.raise(NEVER)).toBe(0);
    at('2026-03-06');
    expect(await warnings.raise(NEVER)).toBe(1);
    expect(await warnings.raise(NEVER)).toBe(0);
    await warnings.mail(NEVER);
    expect(receiver.mails[0]?.text).toMatch(/ZX .*将于下一工作日到期（2026-03-09）/);
    expect(receiver.mails.map((mail) => mail.subject + mail.text).join()).not.toMatch(/王小二|138|反映/);
    expect(told()).toEqual(['officer']);
    at('2026-03-09');
    expect(await warnings.raise(NEVER)).toBe(1);
    await warnings.mail(NEVER);
    expect(told()).toEqual(['deputy', 'head', 'officer']);
    at('2026-03-10');
    expect(await warnings.raise(NEVER)).toBe(1);
    await warnings.mail(NEVER);
    expect(told()).toEqual(['deputy', 'head', 'office', 'officer']);
    await warnings.mail(NEVER);
    expect(told()).toEqual([]);
    expect((await view(id)).warnings.map((one) => one.stage)).toEqual(['soon', 'today', 'late']);
    expect((await view(id)).history.filter((line) => line.event === 'escalate')).toHaveLength(3);
    expect(await view(id)).toMatchObject({ urgency: 'late', workdaysLeft: -1 });
  });

  it('warns whoever has the case into which a late one was merged, and of answered ones nobody', async () => {
    at('2026-03-16');
    const [early, answered] = [await receive(door), await receive(door)];
    await replied(door, undefined, await take(answered.id));
    at('2026-03-18');
    const kept = await receive(door, { unitId: door.units.lakeside.id });
    await door.service.merging.merge(door.people.office, early.id, { version: 1, intoId: kept.id });
    at('2026-03-24');
    await door.service.warnings.raise(NEVER);
    expect((await view(early.id)).warnings.map((one) => one.stage)).toEqual(['late']);
    expect((await view(answered.id)).warnings).toEqual([]);
    await door.service.warnings.mail(NEVER);
    const stranger = receiver.mails.find((mail) => mail.to.startsWith('stranger'));
    expect(stranger?.text).toContain((await view(early.id)).number.slice(2, 7));
  });

  it('tells nobody who may not see it: of a letter for few its heads, never who stands aside', async () => {
    at('2026-06-01');
    const { people, service, units } = door;
    const letter = await receive(door, { kind: 'confidential', title: '一封信', text: '反映王芳的事' });
    const question = await receive(door, { unitId: units.education.id });
    await service.recusals.recuse(people.office, question.id, {
      personId: people.officer.type === 'person' ? people.officer.personId : '',
      reason: '与来信人有利害关系',
    });
    at('2026-06-05');
    await service.warnings.raise(NEVER);
    receiver.mails.length = 0;
    await service.warnings.mail(NEVER);
    const warnedOf = (number: string) =>
      receiver.mails
        .filter((mail) => mail.text.includes(spacedCaseNumber(number)))
        .map((mail) => mail.to.split('@')[0]);
    expect(warnedOf(letter.number)).toEqual(['deputy']);
    expect(warnedOf(question.number)).toEqual([]);
    at('2026-06-09');
    await service.warnings.raise(NEVER);
    receiver.mails.length = 0;
    await service.warnings.mail(NEVER);
    expect(warnedOf(letter.number).sort()).toEqual(['deputy', 'office']);
    expect(warnedOf(question.number).sort()).toEqual(['deputy', 'head', 'office']);
  });

  it('is found again after the machine was off for a week, as what stands now', async () => {
    at('2026-04-07');
    const { id } = await receive(door);
    at('2026-04-30');
    await door.service.warnings.raise(NEVER);
    expect((await view(id)).warnings.map((one) => one.stage)).toEqual(['late']);
  });

  it('mails number and secret to whoever left an address, and that there is an answer, never what it says', async () => {
    receiver.mails.length = 0;
    at('2026-05-11');
    const receipt = await receive(door, {
      text: '我的隐私问题',
      applicant: { name: '赵六', email: 'zhao@example.cn' },
    });
    expect(receipt.isMailed).toBe(true);
    expect(receiver.mails[0]?.text).toContain(receipt.secret);
    expect(receiver.mails[0]?.subject).toBe('来件已收到');
    receiver.mails.length = 0;
    await replied(door, '这是答复内容。', await take(receipt.id));
    expect(await door.service.mail.tellReplies(NEVER)).toBe(1);
    expect(await door.service.mail.tellReplies(NEVER)).toBe(0);
    const [mail] = receiver.mails;
    expect(mail?.to).toBe('zhao@example.cn');
    expect(`${mail?.subject}${mail?.text}`).not.toMatch(/隐私|答复内容|赵六/);
    expect((await view(receipt.id)).history.filter((line) => line.event === 'openApplicant')).toHaveLength(1);
  });

  async function take(id: string): Promise<string> {
    const { version } = await view(id);
    await door.service.routing.accept(door.people.officer, id, version);
    return id;
  }
});
