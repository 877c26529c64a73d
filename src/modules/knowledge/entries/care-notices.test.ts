import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { type MailReceiver, openMailReceiver } from '../../../platform/mail/mail-receiver.fixtures.ts';
import { openTestKnowledge, type TestKnowledge } from '../knowledge.fixtures.ts';

describeDatabases([], (database) => {
  let receiver: MailReceiver;
  let test: TestKnowledge;

  beforeAll(async () => {
    receiver = await openMailReceiver();
    test = await openTestKnowledge({ database: database(), smtp: receiver.address });
    await sql`update organisations.person set email = account || '@mail.example'`.execute(database().kysely);
    await test.publish(await test.draft({ question: '什么时候可以申请转学？' }));
  });
  afterAll(async () => {
    await test.close();
    await receiver.close();
  });

  const run = () => test.modules.knowledge.service.notices.mailDue(new AbortController().signal);
  const at = (instant: string) => test.platform.clock.set(new Date(instant));

  describe('mail about entries to be looked at (KB-C3)', () => {
    it('goes to nobody while nothing is due', async () => {
      expect(await run()).toBe(0);
    });

    it('goes to the officer of the unit, soon before the day, once', async () => {
      at('2026-08-24T08:40:00+08:00');
      expect(await run()).toBe(1);
      expect(receiver.mails).toMatchObject([{ to: 'officer.jiaoyu@mail.example', subject: '常见问题需要复核：1 项' }]);
      expect(receiver.mails[0]?.text).toContain('什么时候可以申请转学？：即将到复核日期（2026-09-02）');
      expect(await run()).toBe(0);
    });

    it('goes again when it is late, and waits for a working day', async () => {
      at('2026-09-05T08:40:00+08:00');
      expect(await run()).toBe(0);
      at('2026-09-07T08:40:00+08:00');
      expect(await run()).toBe(1);
      expect(receiver.mails.at(-1)?.text).toContain('已超过复核日期（2026-09-02）');
    });
  });
});
