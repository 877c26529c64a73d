import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import type { Database } from '../../../platform/db/database.ts';
import { type MailReceiver, openMailReceiver } from '../../../platform/mail/mail-receiver.fixtures.ts';
import { giveAddress } from '../../organisations/organisations.fixtures.ts';
import {
  approve,
  determine,
  draft,
  NOTICE,
  notice,
  openTestDoor,
  publicationTestMigrations,
  type TestDoor,
} from '../publications.fixtures.ts';

const NEVER = new AbortController().signal;
/** Twenty working days from 28 February, which was worked, end on 27 March 2026, a Friday. */
const FORMED = '2026-02-28';
const LAST_DAY = '2026-03-27';

let database: Database;
let door: TestDoor;
let receiver: MailReceiver;
let mails: MailReceiver['mails'];

beforeAll(async () => {
  receiver = await openMailReceiver();
  ({ mails } = receiver);
  database = await openTestDatabase('embedded', publicationTestMigrations);
  door = await openTestDoor(database, { smtp: receiver.address });
  const check = { check: 'publishWithin', from: 'issuedOn', workdays: 20, basis: '条例', severity: 'blocks' } as const;
  door.service.kinds.register({ ...NOTICE, code: 'timed', elementChecks: [check] });
  await giveAddress(door.organisations, door.people.officer, 'officer@example.cn');
  await giveAddress(door.organisations, door.people.office, 'office@example.cn');
  await giveAddress(door.organisations, door.people.stranger, 'stranger@example.cn');
});
afterAll(async () => {
  await door.platform.close();
  await database.close();
  await receiver.close();
});
beforeEach(() => {
  mails.length = 0;
});

const get = (id: string) => door.service.view.get(door.people.officer, id);
const at = (day: string) => door.platform.clock.set(`${day}T09:00:00+08:00`);
const term = (query: 'due' | 'over' | 'late', actor: Actor = door.people.office) =>
  door.service.list.list(actor, { term: query, page: 1, pageSize: 10, sort: 'formedOn' });
const timed = () => draft(door, notice({ fields: { issuedOn: FORMED } }), { kind: 'timed' });
const figures = () => door.service.list.figures(door.people.office, {});

describe('the term of publishing (Regulations art. 26)', () => {
  it('once over, nothing becomes public until somebody answerable says why; the reason is kept, listed and counted', async () => {
    const { service, people } = door;
    at('2026-03-02');
    const id = await timed();
    expect((await get(id)).term).toEqual({ dueOn: LAST_DAY, workdaysLeft: 19, isOver: false });
    await expect(service.terms.explain(people.officer, id, { reason: '还没有超过时限' })).rejects.toMatchObject({
      code: 'not-late',
    });
    const contentHash = await approve(door, id);
    at('2026-03-30');
    expect((await term('over')).items.map((one) => one.id)).toEqual([id]);
    expect((await figures()).overTerm).toBe(1);
    await expect(service.publishing.publish(people.officer, id, contentHash)).rejects.toMatchObject({
      code: 'blocked',
    });
    await expect(service.terms.explain(people.head, id, { reason: '征求第三方意见' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await service.terms.explain(people.officer, id, { reason: '征求第三方意见' });
    const explained = await get(id);
    expect(explained.lateReasons).toMatchObject([{ dueOn: LAST_DAY, reason: '征求第三方意见', by: '李明' }]);
    expect(explained.reasons.filter((one) => one.code === 'publish-within')).toMatchObject([{ severity: 'warns' }]);
    // Saying why changes no word, so what was approved still is.
    await service.publishing.publish(people.officer, id, contentHash);
    expect((await term('over')).total).toBe(0);
    expect((await term('late')).items.map((one) => one.id)).toEqual([id]);
    expect(await figures()).toMatchObject({ overTerm: 0, publishedLate: 1 });
    const { rows } = await database.pool.query("select detail from audit.entry where action = 'explainLate'");
    expect(rows).toEqual([{ detail: { dueOn: LAST_DAY } }]);
    await expect(database.pool.query("update publications.late_reason set reason = '改写'")).rejects.toThrow('kept');
  });

  it('is told of by mail: to the unit before its end, to the office after it, each once', async () => {
    at('2026-03-02');
    const id = await timed();
    await door.service.notices.mailDue(NEVER);
    expect(mails).toEqual([]);
    at('2026-03-20');
    expect((await term('due', door.people.officer)).items.map((one) => one.id)).toEqual([id]);
    await door.service.notices.mailDue(NEVER);
    await door.service.notices.mailDue(NEVER);
    expect(mails.map((mail) => mail.to)).toEqual(['officer@example.cn']);
    expect(mails[0]?.text).toContain(`最迟应于 ${LAST_DAY} 公开，还剩 5 个工作日`);
    expect(mails[0]?.text).toContain(`/workbench/publications/${id}`);
    mails.length = 0;
    // A Saturday: nobody is written to.
    at('2026-03-28');
    expect(await door.service.notices.mailDue(NEVER)).toBe(0);
    at('2026-03-30');
    await door.service.notices.mailDue(NEVER);
    await door.service.notices.mailDue(NEVER);
    expect(mails.map((mail) => mail.to).sort()).toEqual(['office@example.cn', 'officer@example.cn']);
    expect(mails[0]?.text).toContain('已超过公开时限');
    const { draft: open } = await get(id);
    await door.service.drafting.discard(door.people.officer, id, open?.edit ?? 0);
  });
});

describe('the re-review of what is kept back (REV-3, REV-4)', () => {
  it('is told of by mail before its day, on it and after it, until somebody determines again', async () => {
    const { service, people } = door;
    at('2026-03-02');
    const id = await draft(door, notice(), { determined: false });
    const withheld = { attribute: 'withheld', manner: 'open', legalBasis: 'art16.2', reason: '内部管理' } as const;
    await service.determinations.determine(people.head, id, { ...withheld, nextReviewOn: '2026-06-15' as LocalDate });
    at('2026-06-01');
    await service.notices.mailDue(NEVER);
    expect(mails.map((mail) => [mail.to, mail.text.includes('应于 2026-06-15 前复核')])).toEqual([
      ['officer@example.cn', true],
    ]);
    mails.length = 0;
    at('2026-06-16');
    await service.notices.mailDue(NEVER);
    expect(mails.map((mail) => mail.to).sort()).toEqual(['office@example.cn', 'officer@example.cn']);
    expect(mails[0]?.subject).toContain('公开属性复核提醒');
    await determine(door, id);
    mails.length = 0;
    at('2026-06-29');
    await service.notices.mailDue(NEVER);
    expect(mails.filter((mail) => mail.text.includes('复核。') || mail.text.includes('前复核'))).toEqual([]);
  });
});
