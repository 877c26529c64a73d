import { beforeEach, expect, it } from 'vitest';
import { SettableClock } from '../../kernel/clock.ts';
import { Changes } from '../change/change.ts';
import { describeDatabases } from '../db/database.fixtures.ts';
import { verifyAudit } from './verify-audit.ts';

describeDatabases([], (database) => {
  /** Does what somebody with the database's own password could do. */
  async function tamper(...statements: string[]): Promise<void> {
    await database().pool.query('alter table audit.entry disable trigger entry_is_append_only');
    for (const statement of statements) await database().pool.query(statement);
    await database().pool.query('alter table audit.entry enable trigger entry_is_append_only');
  }

  beforeEach(async () => {
    await tamper('truncate audit.entry, audit.head', "insert into audit.head (seq, hash) values (0, repeat('0', 64))");
    const changes = new Changes(database(), new SettableClock('2026-03-02T01:02:03.456Z'));
    for (let n = 1; n <= 5; n += 1) {
      await changes.run({ type: 'system' }, async (change) => {
        const detail = {
          n,
          gone: undefined,
          at: change.at,
          责任单位: ['区府办', null],
          half: 0.5,
          deep: { b: 1, a: 2 },
        };
        change.record({ action: 'edit', kind: 'unit', subjectId: `${n}`, detail });
      });
    }
  });

  const broken = async () => (await verifyAudit(database().kysely)).broken;

  it('holds for what was only appended, whatever the details contain', async () => {
    const verdict = await verifyAudit(database().kysely);
    expect(verdict).toEqual({ entries: 5, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it.each([
    ['a changed column', "update audit.entry set action = 'read' where seq = 3", 3, '内容被改动'],
    ['a changed detail', 'update audit.entry set detail = detail || \'{"n": 9}\' where seq = 2', 2, '内容被改动'],
    ['a changed time', "update audit.entry set at = at + interval '1 second' where seq = 1", 1, '内容被改动'],
    ['a removed entry', 'delete from audit.entry where seq = 3', 3, '记录缺失：第 3 条'],
    ['a removed beginning', 'delete from audit.entry where seq = 1', 1, '记录缺失：第 1 条'],
    ['a cut end', 'delete from audit.entry where seq = 5', 5, '末尾记录缺失：应有 5 条'],
    ['everything removed', 'delete from audit.entry', 1, '末尾记录缺失：应有 5 条'],
    ['a removed head', 'delete from audit.head', 0, '链头记录缺失'],
  ])('finds %s', async (_what, statement, seq, reason) => {
    await tamper(statement);
    expect(await broken()).toEqual({ seq, reason });
  });

  it('finds entries that changed places', async () => {
    await tamper(
      'update audit.entry set seq = 99 where seq = 2',
      'update audit.entry set seq = 2 where seq = 3',
      'update audit.entry set seq = 3 where seq = 99',
    );
    expect(await broken()).toMatchObject({ seq: 2 });
  });

  it('finds an entry put in at the end without the head', async () => {
    await tamper(
      "insert into audit.entry select 6, at, actor_type, actor_id, action, kind, subject_id, unit_id, outcome, detail, hash, repeat('a', 64) from audit.entry where seq = 5",
      'update audit.head set seq = 6',
    );
    expect(await broken()).toEqual({ seq: 6, reason: '内容被改动' });
  });

  it('finds by a head noted outside that end and head were cut together', async () => {
    const { head } = await verifyAudit(database().kysely);
    const cut = [
      'delete from audit.entry where seq > 3',
      'update audit.head set (seq, hash) = (select seq, hash from audit.entry where seq = 3)',
    ];
    await tamper(...cut);
    expect(await broken()).toBeUndefined();
    expect((await verifyAudit(database().kysely, { seq: 5, hash: head })).broken).toMatchObject({ seq: 4 });
    expect((await verifyAudit(database().kysely, { seq: 3, hash: head })).broken).toMatchObject({ seq: 3 });
  });
});
