import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { SettableClock } from '../../kernel/clock.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { describeDatabases } from '../db/database.fixtures.ts';
import { Changes } from './change.ts';

describeDatabases([], (database) => {
  it('writes change, audit entry and event together or not at all', async () => {
    const changes = new Changes(database(), new SettableClock('2026-03-02T01:00:00Z'));
    await changes.run({ type: 'system' }, async (change) => {
      change.record({ action: 'create', kind: 'unit', subjectId: '1' });
      await change.emit('unit.created', { id: '1' });
    });
    await expect(
      changes.run({ type: 'system' }, async (change) => {
        change.record({ action: 'create', kind: 'unit', subjectId: '2' });
        await change.emit('unit.created', { id: '2' });
        throw new Error('late');
      }),
    ).rejects.toThrow('late');
    const counted = await sql<{ entries: number; events: number }>`
    select (select count(*) from audit.entry) as entries, (select count(*) from outbox.event) as events`.execute(
      database().kysely,
    );
    expect(counted.rows).toEqual([{ entries: 1, events: 1 }]);
  });

  it('chains the entries of changes that run beside each other, without a gap and without waiting while they work', async () => {
    const changes = new Changes(database(), new SettableClock('2026-03-02T01:00:00Z'));
    const before = await verifyAudit(database().kysely);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        changes.run({ type: 'system' }, async (change) => {
          change.record({ action: 'create', kind: 'unit', subjectId: `${n}`, detail: { 名称: '区"文旅"局\\', n } });
          await change.emit('unit.created', { id: `${n}` });
          change.record({ action: 'edit', kind: 'unit', subjectId: `${n}` });
        }),
      ),
    );
    const after = await verifyAudit(database().kysely);
    expect(after).toEqual({ entries: before.entries + 40, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const { rows } = await sql`select 1 from audit.waiting`.execute(database().kysely);
    expect(rows).toEqual([]);
  });

  it('refuses to alter what was recorded', async () => {
    await expect(sql`update audit.entry set action = 'x'`.execute(database().kysely)).rejects.toThrow('append-only');
  });
});
