import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { createLog } from '../../../platform/log/log.ts';
import {
  intakeTestMigrations,
  json,
  messages,
  metadata,
  never,
  openTestIntake,
  send,
  type TestIntake,
} from './intake.fixtures.ts';

describeDatabases(intakeTestMigrations, (database) => {
  let test: TestIntake;
  const logged: string[] = [];
  beforeAll(async () => {
    const log = createLog('trace', { write: (line: string) => logged.push(line) });
    test = await openTestIntake(database(), { log });
  });
  afterAll(() => test?.close());

  describe('a key of an office system (IX-3)', () => {
    it('opens only for its own units', async () => {
      const { status, problem } = await send(test, [json(metadata({ sourceId: 'other', unit: 'linhu' }))]);
      expect(status).toBe(422);
      expect(messages(problem)).toContain('本密钥不能为“linhu”报送');
      const two = await test.intake.sources.create(test.people.office, {
        name: '区级平台',
        unitIds: [test.units.education.id, test.units.lakeside.id],
      });
      expect(messages((await send(test, [json(metadata({ sourceId: 'two' }))], two.key)).problem)).toContain(
        '请写明公开单位',
      );
      const named = await send(
        test,
        [json(metadata({ sourceId: 'two', unit: '临湖街道', documentNumber: '明临〔2026〕1号' }))],
        two.key,
      );
      expect(named).toMatchObject({ status: 201, state: { unit: { code: 'linhu' } } });
    });

    it('is shown once, kept as a hash, known by when it was last used, and stops when it is revoked', async () => {
      const made = await test.intake.sources.issueKey(test.people.office, test.source.id);
      expect(made.key).toMatch(/^mcoa_[\w-]{43}$/);
      const parts = [json(metadata({ sourceId: 'by-second-key', documentNumber: '明教〔2026〕30号' }))];
      expect((await send(test, parts, made.key)).status).toBe(201);
      const [source] = (await test.intake.sources.list(test.people.officer)).filter((one) => one.id === test.source.id);
      const key = source?.keys.find((one) => made.key.endsWith(one.ending)) ?? never();
      expect(key.lastUsedAt).not.toBeNull();
      expect(await test.intake.sources.list(test.people.stranger)).not.toContainEqual(
        expect.objectContaining({ id: test.source.id }),
      );
      await test.intake.sources.revokeKey(test.people.office, key.id);
      expect((await send(test, parts, made.key)).problem).toMatchObject({ code: 'key-invalid' });
      expect((await send(test, parts)).status).toBe(200);
      await expect(test.intake.sources.issueKey(test.people.officer, test.source.id)).rejects.toMatchObject({
        status: 403,
      });
    });

    it('is asked for before any byte is taken', async () => {
      for (const headers of [{}, { authorization: 'Basic abc' }, { authorization: 'Bearer mcoa_wrong' }]) {
        const answer = await test.app.inject({ method: 'POST', url: '/intake/v1/documents', headers, payload: {} });
        expect(answer.statusCode).toBe(401);
        expect(answer.headers['www-authenticate']).toBe('Bearer');
      }
    });

    it('stands in no log and in no table', async () => {
      expect(logged.length).toBeGreaterThan(10);
      expect(logged.join('')).not.toContain(test.key);
      const { pool } = test.platform.database;
      const { rows } = await pool.query('select * from exchange.intake_key');
      const audit = await pool.query("select * from audit.entry where kind = 'intake'");
      expect(audit.rows.length).toBeGreaterThan(5);
      expect(JSON.stringify([rows, audit.rows])).not.toContain(test.key);
    });
  });
});
